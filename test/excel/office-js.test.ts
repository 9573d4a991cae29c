/** The built add-in under Microsoft's own office.js, in a browser, with Excel simulated around it. */
import { join } from 'node:path';
import { callByName } from '../../src/catalogue/call';
import { catalogueOf } from '../../src/catalogue/catalogue';
import type { Cell as Answered } from '../../src/catalogue/define';
import { Problem } from '../../src/catalogue/problem';
import { functions } from '../../src/functions';
import { errorValue, type Arguments } from './host/calls';
import { ADDIN_URL, BEFORE_RICH_VALUES, OFFICE_CDN, startExcel } from './host/excel';
import type { Excel, Formula, OpenAddin } from './host/excel';
import type { Answer } from './host/page/messages';

const DIST = join(__dirname, '../../dist');
const catalogue = catalogueOf(functions);

let excel: Excel;
let addin: OpenAddin;

beforeAll(async () => {
  excel = await startExcel(DIST);
  addin = await excel.open();
});
afterAll(() => excel?.close());

/** What Excel would show of an answer, formats and cards aside. */
type Shown = unknown[][] | { error: string; sentence: string };

function shown(answer: Answer | null): Shown | null {
  if (!answer || answer.error !== undefined) return answer;
  const rows = Array.isArray(answer.value) ? (answer.value as unknown[][]) : [[answer.value]];
  return rows.map((row) => row.map(plain));
}

function plain(cell: unknown): unknown {
  if (typeof cell !== 'object' || cell === null) return cell;
  const { basicValue } = cell as { basicValue?: unknown };
  return basicValue;
}

/** What the calculation answers without Excel. */
function expected(name: string, args: Readonly<Record<string, unknown>>): Shown {
  const answer = callByName(catalogue.find(name), args, catalogue);
  if (answer instanceof Problem) return { error: answer.code, sentence: answer.sentence };
  const value = (cell: Answered) => (cell instanceof Problem ? cell.code : cell);
  return answer.cells.map((row) => row.map(value));
}

/** An analyst writes a list down a column. */
const inCells = (args: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(args).map(([name, written]: [string, unknown]) => {
      const list = Array.isArray(written) && !written.some(Array.isArray);
      return [name, list ? written.map((value: unknown) => [value]) : written];
    }),
  );

/** Types one formula. */
const type = async (id: string, args?: Arguments): Promise<Shown | null> => shown(await addin.cell(id, args));

/** Types several formulas, calculated together. */
const typeAll = async (formulas: readonly Formula[]): Promise<(Shown | null)[]> =>
  (await addin.calculate(formulas)).answers.map(shown);

describe('when Excel opens the add-in', () => {
  test('it is ready for formulas without an error', () => {
    console.info(`ready after ${Math.round(addin.readyMs)} ms`);
    expect(addin.traffic.pageErrors).toEqual([]);
    expect(addin.traffic.console.filter((line) => line.startsWith('error'))).toEqual([]);
  });

  test('it offers every function of functions.json and no other', async () => {
    const associated = await addin.pane.evaluate(() =>
      Object.keys((CustomFunctions as unknown as Associations)._association.mappings),
    );
    expect(associated.sort()).toEqual(addin.metadata.functions.map(({ id }) => id).sort());
    expect(associated).toEqual(functions.map(({ name }) => name).sort());
  });
});

interface Associations {
  readonly _association: { readonly mappings: object };
}

describe('a workbook that is being opened', () => {
  test('asks its cells before Office has started, and they carry their format all the same', async () => {
    for (let opened = 0; opened < 5; opened++) {
      const again = await excel.open();
      expect(await again.cell('TAAS_MARGIN')).toMatchObject({ value: { basicValue: 0.55, numberFormat: '0.0%' } });
      expect(await again.cell('TAAS_BASE', ['token_spend'])).toMatchObject({ value: { basicValue: 2 } });
      expect(await again.cell('TAAS_MARGIN', ['two'])).toMatchObject({ error: '#VALUE!' });
      await again.close();
    }
  });
});

describe('an analyst types', () => {
  test('=TAAS_MARGIN() and sees 55.0%', async () => {
    expect(await addin.cell('TAAS_MARGIN')).toMatchObject({
      value: { type: 'Double', basicValue: 0.55, numberFormat: '0.0%' },
    });
  });

  test('every example of the catalogue, all in one recalculation', async () => {
    const examples = functions.flatMap(({ name, examples }) =>
      examples.map(({ args }) => ({ name, args: inCells(args) })),
    );
    const { answers, stray } = await addin.calculate(examples.map(({ name, args }): Formula => [name, args]));
    const seen = examples.map((example, i) => ({ ...example, shows: shown(answers[i] ?? null) }));
    const wanted = examples.map(({ name, args }) => ({ name, args, shows: expected(name, args) }));
    expect(seen).toEqual(wanted);
    expect(stray).toBe(0);
  });

  test('5 where 5% was meant, and reads what to write', async () => {
    expect(await type('TAAS_MARGIN', { opex_rate: 5 })).toEqual({
      error: '#VALUE!',
      sentence: 'opex_rate is 5: expected a number from 0 to 1 (5% is 0.05).',
    });
  });

  test('a question without an answer, and reads why', async () => {
    const seen = await type('TAAS_REQUIRED_SHARE', { target_margin: 0.96 });
    expect(seen).toEqual(expected('TAAS_REQUIRED_SHARE', { target_margin: 0.96 }));
    expect(seen).toMatchObject({ error: '#N/A', sentence: expect.stringContaining('96%') as string });
  });

  test('nothing, a blank cell or the default itself: the same answer', async () => {
    const seen = await typeAll([
      ['TAAS_MARGIN'],
      ['TAAS_MARGIN', [null, null, null, null, null, null, null, null]],
      ['TAAS_MARGIN', { token_spend: '', opex_rate: [[null]] }],
      ['TAAS_MARGIN', { token_spend: 2, mode: 'marginal' }],
    ]);
    expect(seen).toEqual(seen.map(() => [[0.55]]));
  });

  test('percentages as text and whole columns of tiers', async () => {
    const tiers = [[0, '25%'], [0.5, '35%'], [1.5, '40%']]; // prettier-ignore
    expect(await type('TAAS_MARGIN', { opex_rate: '5%', tiers })).toEqual([[0.55]]);
  });

  test('a cell that holds another answer, card and all', async () => {
    const share = await addin.cell('TAAS_REV_SHARE');
    if (share.error !== undefined) throw new Error(share.sentence);
    expect(share.value).toMatchObject({ type: 'Double', basicValue: 0.675 });
    expect(await type('TAAS_MARGIN', { fixed_fee: share.value })).toEqual(
      expected('TAAS_MARGIN', { fixed_fee: 0.675 }),
    );
  });

  test('a reference to an error and sees that error again', async () => {
    const errors = ['#N/A', '#DIV/0!', '#VALUE!', '#NUM!', '#NULL!'];
    const inCell = await typeAll(errors.map((error) => ['TAAS_MARGIN', { token_spend: errorValue(error) }]));
    const margins = [[0.5], [0.5]];
    const inRange = await typeAll(
      errors.map((error) => ['TAAS_BLENDED_MARGIN', { revenues: [[1], [errorValue(error)]], margins }]),
    );
    expect(inCell).toMatchObject(errors.map((error) => ({ error })));
    expect(inRange).toMatchObject(errors.map((error) => ({ error })));
  });

  test('a reference to #REF!, which Excel lets no function hand on, and reads that it was #REF!', async () => {
    const seen = await type('TAAS_MARGIN', { token_spend: errorValue('#REF!') });
    expect(seen).toMatchObject({
      error: '#VALUE!',
      sentence: expect.stringContaining('token_spend is #REF!') as string,
    });
  });

  test('a table, and it spills: a header row, labels, numbers with their formats', async () => {
    const { value } = (await addin.cell('TAAS_PNL')) as { value: unknown[][] };
    expect(shown({ value })).toEqual(expected('TAAS_PNL', {}));
    const ebitMargin = value.find(([label]) => /EBIT margin/i.test(String(label)));
    expect(ebitMargin?.at(-1)).toMatchObject({ basicValue: 0.55, numberFormat: '0.0%' });
    const numbers = value.flat().filter((cell) => typeof cell === 'object');
    expect(numbers.filter((cell) => 'properties' in (cell as object))).toEqual([]);
  });
});

describe('a number in a cell', () => {
  test('carries a card with its working and its sources', async () => {
    const { value } = (await addin.cell('TAAS_MARGIN')) as { value: Card };
    const shownOnCard = value.layouts.card.sections.flatMap(({ properties }) => properties);
    expect(value.layouts.card.title).toContain('TAAS_MARGIN');
    expect(shownOnCard.filter((name) => !(name in value.properties))).toEqual([]);
    const texts = JSON.stringify(value.properties);
    expect(texts).toMatch(/0\.675/);
    expect(texts).toMatch(/source/i);
  });

  test('is a plain number in an Excel from before cards', async () => {
    const older = await excel.open({ requirementSets: BEFORE_RICH_VALUES });
    expect(await older.cell('TAAS_MARGIN')).toEqual({ value: 0.55 });
    const { value } = (await older.cell('TAAS_PNL')) as { value: unknown[][] };
    expect(value).toEqual(expected('TAAS_PNL', {}));
    await older.close();
  });
});

interface Card {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly layouts: {
    readonly card: { readonly title: string; readonly sections: readonly { readonly properties: readonly string[] }[] };
  };
}

test('a workbook of 10,000 formulas: none lost, none twice, all right', async () => {
  const kinds: ((i: number) => readonly [string, Record<string, unknown>])[] = [
    (i) => ['TAAS_MARGIN', { token_spend: 1 + i / 1e4 }],
    (i) => ['TAAS_MARGIN', { opex_rate: (i % 100) / 100, mode: 'WHOLE' }],
    (i) => ['TAAS_TAKE_RATE', { token_spend: 0.5 + i / 5e3 }],
    (i) => ['TAAS_REQUIRED_SHARE', { target_margin: 0.2 + (i % 3000) / 1e4 }],
    (i) => ['BEDROCK_REVENUE', { ai_share: i / 1e4 }],
    (i) => ['BEDROCK_CONTRIB', { segment1: i / 1e4, segment0: 0.05, total1: 14.161, total0: 11.547 }],
    (i) => ['TAAS_BLENDED_MARGIN', { revenues: [[1], [i]], margins: [[0.3], [0.5]] }],
    (i) => ['TAAS_MARGIN', { opex_rate: 2 + i }],
  ];
  const formulas = Array.from({ length: 10_000 }, (_, i) => kinds[i % kinds.length]!(i));
  const { answers, milliseconds, stray } = await addin.calculate(formulas);
  console.info(`10,000 formulas in ${Math.round(milliseconds)} ms`);
  const right = formulas.map(([name, args]) => JSON.stringify(expected(name, args)));
  const wrong = answers.flatMap((answer, i) => {
    const seen = JSON.stringify(shown(answer));
    return seen === right[i] ? [] : [`${JSON.stringify(formulas[i])} is ${seen}, expected ${right[i]}`];
  });
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(answers).toHaveLength(10_000);
  expect(stray).toBe(0);
});

test('10,000 wrong formulas: Check-up, open beside them, draws the list of the last hundred, not one for each', async () => {
  const beside = await excel.open();
  await beside.pane.getByRole('tab', { name: 'Check-up' }).click();
  await beside.pane.getByText('No function of ours has answered with an error of late.').waitFor();
  const drawn = await beside.pane.evaluateHandle(() => {
    const count = { changes: 0 };
    const anywhere = { childList: true, subtree: true, characterData: true };
    new MutationObserver(({ length }) => (count.changes += length)).observe(document.body, anywhere);
    return count;
  });
  const formulas = Array.from({ length: 10_000 }, (_, i): Formula => ['TAAS_MARGIN', { fixed_fee: -1 - i }]);
  const { answers } = await beside.calculate(formulas);
  expect(answers.filter((answer) => answer?.error !== '#VALUE!')).toEqual([]);
  await beside.pane.getByText('fixed_fee is -10000: ').waitFor();
  expect((await drawn.jsonValue()).changes).toBeLessThan(1000);
  await beside.close();
});

test('formulas answer even when the pane never loads', async () => {
  const withoutPane = await excel.open({ withhold: ['pane.js', 'taskpane.js', 'taskpane.css'] });
  expect(shown(await withoutPane.cell('TAAS_MARGIN'))).toEqual([[0.55]]);
  await withoutPane.close();
});

test('where half of the add-in never loads, formulas answer, and the others say what is missing', async () => {
  const half = await excel.open({ withhold: ['more-functions.js'] });
  expect(shown(await half.cell('TAAS_MARGIN'))).toEqual([[0.55]]);
  expect(await half.cell('TAAS_CHECKS')).toEqual({
    error: '#N/A',
    sentence: 'more-functions.js did not load, which has this function: reload the page or reopen the workbook.',
  });
  await half.close();
});

describe('after all of that', () => {
  test('nothing was asked for but the add-in and Office.js', () => {
    const { served, refused } = addin.traffic;
    const elsewhere = served.filter((url) => !url.startsWith(`${ADDIN_URL}/`) && !url.startsWith(OFFICE_CDN));
    expect(elsewhere).toEqual([]);
    expect(refused).toEqual([]);
  });

  test('the Content-Security-Policy was never touched', () => {
    expect(addin.traffic.violations).toEqual([]);
  });
});
