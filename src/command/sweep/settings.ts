import type { Subject } from '../../analysis/subject';
import { printInput } from '../../catalogue/numbers';
import { parsePath } from '../../catalogue/path';

const LONGEST = 300;

/** What changed from row to row, what did not and whose number it is, and what was only carried along. */
export function settingsOf(
  { definition, inputs }: Subject,
  varied: readonly string[],
  given: ReadonlySet<string>,
  carried: readonly string[],
): [label: string, text: string][] {
  const paths = new Set(varied);
  const constants = Object.keys(definition.parameters).filter((name) => !paths.has(name) && inputs[name] !== undefined);
  const textOf = (name: string): string => `${name} ${printInput(definition, inputs, name, paths)}`;
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
