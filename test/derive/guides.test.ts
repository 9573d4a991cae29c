/** The pages that lead through a task: what they show is what the model answers. */
import { Problem } from '../../src/catalogue/problem';
import { GUIDES } from '../../src/derive/help/guides';
import { reported } from '../../src/derive/help/new-quarter-guide';
import { onSheet } from '../../src/derive/on-sheet';
import { byQuarter } from '../../src/models/by-quarter';
import { spilled } from '../engines/ironcalc';
import { number } from '../functions/cell';
import { catalogue, pageOf } from './files';

const textsOf = (page: string, selector: string): string[] =>
  [...pageOf(page).querySelectorAll(selector)].map(({ textContent }) =>
    (textContent ?? '').replace(/\s+/g, ' ').trim(),
  );
const sectionOf = (id: string): string => textsOf('model-by-quarter', `[aria-labelledby="${id}"]`)[0]!;
const margins = onSheet(
  byQuarter.cells.find(({ formula }) => formula?.startsWith('=TAAS_CALL("TAAS_MARGIN"'))!.formula!,
  byQuarter,
  catalogue,
);
const marginIn = (quarter: string): number => {
  if (margins instanceof Problem) throw margins;
  return margins.cells[1]![margins.cells[0]!.indexOf(quarter)] as number;
};
const percent = (x: number): string => `${(x * 100).toFixed(1)}%`;

test.each(GUIDES)('$title is found from the index and from the functions that it is about', ({ file, functions }) => {
  for (const page of ['index', ...functions]) {
    const links = [...pageOf(page).querySelectorAll('.guides a')].map((link) => link.getAttribute('href'));
    expect(links).toContain(file);
  }
});

test('every formula of the model that the guides show is one that the sheet has or that answers in it', () => {
  const shown = GUIDES.flatMap(({ file }) => textsOf(file.replace('.html', ''), '.copied pre'));
  const asTyped = shown.filter((formula) => formula.startsWith('=TAAS'));
  expect(asTyped.length).toBeGreaterThan(8);
  for (const formula of asTyped) {
    const sheet = /S1|2Q26A/.test(formula) ? reported : byQuarter;
    expect(onSheet(formula, sheet, catalogue)).not.toBeInstanceOf(Problem);
  }
});

test('what is reported is in the series, the peers and the checks of the quarter', () => {
  const text = textsOf('new-quarter', 'section').join(' ');
  expect(text).toMatch(/\$37\.587bn\s*\$40\.900bn/);
  expect(text).toMatch(/Margin 2Q26.*AWS\s*38\.9%/);
  expect(text).toMatch(/Segment revenues add up\s*\$40\.900bn\s*\$40\.900bn\s*0\s*PASS/);
});

test('a cost that is cleared, or that has no row, is an error in the words of the cell', () => {
  expect(sectionOf('blank')).toContain('#VALUE! infra_cogs is blank in 2Q26E, row 12: expected a number from 0');
  expect(sectionOf('blank')).toContain('#VALUE! infra_cogs is not among the cases: expected a row for every input');
  const ours = percent(number('TAAS_MARGIN', { token_spend: 4.02, fixed_fee: 1.407 }));
  expect(sectionOf('blank')).toContain(`would be ${ours} rather than ${percent(marginIn('2Q26E'))}`);
});

test('by the spend alone the margin climbs, and the page says to what', () => {
  const [from, to] = [2, 11].map((spend) => percent(number('TAAS_MARGIN', { token_spend: spend })));
  expect(sectionOf('alone')).toContain(`climbs from ${from} in 1Q26A to ${to} in 4Q27E, and nothing says so`);
  expect(sectionOf('alone')).toContain(`follows the spend it goes from 55.0% to ${percent(marginIn('4Q27E'))}`);
});

test('the formula for a colleague gives the margin of each quarter without the add-in', () => {
  const [formula] = textsOf('model-by-quarter', '#native-formula');
  const beside = byQuarter.cells.flatMap(({ at, value }) => {
    const [, row] = /^E(\d+)$/.exec(at) ?? [];
    return row !== undefined && typeof value === 'number' ? [[Number(row), 5, value] as const] : [];
  });
  expect(spilled(formula!, 1, 1, beside)[0]![0]).toBeCloseTo(marginIn('1Q25A'), 12);
});
