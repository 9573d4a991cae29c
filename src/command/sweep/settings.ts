import type { Subject } from '../../analysis/subject';
import { withoutAssumption } from '../../catalogue/lift';
import { kindOf, type Parameter } from '../../catalogue/parameters';
import { parsePath, printPath } from '../../catalogue/path';
import type { Plain } from '../../catalogue/read';

const LONGEST = 300;

/** What changed from row to row, what did not and whose number it is, and what was only carried along. */
export function settingsOf(
  { definition, inputs }: Subject,
  varied: readonly string[],
  given: ReadonlySet<string>,
  carried: readonly string[],
): [label: string, text: string][] {
  const constants = Object.keys(definition.parameters).filter(
    (name) => !varied.includes(name) && inputs[name] !== undefined,
  );
  const textOf = (name: string): string =>
    `${name} ${constantText(name, definition.parameters[name]!, withoutAssumption(inputs[name]), varied)}`;
  const isGiven = (name: string): boolean => [...given].some((path) => parsePath(path)?.name === name);
  const lines: [string, string[]][] = [
    ['varied', [...varied]],
    ['given', constants.filter(isGiven).map(textOf)],
    ['base case', constants.filter((name) => !isGiven(name)).map(textOf)],
    ['carried along', [...carried]],
  ];
  return lines
    .filter(([, texts]) => texts.length > 0)
    .map(([label, texts]) => [label, texts.join(', ')] as const)
    .map(([label, text]) => [label, text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text]);
}

/** As it is typed: 0.6, WHOLE, {0,0.25;0.5,0.35}; what varies in a list stands there as such. */
function constantText(name: string, parameter: Parameter, plain: Plain, varied: readonly string[]): string {
  if (!Array.isArray(plain)) return typeof plain === 'object' ? JSON.stringify(plain) : String(plain);
  const columns = kindOf(parameter).numbers?.columns;
  const rows = plain.map((row: unknown, i) =>
    [row]
      .flat()
      .map((value, j) =>
        varied.includes(printPath({ name, at: i + 1, ...(columns && { part: columns[j]! }) }))
          ? 'varied'
          : String(value),
      )
      .join(','),
  );
  return `{${rows.join(';')}}`;
}
