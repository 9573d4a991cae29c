import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useState, type JSX } from 'react';
import { isCellLike } from '../../catalogue/reference';
import { placeOf, referenceTo } from '../../derive/formula/address';
import { usePane } from '../context';
import { reasonOf } from '../reason-of';
import type { CellValue, Place } from '../host';
import { addressOf, cellsOf } from '../../models/address';
import { freePlace, putInto, type Placed, type Size } from './destination';
import { seenFrom } from './references';
import type { Spread } from './spread';

const useStyles = makeStyles({
  formula: {
    display: 'block',
    maxHeight: '6.5em',
    overflowY: 'auto',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    margin: '8px 0',
  },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: '6px' },
  into: { width: '110px' },
});

interface Props {
  readonly formula: string;
  /** what may as well stand in cells above the answer */
  readonly spread?: Spread;
  /** the sheet that the formula is written for */
  readonly sheet: string;
  /** the cell that is asked about */
  readonly beside: string;
  readonly size: Size;
}

/** The same answer in a cell: where it goes, and whether what is there may be replaced. */
export function InsertAnswer({ formula, spread, sheet, beside, size }: Props): JSX.Element {
  const styles = useStyles();
  const { host, say } = usePane();
  const [into, setInto] = useState('');
  const [isSpread, setSpread] = useState(true);
  const [refused, setRefused] = useState<Placed & { readonly done: false }>();
  useEffect(() => {
    setRefused(undefined);
    let isOver = false;
    freePlace(host, sheet, beside).then(
      ({ address }) => !isOver && setInto(address),
      () => undefined, // then one is typed, or taken
    );
    return () => void (isOver = true);
  }, [host, formula, sheet, beside]);

  const written = (at: Place) => (spread && isSpread ? inCells(spread, at, sheet) : { formula, above: [] });

  const takeSelected = (): Promise<void> =>
    host.activeCell().then(
      (place) => {
        setInto(referenceTo(place, sheet));
        setRefused(undefined);
      },
      (error: unknown) => say(`Nothing was taken: ${reasonOf(error)}`),
    );

  async function put(replace: boolean): Promise<void> {
    const place = await host.resolve(into.trim(), sheet).catch(() => undefined);
    if (!place) {
      setRefused({
        done: false,
        said: `${into.trim() || 'Nothing'} is no cell of this workbook: expected an address such as B12.`,
      });
      return;
    }
    const { row, column } = cellsOf(place.address);
    const cell = { sheet: place.sheet, address: addressOf({ row, column }) };
    const { formula: its, above } = written(cell);
    const answer = {
      formula: seenFrom(its, sheet, cell.sheet),
      size,
      above: above.map((line) =>
        line.map((each): CellValue => (isFormula(each) ? seenFrom(each, sheet, cell.sheet) : each)),
      ),
      looksAt: seenFrom(formula, sheet, cell.sheet),
    };
    const placed = await putInto(host, answer, cell, replace);
    setRefused(placed.done ? undefined : placed);
    if (placed.done) say(placed.said);
  }

  return (
    <section aria-label="The same in a cell">
      <code className={styles.formula} tabIndex={0}>
        {isCellLike(into.trim()) ? written(placeIn(into, sheet)).formula : formula}
      </code>
      <div className={styles.row}>
        <Field label="Into" size="small">
          <Input
            size="small"
            className={styles.into}
            value={into}
            onChange={(_, { value }) => {
              setInto(value);
              setRefused(undefined);
            }}
          />
        </Field>
        <Button size="small" onClick={() => void takeSelected()}>
          Selected cell
        </Button>
        <Button size="small" appearance="primary" onClick={() => void put(false)}>
          Insert
        </Button>
      </div>
      {spread && (
        <Checkbox
          label="Put the uncertain inputs into cells above it, to be changed there"
          checked={isSpread}
          onChange={(_, { checked }) => {
            setSpread(checked === true);
            setRefused(undefined);
          }}
        />
      )}
      {refused && (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{refused.said}</MessageBarBody>
          {refused.filled && (
            <MessageBarActions>
              <Button size="small" onClick={() => void put(true)}>
                Replace what is in {refused.filled.address}
              </Button>
            </MessageBarActions>
          )}
        </MessageBar>
      )}
    </section>
  );
}

function placeIn(reference: string, own: string): Place {
  const { sheet, address } = placeOf(reference.trim().replaceAll('$', ''));
  return { sheet: sheet || own, address };
}

/** Title, headings and rows from a cell on, an empty line, and below that the formula that looks at the rows. */
function inCells({ title, headings, rows, formula }: Spread, { sheet, address }: Place, own: string) {
  const { row, column } = cellsOf(address);
  const at = addressOf({ row: row + 2, column, rows: rows.length, columns: headings.length });
  return { formula: formula(referenceTo({ sheet, address: at }, own)), above: [[title], headings, ...rows, []] };
}

const isFormula = (value: CellValue): value is string => typeof value === 'string' && value.startsWith('=');
