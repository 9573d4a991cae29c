/** Where a number comes from, one click away: the data book, and every link to it. */
import { parseHTML } from 'linkedom';
import { boundOf, FACTS, KINDS, SEEDS, speakerOf } from '../../src/book/facts';
import { periodsOf, SERIES } from '../../src/book/series';
import { STANDINGS } from '../../src/catalogue/assumption';
import { sourced } from '../../src/derive/help/sourced';
import { fileOf, pageNames, pageOf } from './files';

const book = (): Document => pageOf('data-book');
const words = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

describe('the data book', () => {
  const rowOf = (id: string): Element => book().querySelector(`#${id}`)!.closest('tr')!;
  const cell = (id: string, heading: string): string => words(rowOf(id).querySelector(`[data-heading="${heading}"]`));

  test.each(FACTS.map((fact) => [fact.id, fact] as const))('tells of %s all that there is', (id, fact) => {
    expect(words(rowOf(id))).toContain(fact.quote.replace(/\s+/g, ' '));
    expect(cell(id, 'Who says it')).toBe(fact.kind);
    expect(cell(id, 'Period')).toBe(fact.period);
    expect(words(rowOf(id).querySelector('th'))).toBe(`${id}${fact.entity}: ${fact.metric}${fact.key}`);
    const heading = rowOf(id).closest('section')!.querySelector('h2');
    expect(words(heading)).toBe(SEEDS[fact.seed]);
    const bound = boundOf(fact);
    if (bound) expect(cell(id, 'Figure')).toMatch(new RegExp(`^${bound} \\S+`));
    else if (typeof fact.value === 'number' && fact.half_width === 0) expect(cell(id, 'Figure')).not.toContain(' to ');
  });

  test.each([
    ['A01', '37.8%37.75% to 37.85%'],
    ['A02', '$1bn$0.95bn to $1.05bn'],
    ['B01', '213 bp212.5 bp to 213.5 bp'],
    ['B03', '$5.5bn a year$5.45bn a year to $5.55bn a year'],
    ['B14', '5 years'],
    ['B16', 'above $10bn a year'],
    ['B25', '-94%-94.5% to -93.5%'],
    ['B27', '9 percentage points8.5 percentage points to 9.5 percentage points'],
    ['B30', '2.5×2.45× to 2.55×'],
    ['B31', 'multi-billion'],
    ['B32', 'below 2 GW'],
    ['B34', 'above 50%'],
    ['C10', '2023 year'],
  ])('gives %s as %s', (id, figure) => {
    expect(cell(id, 'Figure')).toBe(figure);
  });

  test('counts what it has', () => {
    expect(words(book().querySelector('.answers'))).toMatch(
      new RegExp(`^${FACTS.length} figures of three articles .* 9 public series\\.`),
    );
    expect(Object.keys(SEEDS)).toHaveLength(3);
    expect(book().querySelectorAll('tbody code[id]').length).toBe(FACTS.length);
  });

  test('explains every kind and every standing, and no other', () => {
    const [kinds, standings] = [...book().querySelectorAll('dl.legend')].map((list) =>
      [...list.querySelectorAll('dt')].map(words),
    );
    expect(kinds).toEqual(Object.keys(KINDS));
    expect(standings).toEqual(Object.keys(STANDINGS));
    expect([...new Set(FACTS.map(speakerOf))].sort()).toEqual([...kinds!].sort());
  });

  test.each(SERIES.map((series) => [`${series.entity}.${series.metric}`, series] as const))(
    'has the series %s',
    (key, series) => {
      const heading = book().getElementById(key)!;
      const table = heading.nextElementSibling!.nextElementSibling!;
      const [periods, values] = [...table.querySelectorAll('tr')].map((row) => [...row.children].map(words));
      expect(periods).toEqual(periodsOf(series));
      expect(values).toEqual(series.values.map(String));
      expect(words(heading.nextElementSibling)).toContain(series.standing);
      for (const source of series.sources) expect(words(book().body)).toContain(source);
    },
  );
});

describe('a source', () => {
  test.each([
    ['B15', '<a href="data-book.html#B15">B15</a>'],
    ['C14, B13: a fee', '<a href="data-book.html#C14">C14</a>, <a href="data-book.html#B13">B13</a>: a fee'],
    ['AWS.EBIT.2Q25 to 1Q26', '<a href="data-book.html#AWS.EBIT">AWS.EBIT.2Q25</a> to 1Q26'],
    ['AWS.ASSETS; "gross"', '<a href="data-book.html#AWS.ASSETS">AWS.ASSETS</a>; &quot;gross&quot;'],
    ['B99 and H200 are none, nor is AWS.MARGIN.1Q26', 'B99 and H200 are none, nor is AWS.MARGIN.1Q26'],
    ['', ''],
  ])('%s leads to its place', (text, html) => {
    expect(sourced(text).html).toBe(html);
  });

  test.each(pageNames.filter((name) => name !== 'help/data-book.html'))('is a link wherever %s names one', (name) => {
    const { document } = parseHTML(fileOf(name));
    for (const quoted of document.querySelectorAll('code, pre, svg, math, script, a')) quoted.remove();
    const ids = new Set(FACTS.map(({ id }) => id));
    const loose = (words(document.body).match(/\b[ABC]\d{2}\b/g) ?? []).filter((id) => ids.has(id));
    expect(loose).toEqual([]);
  });

  test('is named by most pages that have defaults', () => {
    const linking = pageNames.filter((name) => fileOf(name).includes('href="data-book.html#'));
    expect(linking.length).toBeGreaterThan(30);
  });
});
