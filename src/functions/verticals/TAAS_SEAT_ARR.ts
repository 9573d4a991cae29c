import { define } from '../../catalogue/define';
import { seatRevenue } from '../../economics/seats';
import { SEATS } from './parameters';

export const TAAS_SEAT_ARR = define({
  name: 'TAAS_SEAT_ARR',
  family: 'verticals',
  answers: 'Annual recurring revenue of an assistant sold by the seat, such as Microsoft 365 Copilot.',
  parameters: SEATS,
  result: { shape: 'number', unit: 'usd_bn_year', about: 'ARR' },
  formula: (x, m) => seatRevenue(x, m).arr,
  examples: [
    { args: {}, gives: 7.2, says: 'Copilot at list: 20m of 450m seats' },
    { args: { attach: 0.05, discount: 0.4 }, gives: 4.86, says: 'more seats at 40% off bring less' },
  ],
  related: ['TAAS_SEAT_PNL', 'TAAS_SUBSCRIPTION_PNL', 'TAAS_RUN_RATE'],
});
