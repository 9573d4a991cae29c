import fc from 'fast-check';
import { answer, body, error } from '../cell';

const roll = (args: Record<string, unknown>): number[][] => body('TAAS_BACKLOG_ROLL', args);
const bn = fc.double({ min: 0, max: 500, noNaN: true });

test('what was there and what was booked is recognised or left', () => {
  fc.assert(
    fc.property(
      bn,
      fc.array(bn, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 60 }),
      (opening, bookings, term) => {
        const rows = roll({ opening, bookings, term_quarters: term });
        const sum = (xs: readonly number[]): number => xs.reduce((total, x) => total + x, 0);
        expect(sum(rows[2]!) + rows[3]!.at(-1)!).toBeCloseTo(opening + sum(bookings), 8);
      },
    ),
  );
});

test('a term of one quarter recognises all that a quarter opens with', () => {
  expect(roll({ opening: 8, bookings: [5, 3], term_quarters: 1 })[3]).toEqual([5, 3]);
});

test('bookings of what is recognised keep the backlog where it is', () => {
  const rows = roll({ opening: 200, bookings: [10, 10, 10], term_quarters: 20 });
  expect(rows[0]).toEqual([200, 200, 200]);
});

test('the shortfall is what the minimum is above the use, and nothing where it is not', () => {
  const args = { opening: 250, bookings: [20, 0, 30, 10], term_quarters: 20, minimum: 2.5, usage: [1.5, 2, 3, 4] };
  expect(roll(args)[5]).toEqual([1, 0.5, 0, 0]);
  expect(answer('TAAS_BACKLOG_ROLL', args).cells.map(([label]) => label)).toEqual([
    'Line',
    'Opening',
    'Bookings',
    'Recognised',
    'Closing',
    'Cover, years',
    'Shortfall',
  ]);
});

test.each([
  [{ usage: [1] }, 'minimum is missing beside usage: expected all of minimum, usage or none of them.'],
  [{ minimum: 1 }, 'usage is missing beside minimum: expected all of minimum, usage or none of them.'],
  [{ minimum: 1, usage: [1, 2] }, 'usage has 2 values and bookings has 1: expected lists of one length.'],
  [{ term_quarters: 0 }, 'term_quarters is 0: expected a number from 1 to 400.'],
])('%j is refused', (args, sentence) => {
  expect(error('TAAS_BACKLOG_ROLL', { opening: 1, bookings: [1], term_quarters: 4, ...args })).toEqual([
    '#VALUE!',
    sentence,
  ]);
});
