import { Field as Labelled, Input, makeStyles, Select } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { Field, Filled } from './form';

const useStyles = makeStyles({
  boxes: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(130px, 100%), 1fr))', gap: '8px' },
  control: { minWidth: 0, width: '100%' },
});

interface Props {
  readonly fields: readonly Field[];
  readonly filled: Filled;
  readonly onChange: (changed: Filled) => void;
}

/** Boxes of a form beside each other, each with its name and unit. */
export function Boxes({ fields, filled, onChange }: Props): JSX.Element {
  const styles = useStyles();
  return (
    <div className={styles.boxes}>
      {fields.map((field) => {
        const { name, label, unit, options, placeholder, isCount, sets } = field;
        const value = filled[name] ?? field.start;
        return (
          <Labelled key={name} label={label} size="small" {...(unit && { hint: unit })}>
            {options ? (
              <Select
                size="small"
                className={styles.control}
                value={value}
                onChange={(_, { value: chosen }) => onChange({ [name]: chosen, ...sets?.(chosen) })}
              >
                {options.map((option) => (
                  <option key={option}>{option}</option>
                ))}
              </Select>
            ) : (
              <Input
                size="small"
                className={styles.control}
                value={value}
                autoComplete="off"
                {...(placeholder && { placeholder })}
                {...(isCount && { inputMode: 'numeric' as const })}
                onChange={(_, { value: typed }) => onChange({ [name]: typed })}
              />
            )}
          </Labelled>
        );
      })}
    </div>
  );
}
