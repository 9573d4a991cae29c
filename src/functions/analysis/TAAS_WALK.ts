import { effectIn, METHODS, walkOf } from '../../analysis/walk';
import { defineAnswer, unitOf, type Cell, type Listing } from '../../catalogue/define';
import { choice, headers, text } from '../../catalogue/parameters';
import { BLOCK_OF_CASES, SUBJECT } from './parameters';

export const TAAS_WALK = defineAnswer({
  name: 'TAAS_WALK',
  family: 'analysis',
  answers: 'Why a result moved from one case to another: what each input that differs did to it, adding up exactly.',
  parameters: {
    function: SUBJECT,
    cases: BLOCK_OF_CASES,
    from: text('Heading of the case where the walk starts, such as 1Q26A.', { required: true }),
    to: text('Heading of the case where it ends.', { required: true }),
    method: choice('How what several inputs do together is shared among them.', METHODS, 'SHAPLEY'),
    unit: choice(
      'Unit of the effects on a margin or a share; those on an amount are in its own.',
      { BPS: 'basis points', PP: 'percentage points', DEC: 'fractions' },
      'BPS',
    ),
    headers,
  },
  result: {
    shape: 'cells',
    holds: 'table',
    about: 'a line for each input that differs: its two values and its effect; then the total',
  },
  onlyValue: 'it analyses other functions',
  answer: (x, catalogue): Listing => {
    const { definition, names, results, drivers, change } = walkOf(x, catalogue);
    const own = unitOf(definition);
    const { unit, ofOne } = effectIn(own, x.unit);
    const effect = (of: typeof change): number => of.times(ofOne).toNumber() + 0;
    const lines = drivers.map((driver) => {
      const parameter = definition.parameters[driver.name]!;
      const values = [driver.from, driver.to].map((value): Cell => (typeof value === 'object' ? '' : (value ?? '')));
      const each = 'unit' in parameter ? parameter.unit : undefined;
      return { label: driver.name, unit: [each, each, unit], values: [...values, effect(driver.effect)] };
    });
    const total = { label: 'Total', unit: [own, own, unit], values: [...results, effect(change)] };
    return { header: ['Driver', ...names, 'Effect'], rows: [...lines, total] };
  },
  examples: [
    {
      args: {
        cases: [
          ['Name', '4Q25A', '1Q26A'],
          ['token_spend', 0.740741, 2],
          ['fixed_fee', 0.3, 0.7],
          ['infra_cogs', 0.235714, 0.55],
        ],
        from: '4Q25A',
        to: '1Q26A',
        headers: false,
      },
      gives: [
        [0.740741, 2, 2426.1319916111],
        [0.3, 0.7, 2134.8081029859],
        [0.235714, 0.55, -3932.37510114131],
        [0.487143500654431, 0.55, 628.564993455692],
      ],
      says: 'spend and fee lift the margin, the infrastructure takes most of it back',
    },
    {
      args: {
        cases: [
          ['Name', 'BASE', 'BEAR'],
          ['token_spend', 2, 1.2],
        ],
        from: 'BASE',
        to: 'BULL',
      },
      gives: '#VALUE!',
      says: 'a case that is not there is answered with those that are',
    },
  ],
  related: ['TAAS_CALL', 'TAAS_MARGIN_BRIDGE', 'TAAS_TORNADO'],
});
