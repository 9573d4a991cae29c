import { quarterAfter } from '../../../catalogue/quarter';
import type { Model } from './model';
import { percent, type Headline } from './row';

/** What the articles say in words, against the public series and the product’s own numbers. */
export const CLAIMS: readonly Headline[] = [
  {
    name: 'AWS is "widening its lead" over Google Cloud',
    unit: 'pp',
    value: (model) => lead(model, 0),
    quoted: (model) => lead(model, -1),
    tolerance: 0,
    claim: 'AT_LEAST',
    note: (model) =>
      `As reported the lead narrows: ${[-4, -1, 0].map((quarters) => lead(model, quarters).toFixed(1)).join(', ')} pp a year and a quarter ago and now.`,
  },
  {
    name: 'Google Cloud’s improvement was "limited"',
    unit: 'bp',
    value: ({ ask }) => ask('TAAS_PEERS[Google Cloud, QoQ, bp]'),
    quoted: ({ ask }) => ask('TAAS_PEERS[AWS, QoQ, bp]'),
    tolerance: 0,
    claim: 'AT_MOST',
    note: 'As reported it rose by more than AWS in the quarter; that it leaves training out is another matter.',
  },
  {
    name: 'AWS has the "only true rising trend"',
    unit: 'bp',
    value: ({ ask }) => ask('TAAS_PEERS[AWS, Slope, bp a quarter]'),
    quoted: ({ ask }) => ask('TAAS_PEERS[Google Cloud, Slope, bp a quarter]'),
    tolerance: 0,
    claim: 'AT_LEAST',
    note: 'Over five reported quarters AWS falls and Google Cloud climbs; AWS rises only from its trough.',
  },
  {
    name: 'AWS margins "surpass rivals"',
    unit: 'margin',
    value: (model) => margin(model, 'AWS', 0),
    quoted: (model) => margin(model, MICROSOFT, 0),
    tolerance: 0,
    claim: 'AT_LEAST',
    note: 'True of Google Cloud; as reported Microsoft Intelligent Cloud has more, and Azure alone is not disclosed.',
  },
  {
    name: 'A shorter server life "boosts" the margin',
    unit: 'bp',
    value: ({ ask }) => ask('TAAS_LIFE_IMPACT', { life_from: 6, life_to: 5 }),
    quoted: 0,
    tolerance: 0,
    claim: 'AT_LEAST',
    note: 'The sign is wrong: from six years to five depreciation rises and the margin falls.',
  },
  {
    name: 'What the deal shares is within all payouts',
    unit: 'usd_bn_quarter',
    value: ({ ask }) => ask('TAAS_REV_SHARE'),
    quoted: ({ ask }) => ask('TAAS_LAB_PNL[Partner share]'),
    tolerance: 0,
    claim: 'AT_MOST',
    note: 'Our deal pays one channel more than a tenth of the lab’s revenue, which the press has for all of them.',
  },
  {
    name: 'Token price of the deal at list prices',
    unit: 'usd_m_tokens',
    value: ({ number }) => number('token_price'),
    quoted: ({ ask }) => ask('TAAS_TOKEN_PRICE'),
    tolerance: 0,
    note: ({ ask, number }) => {
      const tokens = (number('token_spend') * 1000) / ask('TAAS_TOKEN_PRICE');
      return `At list prices the spend is ${tokens.toFixed(0)} trillion tokens, ${percent(tokens / ask('TAAS_MW_TO_TOKENS'), 0)} of what the megawatts serve.`;
    },
  },
  {
    name: 'Operating margin is "after variable costs"',
    unit: 'margin',
    value: ({ ask }) => ask('TAAS_MARGIN'),
    quoted: ({ ask }) => ask('TAAS_PNL[Gross profit]') / ask('TAAS_PNL[Net revenue]'),
    tolerance: 0,
    note: 'The glossary is wrong: it is after all operating costs, depreciation among them; of Bedrock both are shown.',
  },
];

const MICROSOFT = 'Microsoft Intelligent Cloud (wider than Azure)';

function margin({ ask, on }: Model, segment: string, quarters: number): number {
  const quarter = quarterAfter(on.quarters.now, quarters);
  return ask(`TAAS_PEERS[${segment}, Margin ${quarter}]`, { quarter });
}

const lead = (model: Model, quarters: number): number =>
  100 * (margin(model, 'AWS', quarters) - margin(model, 'Google Cloud', quarters));
