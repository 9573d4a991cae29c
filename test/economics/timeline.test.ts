import { timeline } from '../../src/economics/timeline';

test('a loan of 100 is paid back by 40 a year: every year starts with what the one before left', () => {
  const years = timeline(3, { owed: 100 }, ({ owed }, t) => ({ label: `Year ${t}`, owed: Math.max(0, owed - 40) }));
  expect(years).toEqual([
    { label: 'Year 1', owed: 60 },
    { label: 'Year 2', owed: 20 },
    { label: 'Year 3', owed: 0 },
  ]);
});

test('no periods, no line', () => {
  expect(timeline(0, 1, (before) => before)).toEqual([]);
});
