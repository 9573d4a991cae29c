/**
 * Adding a kind of parameter is adding one file and its test. A copy of the repository gets a kind of number that no
 * function has, and a function that takes one: the gate, every reading, the analyses, help and the fuzz know it.
 */
import type { Metadata } from '../../src/workbench/metadata';
import { runAddIn } from '../workbench/add-in';
import { openSheet } from '../workbench/headless';
import { copyWith, type Copy } from './copy';

const KIND = `import type { Num } from '../../formula/num';
import { allows, rangeInWords } from '../domain';
import type { Kind, KindInHelp } from '../kind';
import { asNumber, bad, shown, snapped } from '../read';

/** A percentage as it is said: 5 and 5% are five per cent, and the formula sees a twentieth. */
export interface PercentParameter {
  readonly kind: 'percent';
  readonly about: string;
  readonly required?: true;
}

export const percent = <const O extends { readonly required?: true }>(about: string, options: O) =>
  ({ kind: 'percent', about, ...options }) as const;

interface PercentTypes {
  readonly parameter: PercentParameter;
  readonly data: number;
  readonly seen: Num;
  readonly written: number;
}

const ALL = { unit: 'plain', min: 0, max: 100 } as const;
const expected = (): string => rangeInWords('a percentage', ALL);

export const PERCENT: Kind<PercentTypes> = {
  shape: 'cell',
  parse(name, _, given) {
    const x = asNumber(given);
    const said = x !== undefined && String(given).includes('%') ? snapped(x * 100) : x;
    if (said !== undefined && allows(ALL, said)) return said;
    throw bad(name, \`is \${shown(given)}\`, expected());
  },
  expected,
  numbers: {
    bind: (name, value, enter) => (typeof value === 'number' ? enter(name, value).div(100) : value),
    elements: (name, x) => [[name, x]],
    domain: () => ALL,
    expected,
  },
};

export const PERCENT_IN_HELP: KindInHelp<PercentTypes> = {
  noun: 'percentage',
  typescript: () => 'Quantity',
  mistakes: () => [['beyond', 150]],
  sample: () => ({ number: ALL }),
};
`;

const ITS_TEST = `import { read } from '../read';

test('five per cent may be said in three ways', () => {
  const spend = { token_spend: 2 };
  for (const said of [5, '5', '5%']) expect(read('TAAS_REBATE', 'rebate', said, spend)).toBe(5);
  expect(read('TAAS_REBATE', 'rebate', 150, spend)).toEqual([
    '#VALUE!',
    'rebate is 150: expected a percentage from 0 to 100.',
  ]);
});
`;

const FUNCTION = `import { define } from '../../catalogue/define';
import { money, percent } from '../../catalogue/parameters';

export const TAAS_REBATE = define({
  name: 'TAAS_REBATE',
  family: 'deal',
  answers: 'What is left of token spend after a rebate.',
  parameters: {
    token_spend: money('usd_bn_quarter', 'Spend before the rebate.', { required: true }),
    rebate: percent('Rebate on the spend.', { required: true }),
  },
  result: { shape: 'number', unit: 'usd_bn_quarter', about: 'spend after the rebate' },
  formula: (x, m) => m.step('spend_after_rebate', x.token_spend.minus(x.token_spend.times(x.rebate))),
  examples: [
    { args: { token_spend: 2, rebate: 5 }, gives: 1.9, says: 'a twentieth less' },
    { args: { token_spend: 2, rebate: 100 }, gives: 0, says: 'nothing is left' },
  ],
});
`;

const TEST_OF_FUNCTION = `import { number } from '../cell';

test('a rebate of 10% leaves nine tenths', () => {
  expect(number('TAAS_REBATE', { token_spend: 2, rebate: '10%' })).toBe(1.8);
});
`;

const ADDED = {
  'src/catalogue/kinds/percent.ts': KIND,
  'test/catalogue/kinds/percent.test.ts': ITS_TEST,
  'src/functions/deal/TAAS_REBATE.ts': FUNCTION,
  'test/functions/deal/TAAS_REBATE.test.ts': TEST_OF_FUNCTION,
};

let copy: Copy;

beforeAll(() => {
  copy = copyWith(ADDED);
  copy.run('node_modules/webpack-cli/bin/cli.js', '--config-name', 'addin');
});

afterAll(() => copy.remove());

test('the compiler asks for nothing else', () => {
  expect(copy.run('node_modules/typescript/bin/tsc', '--noEmit')).toBe('');
});

test('its own test passes, and so do those of every kind and every function: the gate, the rows, the fuzz, the engines', () => {
  const printed = copy.test(
    '--testNamePattern',
    'TAAS_REBATE|five per cent|a rebate of',
    'test/catalogue/kinds/percent.test.ts',
    'test/functions/deal/TAAS_REBATE.test.ts',
    'test/functions/examples.test.ts',
    'test/catalogue/(gate|conditions|fuzz)',
    'test/engines',
    'test/derive/(words|catalogue-json)',
  );
  expect(printed).toContain('✓ five per cent may be said in three ways');
  expect(printed).toContain('✓ a rebate of 10% leaves nine tenths');
  expect(printed).toContain('✓ TAAS_REBATE, example 1: a twentieth less');
  expect(printed).not.toContain('✕');
});

test('Excel, help and programs are told of it', () => {
  const { functions } = JSON.parse(copy.built('functions.json')) as {
    functions: readonly { id: string; parameters: readonly { description: string }[] }[];
  };
  const found = functions.find(({ id }) => id === 'TAAS_REBATE')!;
  expect(found.parameters[1]!.description).toBe('Rebate on the spend. A percentage from 0 to 100.');
  expect(copy.built('help/TAAS_REBATE.html')).toContain('rebate is 150: expected a percentage from 0 to 100.');
  expect(copy.built('catalogue.json')).toContain('"kind": "percent"');
  expect(copy.built('catalogue.schema.json')).toContain('"percent"');
  expect(copy.built('llms.txt')).toContain('- rebate: percentage');
});

test('analyses vary it', async () => {
  const implementations = runAddIn((file) => copy.built(file));
  const sheet = openSheet(JSON.parse(copy.built('functions.json')) as Metadata, implementations);
  expect(await sheet.answer('=TAAS_SOLVE("TAAS_REBATE(2)",1.5,"rebate")', 'A1')).toBeCloseTo(25, 9);
  expect(await sheet.answer('=TAAS_NATIVE("TAAS_REBATE(2,B4)")', 'A2')).toBe(
    '=LET(token_spend,2,rebate,B4,token_spend-token_spend*rebate/100)',
  );
  sheet.close();
});

test('nothing else was edited: the index is written from the folder', () => {
  expect(copy.changed()).toEqual(
    [
      ...Object.keys(ADDED),
      'src/catalogue/kinds/index.ts',
      'src/functions/index.ts',
      'src/functions/formulas.ts',
    ].sort(),
  );
});
