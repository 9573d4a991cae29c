/** Rows that hold no inputs, on every engine. */
import { inputsWith } from '../../src/catalogue/inputs';
import { sqlOf } from '../../src/catalogue/readings';
import { DIALECTS } from '../../src/formula/print/sql/dialects';
import type { SqlDialect } from '../../src/formula/print/sql/query';
import { catalogue } from '../functions/cell';

/** What is no input: each of these rows has no value, and stops no query. */
const NO_INPUTS: readonly (readonly [what: string, token_spend: string, infra_cogs: string])[] = [
  ['blank', 'NULL', '0.55'],
  ['below the range', '-1', '0.55'],
  ['above the range', '1000001', '0.55'],
  ['not a number', "'NaN'", '0.55'],
  ['infinite', "'Infinity'", '0.55'],
  ['beyond every product', '1E300', '1E300'],
  ['no revenue to divide by', '0', '0'],
];

/** The margin of each of them, and of one scenario more that has a value. */
export function noInputs(dialect: SqlDialect): string {
  const definition = catalogue.find('TAAS_MARGIN');
  const cell = (text: string): string => `CAST(${text} AS ${DIALECTS[dialect].double})`;
  const rows = [...NO_INPUTS.map(([, ...row]) => row), ['2', '0.55']].map(
    (row, i) => `(${[i, ...row.map(cell)].join(', ')})`,
  );
  const table = `(VALUES ${rows.join(', ')}) AS scenarios(scenario, token_spend, infra_cogs)`;
  const columns = [{ name: 'scenario' }, ...['token_spend', 'infra_cogs'].map((name) => ({ name, path: name }))];
  const text = sqlOf(definition, inputsWith(definition, [['fixed_fee', 0]]), { table, columns }, dialect);
  return `SELECT taas_margin FROM (${text}) AS results ORDER BY scenario`;
}

export const noValues: readonly (number | null)[] = [...NO_INPUTS.map(() => null), (0.675 * 0.95 - 0.55) / 0.675];
export const toTwelveDigits = (x: number | null): number | null => (x === null ? null : Number(x.toPrecision(12)));
