/** One of a few words. */
import { read } from '../read';

describe('an option', () => {
  test.each(['WHOLE', 'whole', ' Whole ', [['whole']], { type: 'String', basicType: 'String', basicValue: 'WHOLE' }])(
    '%j is taken',
    (given) => {
      expect(read('TAAS_MARGIN', 'mode', given)).toBe('WHOLE');
    },
  );
  test.each<[unknown, string]>([
    ['CLIFF', 'mode is "CLIFF": expected MARGINAL or WHOLE.'],
    [1, 'mode is 1: expected MARGINAL or WHOLE.'],
    [true, 'mode is TRUE: expected MARGINAL or WHOLE.'],
    [[['WHOLE', 'MARGINAL']], 'mode is a range of 1×2 cells: expected MARGINAL or WHOLE.'],
    ['constructor', 'mode is "constructor": expected MARGINAL or WHOLE.'],
  ])('%j is answered with those allowed', (given, sentence) => {
    expect(read('TAAS_MARGIN', 'mode', given)).toEqual(['#VALUE!', sentence]);
  });
});
