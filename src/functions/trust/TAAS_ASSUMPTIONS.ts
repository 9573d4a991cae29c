import { current, documented, type Case } from '../../book/case';
import type { Assumption } from '../../catalogue/assumption';
import { plainly } from '../../catalogue/assumption';
import { defaultText } from '../../catalogue/call';
import { defineAnswer, type Catalogue, type Definition, type Listing } from '../../catalogue/define';
import { expectation, headers, kindOf, text } from '../../catalogue/parameters';
import { isAssumption } from '../../catalogue/lift';
import { parsePath, printPath } from '../../catalogue/path';
import { Problem } from '../../catalogue/problem';
import { shown, type Plain } from '../../catalogue/read';
import { named } from '../../catalogue/subject';
import { UNITS } from '../../catalogue/units';

const { aws_revenue, ai_share, bedrock_share } = documented.base;
const HEADER = ['Name', 'Value', 'Unit', 'Range', 'Source'];

export const TAAS_ASSUMPTIONS = defineAnswer({
  name: 'TAAS_ASSUMPTIONS',
  family: 'trust',
  answers: 'The inputs of a function with value, unit, range and source: the block to start a model from.',
  parameters: {
    function: text('Name of the function; blank for the whole base case.', {}),
    headers,
  },
  result: { shape: 'cells', holds: 'table', about: 'a line for each input' },
  onlyValue: 'a look-up in the catalogue',
  answer: (x, catalogue, { base }: Case = current): Listing => {
    const rows =
      x.function === undefined
        ? Object.values<Assumption>(base).flatMap((assumption) =>
            linesOf(assumption.name, assumption, () => rangeOf(assumption)),
          )
        : Object.entries(withoutArguments(catalogue, x.function).parameters)
            .filter(([name]) => name !== 'headers')
            .flatMap(([name, parameter]): Line[] => {
              const fallback = 'default' in parameter ? (parameter.default as Plain) : undefined;
              const { numbers } = kindOf(parameter);
              const allowed = (path: string): string =>
                numbers?.expected(parameter, parsePath(path)!) ?? expectation(parameter);
              if (isAssumption(fallback)) return linesOf(name, fallback, allowed);
              const source = 'required' in parameter ? 'yours: no default' : 'how the function works';
              const unit = 'unit' in parameter ? UNITS[parameter.unit].words : '';
              const values = [defaultText(parameter), unit, expectation(parameter), source];
              return [{ label: name, unit: undefined, values }];
            });
    if (rows.length === 0) {
      const { name } = catalogue.find(x.function!);
      throw new Problem('#N/A', `${name} has no inputs: there is nothing to assume.`, 'function');
    }
    return { header: HEADER, rows };
  },
  examples: [
    {
      args: { function: 'BEDROCK_REVENUE', headers: false },
      gives: [
        [37.587, '$bn a quarter', 'a number from 0 to 1,000,000', `${aws_revenue.standing}: ${aws_revenue.source}`],
        [0.1, 'fraction (5% is 0.05)', 'a number from 0 to 1', `${ai_share.standing}: ${ai_share.source}`],
        [0.37, 'fraction (5% is 0.05)', 'a number from 0 to 1', `${bedrock_share.standing}: ${bedrock_share.source}`],
      ],
      says: 'the three inputs of Bedrock revenue',
    },
    { args: { function: 'TAAS_MARGN' }, gives: '#N/A', says: 'names the nearest function' },
    { args: { function: 'TAAS_VERSION' }, gives: '#N/A', says: 'it has nothing to assume' },
  ],
  related: ['TAAS_BASE', 'TAAS_FACT'],
});

/** The function of that name: what a call gives it would be no assumption of ours. */
function withoutArguments(catalogue: Catalogue, text: string): Definition {
  const { definition, line, given } = named(catalogue, text, { argument: 'function' });
  if (Object.keys(given).length === 0 && line === undefined) return definition;
  const sentence = `function is ${shown(text)}: expected the name alone, ${definition.name}, since these are its assumptions and not what a call gives it.`;
  throw new Problem('#VALUE!', sentence, 'function');
}

const rangeOf = (assumption: Assumption): string =>
  assumption.range
    ? `${assumption.range[0]} to ${assumption.range[1]}`
    : assumption.standing === 'derived'
      ? 'derived'
      : '';

type Line = Listing['rows'][number];

/** A line for each number, so that the lines are a block of cases as they are. */
const linesOf = (name: string, assumption: Assumption, allowed: (path: string) => string): Line[] =>
  numbersOf(name, plainly(assumption)).map(([path, value]) => {
    const unit = path.endsWith('.from') ? 'usd_bn_quarter' : assumption.unit;
    const source = `${assumption.standing}: ${assumption.source}`;
    return { label: path, unit: [unit], values: [value, UNITS[unit].words, allowed(path), source] };
  });

function numbersOf(name: string, plain: ReturnType<typeof plainly>): (readonly [path: string, x: number])[] {
  if (typeof plain === 'number') return [[name, plain]];
  return plain.flatMap((row, i) => {
    const [from, rate] = Array.isArray(row) ? row : [row];
    const element = { name, at: i + 1 };
    if (rate === undefined) return [[printPath(element), from!] as const];
    return [
      [printPath({ ...element, part: 'from' }), from!] as const,
      [printPath({ ...element, part: 'rate' }), rate] as const,
    ];
  });
}
