import { define } from '../../catalogue/define';
import { headers, list } from '../../catalogue/parameters';

const MOST_PRODUCTS = 5000;
const quantities = (about: string) =>
  list('quantity', about, { required: true, min: 0, max: 1e12, most: MOST_PRODUCTS });
const prices = (about: string) => list('money', about, { required: true, min: -1e9, max: 1e9, most: MOST_PRODUCTS });

/** What is sold in one period only has no price in the other; it takes the price it has, so none of its effect is price. */
export const TAAS_PRICE_VOLUME_MIX = define({
  name: 'TAAS_PRICE_VOLUME_MIX',
  family: 'mix',
  answers:
    'The change of revenue split into price, volume and mix, for quantities that can be added (tokens, seats, MW).',
  parameters: {
    quantities0: quantities('Quantities, earlier period.'),
    prices0: prices('Prices, earlier period.'),
    quantities1: quantities('Quantities, later period.'),
    prices1: prices('Prices, later period.'),
    headers,
  },
  rules: [{ sameLength: ['quantities0', 'prices0', 'quantities1', 'prices1'] }, { sumsAboveZero: 'quantities0' }],
  result: { shape: 'table', about: 'price, volume, mix and total' },
  formula: (x, m) => {
    const quantity0 = m.step('total_quantity0', m.sum(x.quantities0));
    const quantity1 = m.step('total_quantity1', m.sum(x.quantities1));
    const revenue0 = m.step('revenue0', m.sum(x.quantities0.map((q, i) => q.times(x.prices0[i]!))));
    const oldPrices = x.quantities0.map((q, i) =>
      m.step(`old_price_${i + 1}`, m.when(q.above(0), x.prices0[i]!, x.prices1[i]!)),
    );
    const atOldPrices = m.step('revenue1_at_old_prices', m.sum(x.quantities1.map((q, i) => q.times(oldPrices[i]!))));
    const revenue1 = m.step('revenue1', m.sum(x.quantities1.map((q, i) => q.times(x.prices1[i]!))));
    const averagePrice0 = m.step('average_price0', revenue0.div(quantity0));
    const price = m.step('price_effect', revenue1.minus(atOldPrices));
    const volume = m.step('volume_effect', quantity1.minus(quantity0).times(averagePrice0));
    const mix = m.step('mix_effect', atOldPrices.minus(quantity1.times(averagePrice0)));
    return {
      header: ['Effect', 'Revenue'],
      rows: [
        { label: 'Price', unit: 'money', values: [price] },
        { label: 'Volume', unit: 'money', values: [volume] },
        { label: 'Mix', unit: 'money', values: [mix] },
        { label: 'Total', unit: 'money', values: [m.step('total', m.sum([price, volume, mix]))] },
      ],
    };
  },
  examples: [
    {
      args: { quantities0: [100, 50], prices0: [2, 5], quantities1: [110, 80], prices1: [2.1, 4.8] },
      gives: [[-5], [120], [50], [165]],
      says: 'more of the dearer product',
    },
    {
      args: { quantities0: [10], prices0: [3], quantities1: [12], prices1: [4] },
      gives: [[12], [6], [0], [18]],
      says: 'one product has no mix',
    },
    {
      args: { quantities0: [100, 0], prices0: [2, 0], quantities1: [100, 50], prices1: [2, 5] },
      gives: [[0], [100], [150], [250]],
      says: 'a new product: no price moved',
    },
  ],
  related: ['TAAS_MARGIN_BRIDGE', 'TAAS_API_PNL'],
});
