import { base, current, type Case } from '../../book/case';
import type { Assumption } from '../../catalogue/assumption';
import { plainly } from '../../catalogue/assumption';
import { defaultText } from '../../catalogue/call';
import { expectation } from '../../catalogue/kinds';
import { defineAnswer, type Block, type Catalogue, type Cell, type Definition } from '../../catalogue/define';
import { isAssumption } from '../../catalogue/lift';
import { headers, text } from '../../catalogue/parameters';
import { Problem } from '../../catalogue/problem';
import { shown, type Plain } from '../../catalogue/read';
import { named } from '../../catalogue/subject';
import { UNITS, type Unit } from '../../catalogue/units';

const HEADER = ['Name', 'Value', 'Unit', 'Range', 'Source'];

export const TAAS_ASSUMPTIONS = defineAnswer({
  name: 'TAAS_ASSUMPTIONS',
  family: 'trust',
  answers: 'The inputs of a function with value, unit, range and source: the block to start a model from.',
  parameters: {
    function: text('Name of the function; blank for the whole base case.', {}),
    headers,
  },
  result: { shape: 'cells', about: 'a line for each input' },
  onlyValue: 'a look-up in the catalogue',
  answer: (x, catalogue, { base }: Case = current): Block => {
    const lines =
      x.function === undefined
        ? Object.values<Assumption>(base).map((assumption) =>
            line(assumption.name, plainly(assumption), assumption, rangeOf(assumption)),
          )
        : Object.entries(withoutArguments(catalogue, x.function).parameters)
            .filter(([name]) => name !== 'headers')
            .map(([name, parameter]) => {
              const fallback = 'default' in parameter ? (parameter.default as Plain) : undefined;
              const allowed = expectation(parameter);
              if (isAssumption(fallback)) return line(name, plainly(fallback), fallback, allowed);
              const source = 'required' in parameter ? 'yours: no default' : 'how the function works';
              return {
                cells: [
                  name,
                  defaultText(parameter),
                  'unit' in parameter ? UNITS[parameter.unit].words : '',
                  allowed,
                  source,
                ],
                unit: undefined,
              };
            });
    if (lines.length === 0) {
      const { name } = catalogue.find(x.function!);
      throw new Problem('#N/A', `${name} has no inputs: there is nothing to assume.`, 'function');
    }
    const cells = lines.map((entry) => entry.cells);
    const units = lines.map((entry) => [undefined, entry.unit]);
    return x.headers
      ? { cells: [HEADER, ...cells], units: [[], ...units] }
      : { cells: cells.map((row) => row.slice(1)), units: units.map((row) => row.slice(1)) };
  },
  examples: [
    {
      args: { function: 'BEDROCK_REVENUE', headers: false },
      gives: [
        [
          37.587,
          '$bn a quarter',
          'a number from 0 to 1,000,000',
          `${base.aws_revenue.standing}: ${base.aws_revenue.source}`,
        ],
        [0.1, 'fraction (5% is 0.05)', 'a number from 0 to 1', `${base.ai_share.standing}: ${base.ai_share.source}`],
        [
          0.37,
          'fraction (5% is 0.05)',
          'a number from 0 to 1',
          `${base.bedrock_share.standing}: ${base.bedrock_share.source}`,
        ],
      ],
      says: 'the three inputs of Bedrock revenue',
    },
    { args: { function: 'TAAS_MARGN' }, gives: '#N/A', says: 'names the nearest function' },
    { args: { function: 'TAAS_PEERS' }, gives: '#N/A', says: 'it is computed from the public series alone' },
  ],
  related: ['TAAS_BASE', 'TAAS_FACT'],
});

/** The function of that name: what a call gives it would be no assumption of ours. */
function withoutArguments(catalogue: Catalogue, text: string): Definition {
  const { definition, given } = named(catalogue, text, { argument: 'function' });
  if (Object.keys(given).length === 0) return definition;
  const sentence = `function is ${shown(text)}: expected the name alone, ${definition.name}, since these are its assumptions and not what a call gives it.`;
  throw new Problem('#VALUE!', sentence, 'function');
}

const rangeOf = (assumption: Assumption): string =>
  assumption.range ? `${assumption.range[0]} to ${assumption.range[1]}` : 'derived';

/** A list or a table is written as Excel writes an array constant. */
function line(
  name: string,
  value: ReturnType<typeof plainly>,
  assumption: Assumption,
  range: string,
): { cells: Cell[]; unit: Unit | undefined } {
  const shown = Array.isArray(value)
    ? `{${value.map((row) => (Array.isArray(row) ? row.join(',') : row)).join(';')}}`
    : value;
  return {
    cells: [name, shown, UNITS[assumption.unit].words, range, `${assumption.standing}: ${assumption.source}`],
    unit: Array.isArray(value) ? undefined : assumption.unit,
  };
}
