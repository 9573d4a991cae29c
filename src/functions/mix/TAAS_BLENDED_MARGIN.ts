import { define } from '../../catalogue/define';
import { list } from '../../catalogue/parameters';

export const TAAS_BLENDED_MARGIN = define({
  name: 'TAAS_BLENDED_MARGIN',
  family: 'mix',
  answers: 'Margin of a company from the revenues and margins of its segments.',
  parameters: {
    revenues: list('usd_bn_quarter', 'Revenue of each segment.', { required: true, min: -1e6, max: 1e6, most: 5000 }),
    margins: list('margin', 'Margin of each segment, in the same order.', {
      required: true,
      min: -100,
      max: 1,
      most: 5000,
    }),
  },
  rules: [{ sameLength: ['revenues', 'margins'] }, { sumsAboveZero: 'revenues' }],
  result: { shape: 'number', unit: 'margin', about: 'revenue-weighted margin' },
  formula: (x, m) => {
    const profit = m.step('profit', m.sum(x.revenues.map((revenue, i) => revenue.times(x.margins[i]!))));
    return m.step('blended_margin', profit.div(m.step('revenue', m.sum(x.revenues))));
  },
  examples: [
    {
      args: { revenues: [33.8283, 2.3837, 1.375], margins: [0.3837, 0.2, 0.55] },
      gives: 0.378133628914253,
      says: 'Core, AI IaaS and Bedrock',
    },
    { args: { revenues: [100, 50], margins: [0.3, 0.6] }, gives: 0.4, says: 'a third of revenue at twice the margin' },
  ],
  related: ['TAAS_MARGIN_BRIDGE', 'TAAS_SEGMENT_IMPACT'],
});
