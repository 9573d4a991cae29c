import type { Definition, Example } from '../catalogue/define';

/** An example as it is typed in a cell: `=TAAS_MARGIN(1,,,,,,"WHOLE")`. Trailing defaults are left out. */
export const exampleFormula = (definition: Definition, example: Pick<Example, 'args'>): string =>
  formulaAsTyped(definition, example.args);

/** The same of any arguments by name, right or wrong. */
export function formulaAsTyped(definition: Definition, given: Readonly<Record<string, unknown>>): string {
  const args = Object.keys(definition.parameters).map((name) => typed(given[name]));
  while (args.at(-1) === '') args.pop();
  return `=${definition.name}(${args.join(',')})`;
}

/** A value as Excel's formula language writes it: texts quoted, lists and tables as array constants. */
export function typed(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return `"${value.replace(/"/g, '""')}"`;
  const rows = value as readonly unknown[];
  const nested = rows.some(Array.isArray);
  const row = (cells: readonly unknown[]): string => cells.map((cell) => typed(cell) || '""').join(',');
  return `{${nested ? rows.map((cells) => row(cells as readonly unknown[])).join(';') : rows.map((cell) => typed(cell)).join(';')}}`;
}

/** `revenues, [labels]`; brackets mean optional, as in Excel's own help. */
export const parameterList = ({ parameters }: Definition): string =>
  Object.entries(parameters)
    .map(([name, parameter]) => ('required' in parameter ? name : `[${name}]`))
    .join(', ');

/** `TAAS_REV_SHARE([token_spend], [tiers], [mode])`. */
export const signature = (definition: Definition): string => `${definition.name}(${parameterList(definition)})`;
