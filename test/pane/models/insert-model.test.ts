/** A ready model, inserted into an analyst's workbook. */
import { insertModel } from '../../../src/pane/models/insert-model';
import { MODELS } from '../../../src/models';
import { openSheet } from '../sheet';

const [first, second] = MODELS;

test('brings its sheet of inputs, and the next one stands on the same', async () => {
  const { host } = openSheet();
  expect(await insertModel(host, first!)).toMatchObject({
    is: 'inserted',
    sentence: `${first!.key} ${first!.name} is inserted, with its inputs on Base.`,
  });
  await host.write({ place: { sheet: 'Base', address: 'L6' }, formulas: [[2.5]] }, true);
  expect(await insertModel(host, second!)).toMatchObject({
    is: 'inserted',
    sentence: expect.stringMatching(/on the inputs that Base has/) as string,
  });
  expect(await host.values({ sheet: 'Base', address: 'L6' })).toEqual([[2.5]]);
  expect(await host.sheets()).toEqual([
    'Sheet1',
    'Sheet2',
    `${first!.key} ${first!.name}`,
    'Base',
    `${second!.key} ${second!.name}`,
  ]);
});

test('is not put over a sheet of its name unless the analyst says so', async () => {
  const { host } = openSheet();
  await insertModel(host, first!);
  expect(await insertModel(host, first!)).toEqual({ is: 'taken', sheet: `${first!.key} ${first!.name}` });
  expect(await insertModel(host, first!, true)).toMatchObject({ is: 'inserted' });
});

test('leaves a sheet Base alone that is the analyst’s own', async () => {
  const { host } = openSheet();
  await host.addSheet('base');
  await host.write({ place: { sheet: 'base', address: 'A4' }, formulas: [['my own']] });
  await expect(insertModel(host, first!)).rejects.toThrow(
    'There is a sheet base that is not the models’ sheet of inputs: give it another name first. Nothing was inserted.',
  );
  expect(await host.sheets()).toEqual(['Sheet1', 'Sheet2', 'base']);
});
