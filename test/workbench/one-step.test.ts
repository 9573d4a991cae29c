/** Whatever the pane does to the grid, one undo takes it all back and one redo brings it again. */
import fc from 'fast-check';
import { loadAddIn } from './add-in';
import { openSheet } from './headless';

const { metadata, implementations } = loadAddIn();
type Grid = ReturnType<typeof openSheet>;

const at = (address: string) => ({ sheet: 'Sheet1', address });

/** What an analyst sees of the workbook: what was typed, notes, names, sheets. */
async function seen({ host, book }: Grid): Promise<unknown> {
  const blocks = await host.formulas();
  const cells = blocks.map(({ place: { sheet, address }, formulas }) => {
    // A block ends where the last cell does that was ever written.
    const typed = formulas.flatMap((line, i) =>
      line.flatMap((each, j) => (each === '' ? [] : [`${sheet} ${address.split(':')[0]} ${i},${j} ${each}`])),
    );
    return typed.sort();
  });
  const sheets = await host.sheets();
  const notes = await Promise.all(sheets.map((sheet) => host.notes(sheet)));
  const names = book.getDefinedNames().map((name) => `${name.getName()} ${name.getFormulaOrRefString()}`);
  return {
    cells,
    sheets,
    names: names.sort(),
    notes: notes
      .flat()
      .map(({ place, text }) => `${place.sheet}!${place.address} ${text}`)
      .sort(),
  };
}

let inserted = 0;
const model = (n: number, spend = 2) => ({
  sheets: [
    { name: `Base ${n}`, cells: [{ row: 0, column: 0, value: spend }], widths: {} },
    { name: `T ${n}`, cells: [{ row: 0, column: 0, formula: `=TAAS_MARGIN(spend_${n})` }], widths: {} },
  ],
  names: [{ name: `spend_${n}`, refersTo: `='Base ${n}'!$A$1` }],
});

/** In a sentence: nothing was done, and nothing is there to be undone. */
const refusal = (fault: unknown): Error => fault as Error;

const ACTIONS: Readonly<Record<string, (grid: Grid, i: number) => Promise<unknown>>> = {
  insert: ({ host }, i) => host.write({ place: at(`B${i + 1}`), formulas: [[`=TAAS_MARGIN(${i + 1})`]] }, true),
  'insert a table of cells': ({ host }, i) =>
    host.write(
      {
        place: at(`D${i + 1}:E${i + 2}`),
        formulas: [
          ['a', i],
          ['b', '=1+1'],
        ],
      },
      true,
    ),
  replace: async ({ host }, i) => {
    const place = at(`A${i + 1}`);
    const [content] = await host.read([place]);
    const from = content!.formula || content!.value;
    return host.change([{ place, from, to: `=${i}+${i}` }]);
  },
  'freeze, each with its note': async ({ host }) => {
    const cells = await host.read([at('G1'), at('G2'), at('G3')]);
    return host.change(
      cells.map(({ place, formula, value }) => ({ place, from: formula || value, to: value, note: `was ${formula}` })),
    );
  },
  'go back, its notes away': async ({ host }) => {
    const cells = await host.read([at('G1'), at('G2'), at('G3')]);
    return host.change(
      cells.map(({ place, formula, value }) => ({ place, from: formula || value, to: '=1+2', note: '' })),
    );
  },
  'insert a model': ({ host }) => host.insertSheets(model(++inserted)),
  'insert one that may be there': ({ host }) => host.insertSheets(model(0)).catch(refusal),
  'a note on it': async ({ host }) => {
    const [cell] = await host.read([{ sheet: 'Base 0', address: 'A1' }]).catch(() => []);
    if (!cell) return new Error('no such sheet');
    return host.change([{ place: cell.place, from: cell.value, to: 7, note: 'was another' }]);
  },
  'replace one': ({ host }, i) => host.insertSheets(model(0, i), true),
  'copy a sheet': ({ host }) => host.copySheet('Sheet1'),
  'past the end': ({ host }, i) => host.write({ place: at(`A${1100 + i}`), formulas: [['far']] }, true),
  'insert a row': ({ sheet }, i) => Promise.resolve(sheet.insertRowBefore(i)),
  'delete a row': ({ sheet }, i) => Promise.resolve(sheet.deleteRow(i)),
  'insert a column': ({ sheet }, i) => Promise.resolve(sheet.insertColumnBefore(i)),
};

type Step = readonly [action: string, i: number];

/** Undone one by one to where it began, then done again one by one. */
async function backAndForth(steps: readonly Step[]): Promise<void> {
  const grid = openSheet(metadata, implementations);
  grid.files.notes.set('Sheet1!C3', 'one’s own');
  await grid.type({ A1: 1, A2: 2, G1: '=TAAS_MARGIN(1)', G2: '=TAAS_MARGIN(2)', G3: 7 });
  const states = [await seen(grid)];
  const done: string[] = [];
  for (const [name, i] of steps) {
    if ((await ACTIONS[name]!(grid, i)) instanceof Error) {
      expect([name, await seen(grid)]).toEqual([name, states.at(-1)]);
      continue;
    }
    states.push(await seen(grid));
    done.push(name);
  }
  for (let i = done.length - 1; i >= 0; i--) {
    grid.book.undo();
    expect([done[i], await seen(grid)]).toEqual([done[i], states[i]]);
  }
  for (let i = 1; i <= done.length; i++) {
    grid.book.redo();
    expect([done[i - 1], await seen(grid)]).toEqual([done[i - 1], states[i]]);
  }
  grid.close();
}

test('any sequence of them', async () => {
  const step = fc.tuple(fc.constantFrom(...Object.keys(ACTIONS)), fc.nat(3));
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), backAndForth), { numRuns: 12 });
});

test('one model twice, the second time over the first or not at all', () =>
  backAndForth([
    ['insert one that may be there', 0],
    ['insert one that may be there', 0],
    ['a note on it', 0],
    ['replace one', 5],
    ['replace one', 6],
  ]));
