import type { Definition, Example } from '../catalogue/define';
import { printCall, printTyped, type Constant, type Typed } from '../catalogue/typed';

/** An example as it is typed in a cell: `=TAAS_MARGIN(1,,,,,,"WHOLE")`. Trailing defaults are left out. */
export const exampleFormula = (definition: Definition, example: Pick<Example, 'args'>): string =>
  formulaAsTyped(definition, example.args);

/** The same of any arguments by name, right or wrong. */
export function formulaAsTyped(definition: Definition, given: Readonly<Record<string, unknown>>): string {
  const args = Object.keys(definition.parameters).map((name) => argument(given[name]));
  while (args.at(-1) === null) args.pop();
  return `=${printCall({ name: definition.name, args })}`;
}

/** A value as Excel's formula language writes it: texts quoted, lists and tables as array constants. */
export const typed = (value: unknown): string => printTyped(argument(value));

/** A list stands in a column. */
function argument(value: unknown): Typed {
  if (!Array.isArray(value)) return (value ?? null) as Typed;
  const rows: readonly unknown[] = value;
  return rows.map((row) => (Array.isArray(row) ? row : [row]) as readonly Constant[]);
}

/** `revenues, [labels]`; brackets mean optional, as in Excel’s own help. */
export const parameterList = ({ parameters }: Definition): string =>
  Object.entries(parameters)
    .map(([name, parameter]) => ('required' in parameter ? name : `[${name}]`))
    .join(', ');

/** `TAAS_REV_SHARE([token_spend], [tiers], [mode])`. */
export const signature = (definition: Definition): string => `${definition.name}(${parameterList(definition)})`;
