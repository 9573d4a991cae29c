import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import { Boxes } from './boxes';
import { startOf, type Filled } from './form';
import type { Draws } from './questions';

const useStyles = makeStyles({
  row: {
    paddingBottom: '10px',
    marginBottom: '10px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    alignItems: 'stretch',
  },
  less: { alignSelf: 'flex-start' },
});

/** An uncertain input with the values that its distribution starts with. */
export function drawOf(draws: Draws, path: string, distribution?: string): Filled {
  const choice = { ...startOf(draws.choices(path)), ...(distribution !== undefined && { distribution }) };
  return { ...choice, ...startOf(draws.values(path, choice['distribution']!)) };
}

interface Props {
  readonly draws: Draws;
  readonly rows: readonly Filled[];
  readonly onChange: (rows: readonly Filled[]) => void;
}

/** The uncertain inputs of a simulation: each can be left certain again, and another one added. */
export function DrawRows({ draws, rows, onChange }: Props): JSX.Element {
  const styles = useStyles();
  const at = (i: number, row: Filled): void => onChange(rows.map((each, j) => (j === i ? row : each)));
  return (
    <>
      {rows.map((row, i) => {
        const [path, distribution] = [row['path']!, row['distribution']!];
        return (
          <div key={i} className={styles.row} role="group" aria-label={`Uncertain input ${i + 1}`}>
            <Boxes
              fields={draws.choices(path)}
              filled={row}
              onChange={(changed) => {
                const chosen = { path, distribution, ...changed };
                at(i, drawOf(draws, chosen.path, chosen.distribution));
              }}
            />
            <Boxes
              fields={draws.values(path, distribution)}
              filled={row}
              onChange={(changed) => at(i, { ...row, ...changed })}
            />
            <Button
              size="small"
              className={styles.less}
              aria-label={`Leave ${path} certain`}
              onClick={() => onChange(rows.filter((_, j) => j !== i))}
            >
              Leave certain
            </Button>
          </div>
        );
      })}
      <Button
        size="small"
        onClick={() => onChange([...rows, drawOf(draws, draws.another(rows.map((row) => row['path']!)))])}
      >
        Add an input
      </Button>
    </>
  );
}
