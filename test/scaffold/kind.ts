/** A kind of number that no function has and its test, and a function that takes one. */
const PERCENT = `import type { Num } from '../../formula/num';
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

export const KIND = {
  'src/catalogue/kinds/percent.ts': PERCENT,
  'test/catalogue/kinds/percent.test.ts': ITS_TEST,
  'src/functions/deal/TAAS_REBATE.ts': FUNCTION,
  'test/functions/deal/TAAS_REBATE.test.ts': TEST_OF_FUNCTION,
};
