import { base } from '../../book/case';
import { define } from '../../catalogue/define';
import { headers, labels, list, money } from '../../catalogue/parameters';

const MOST_CHANNELS = 1000;
const shares = (about: string) => list('share', about, { min: 0, max: 1, most: MOST_CHANNELS, required: true });

/** ARR grows evenly through the quarter, so its revenue is a quarter of the average of the two ends. */
export const TAAS_CHANNEL_SPLIT = define({
  name: 'TAAS_CHANNEL_SPLIT',
  family: 'verticals',
  answers:
    'A lab’s revenue of a quarter by channel: what is spent there, what the channel is paid and what the lab keeps.',
  parameters: {
    arr_open: money('usd_bn_year', 'ARR at the start of the quarter.', { default: base.arr_quarter_before }),
    arr_close: money('usd_bn_year', 'ARR at its end.', { default: base.arr }),
    shares: shares('Share of revenue that each channel brings; they sum to 1.'),
    payout_rates: shares('Share of that revenue paid to each channel, in the same order; 0 for the lab’s own.'),
    labels: labels('Names of the channels, in the same order.', MOST_CHANNELS),
    headers,
  },
  rules: [{ sameLength: ['shares', 'payout_rates', 'labels'] }, { sumsToOne: 'shares' }],
  result: { shape: 'table', about: 'a line for each channel and the total: spend, payout, kept by the lab' },
  formula: (x, m) => {
    const revenue = m.step('revenue', x.arr_open.plus(x.arr_close).div(8));
    const channels = x.shares.map((share, i) => {
      const spend = m.step(`spend_${i + 1}`, revenue.times(share));
      const payout = m.step(`payout_${i + 1}`, spend.times(x.payout_rates[i]!));
      return [spend, payout, m.step(`kept_${i + 1}`, spend.minus(payout))];
    });
    const total = ['spend', 'payout', 'kept'].map((name, j) =>
      m.step(name, m.sum(channels.map((channel) => channel[j]!))),
    );
    return {
      header: ['Channel', 'Spend', 'Payout', 'Kept by the lab'],
      rows: [...channels, total].map((values, i) => ({
        label: i === channels.length ? 'Total' : (x.labels?.[i] ?? `Channel ${i + 1}`),
        unit: 'usd_bn_quarter',
        values,
      })),
    };
  },
  examples: [
    {
      args: {
        shares: [0.410256, 0.12, 0.05, 0.419744],
        payout_rates: [0.3375, 0.25, 0.2, 0],
        labels: ['Bedrock', 'Vertex', 'Foundry', 'Direct'],
      },
      gives: [
        [1.999998, 0.674999325, 1.324998675],
        [0.585, 0.14625, 0.43875],
        [0.24375, 0.04875, 0.195],
        [2.046252, 0, 2.046252],
        [4.875, 0.869999325, 4.005000675],
      ],
      says: 'Anthropic in 1Q26: payouts of 17.8% of revenue, where the press has about a tenth',
    },
    {
      args: { arr_open: 30, arr_close: 54, shares: [0.5, 0.5], payout_rates: [0.3, 0], headers: false },
      gives: [
        [5.25, 1.575, 3.675],
        [5.25, 0, 5.25],
        [10.5, 1.575, 8.925],
      ],
      says: 'a quarter later, half of it through clouds',
    },
    { args: { shares: [0.5, 0.4], payout_rates: [0.3, 0.2] }, gives: '#VALUE!', says: 'shares sum to 1' },
  ],
  related: ['TAAS_LAB_PNL', 'TAAS_REV_SHARE', 'TAAS_ARR_FORECAST'],
});
