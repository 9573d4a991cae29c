import fc from 'fast-check';
import { body, number } from '../cell';

const lines = (args: Record<string, unknown>): number[] => body('TAAS_API_PNL', args).map((row) => row[0]!);

test('the tokens behind Bedrock at $1.50 a million are its $2.0bn of spend', () => {
  expect(lines({ tokens: 1333.333333333, token_price: 1.5, token_cost: 0.4128 })[0]).toBeCloseTo(2, 9);
});

test('revenue is what is paid out and what is kept', () => {
  const price = fc.double({ min: 0.01, max: 30, noNaN: true });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      fc.double({ min: 1, max: 1e5, noNaN: true }),
      price,
      price,
      share,
      (tokens, token_price, token_cost, partner_share) => {
        const [revenue, serving, partner, gross, margin] = lines({ tokens, token_price, token_cost, partner_share });
        expect((serving! + partner! + gross!) / revenue!).toBeCloseTo(1, 10);
        expect(margin).toBeCloseTo(1 - token_cost / token_price - partner_share, 8);
      },
    ),
  );
});

test('volume alone does not move the margin', () => {
  const [small, large] = [10, 1e4].map((tokens) => lines({ tokens, token_price: 1.5, token_cost: 0.4 }));
  expect(large![4]).toBeCloseTo(small![4]!, 12);
});

test('custom chips lift the margin by the cost they save', () => {
  const cost = (custom_share: number): number => number('TAAS_BLENDED_TOKEN_COST', { custom_share });
  const margin = (custom_share: number): number =>
    lines({ tokens: 1000, token_price: 1.5, token_cost: cost(custom_share) })[4]!;
  expect(margin(0.8) - margin(0.5)).toBeCloseTo((cost(0.5) - cost(0.8)) / 1.5, 12);
});

test('no tokens, no margin', () => {
  expect(lines({ tokens: 0, token_price: 1.5, token_cost: 0.4 })).toEqual([0, 0, 0, 0, 'n/a']);
});
