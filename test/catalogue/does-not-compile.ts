/**
 * What a definition cannot say: `npm run typecheck` fails if any of these compiles.
 * Nothing here runs.
 */
import { base } from '../../src/book/case';
import { define } from '../../src/catalogue/define';
import { choice, list, money, share, tiers } from '../../src/catalogue/parameters';

const parameters = {
  spend: money('usd_bn_quarter', 'Spend.', { default: base.token_spend }),
  rate: share('Rate.', { required: true }),
  floor: share('Floor.', {}),
  mode: choice('Mode.', { MARGINAL: 'a', WHOLE: 'b' }, 'WHOLE'),
};
const described = { family: 'deal', answers: 'An answer.', parameters } as const;
const number = { shape: 'number', unit: 'usd_bn_quarter', about: 'x' } as const;
const examples = [
  { args: { rate: 0.1 }, gives: 0.2, says: 'one' },
  { args: { rate: 0.2, mode: 'WHOLE' }, gives: 0.4, says: 'two' },
] as const;

// As it should be.
define({ ...described, name: 'TAAS_FINE', result: number, formula: (x, m) => m.step('y', x.spend.times(x.rate)), examples: [...examples] });

// @ts-expect-error an input that is misspelt
define({ ...described, name: 'TAAS_MISSPELT', result: number, formula: (x) => x.spned.times(x.rate), examples: [...examples] });

// @ts-expect-error an input without a default may be missing
define({ ...described, name: 'TAAS_MISSING', result: number, formula: (x) => x.spend.times(x.floor), examples: [...examples] });

// @ts-expect-error an option is a word, not a number of the arithmetic
define({ ...described, name: 'TAAS_OPTION', result: number, formula: (x) => x.mode.times(x.rate), examples: [...examples] });

// @ts-expect-error a table where one number was promised
define({ ...described, name: 'TAAS_TABLE', result: number, formula: () => ({ header: [], rows: [] }), examples: [...examples] });

// @ts-expect-error a name that is not ours
define({ ...described, name: 'MARGIN', result: number, formula: (x) => x.spend, examples: [...examples] });

// @ts-expect-error a family there is not
define({ ...described, family: 'deals', name: 'TAAS_FAMILY', result: number, formula: (x) => x.spend, examples: [...examples] });

// @ts-expect-error one example only
define({ ...described, name: 'TAAS_ONE', result: number, formula: (x) => x.spend, examples: [examples[0]] });

const first = examples[0];
// @ts-expect-error an example that names an input there is not
define({ ...described, name: 'TAAS_A', result: number, formula: (x) => x.spend, examples: [first, { args: { rat: 1 }, gives: 1, says: 'x' }] });

// @ts-expect-error an example with a text for a number
define({ ...described, name: 'TAAS_B', result: number, formula: (x) => x.spend, examples: [first, { args: { rate: '10%' }, gives: 1, says: 'x' }] });

// @ts-expect-error an example with an option there is not
define({ ...described, name: 'TAAS_C', result: number, formula: (x) => x.spend, examples: [first, { args: { mode: 'CLIFF' }, gives: 1, says: 'x' }] });

// @ts-expect-error a rule about an input there is not
define({ ...described, name: 'TAAS_D', result: number, rules: [{ together: ['spend', 'nothing'] }], formula: (x) => x.spend, examples: [...examples] });

// @ts-expect-error a default that is not one of the options
choice('Mode.', { MARGINAL: 'a', WHOLE: 'b' }, 'CLIFF');

// @ts-expect-error a bare number for a default: every default is an assumption with a source
money('usd_bn_quarter', 'Spend.', { default: 2 });

// @ts-expect-error an assumption there is not
money('usd_bn_quarter', 'Spend.', { default: base.token_spned });

// @ts-expect-error a table for the default of a number
share('Rate.', { default: base.tiers });

// @ts-expect-error one number for the default of a list
list('margin', 'Margins.', { most: 10, default: base.ai_share });

// @ts-expect-error a list without a largest size
list('margin', 'Margins.', { required: true });

// @ts-expect-error a list for the default of a tier table
tiers('Tiers.', base.segment_margins);

// @ts-expect-error a unit there is not
money('usd_trillion', 'Spend.', {});
