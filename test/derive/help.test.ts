/** The help, as files: complete, well-formed, and true to what a cell answers. */
import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import { existsSync, readFileSync } from 'node:fs';
import { posix, join } from 'node:path';
import { parseHTML } from 'linkedom';
import { callByName } from '../../src/catalogue/call';
import { Problem } from '../../src/catalogue/problem';
import { cellAsShown } from '../../src/derive/as-shown';
import { exampleFormula } from '../../src/derive/example';
import { functions } from '../../src/functions';
import { catalogue, each, fileNames, fileOf, pageNames, pageOf } from './files';

const texts = (elements: Iterable<Element>): string[] => [...elements].map(({ textContent }) => textContent ?? '');

test('every function has a page, and the index names them all by family', () => {
  const links = texts(pageOf('index').querySelectorAll('.functions a'));
  expect(links.sort()).toEqual(functions.map(({ name }) => name).sort());
  for (const [name] of each) expect(fileNames).toContain(`help/${name}.html`);
  const headings = texts(pageOf('index').querySelectorAll('section.family h2'));
  expect(headings.length).toBe(new Set(functions.map(({ family }) => family)).size);
});

describe.each(pageNames)('%s', (name) => {
  test('is well-formed', () => {
    const parser = new DOMParser({ onError: onErrorStopParsing });
    expect(() => parser.parseFromString(fileOf(name).replace(/^<!DOCTYPE html>\n/, ''), 'text/xml')).not.toThrow();
  });

  test('leads only to what is there', () => {
    const { document } = parseHTML(fileOf(name));
    const ids = new Set([...document.querySelectorAll('[id]')].map(({ id }) => id));
    expect(ids.size).toBe(document.querySelectorAll('[id]').length);
    for (const element of document.querySelectorAll('[href], [src]')) {
      const target = element.getAttribute('href') ?? element.getAttribute('src')!;
      expect(target).not.toMatch(/^[a-z]+:|^\/\//i);
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? name : posix.join('help', path);
      const there =
        fileNames.includes(file) ||
        // which the build writes beside them
        file === 'license.txt' ||
        file === 'third-party-notices.txt' ||
        file === 'models/index.html' ||
        file === 'story/index.html' ||
        (file.startsWith('assets/') && existsSync(join(__dirname, '../..', file)));
      expect([target, there]).toEqual([target, true]);
      if (anchor !== undefined) expect(fileOf(file)).toContain(`id="${anchor}"`);
    }
  });

  test('prints nothing that went wrong', () => {
    const page = fileOf(name);
    expect(page).not.toMatch(/undefined|\bNaN\b|\[object|Infinity|temml-error|\\[a-z]+\{/);
    expect(page).not.toMatch(/\sstyle=|<style|<script>|\son[a-z]+=/);
  });
});

test.each(each)('%s: its page shows the examples as they are typed and as they answer', (name, definition) => {
  const shown = [...pageOf(name).querySelectorAll('.example')];
  expect(shown.length).toBe(definition.examples.length);
  definition.examples.forEach((example, i) => {
    const text = (shown[i]!.textContent ?? '').replace(/\s+/g, ' ');
    expect(text).toContain(exampleFormula(definition, example).replace(/\s+/g, ' '));
    const answer = callByName(definition, example.args, catalogue);
    if (answer instanceof Problem) expect(text).toContain(`${answer.code} ${answer.sentence}`);
    else if (answer.single) expect(text).toContain(cellAsShown(answer.cells[0]![0]!, answer.units?.[0]?.[0]));
    else {
      const rows = shown[i]!.querySelectorAll('.spill tr').length;
      expect(rows).toBeGreaterThan(0);
      expect(rows === answer.cells.length || /and \d+ more rows?/.test(text)).toBe(true);
    }
  });
});

test.each(each)('%s: its page has every parameter, its formula or why not, and errors', (name, definition) => {
  const page = pageOf(name);
  const parameters = texts(page.querySelectorAll('[aria-labelledby="syntax"] tbody th > code'));
  expect(parameters).toEqual(Object.keys(definition.parameters));
  const formula = page.querySelector('[aria-labelledby="formula"]')!;
  if (definition.formula) expect(formula.querySelectorAll('math').length).toBeGreaterThan(0);
  else expect(formula.textContent).toContain(definition.onlyValue);
  const native = page.querySelector('#native-formula')?.textContent ?? '';
  if (definition.onlyValue === undefined) expect(native).toMatch(/^=[A-Z]+\(|^=/);
  else expect(native).toBe('');
  if (Object.keys(definition.parameters).length > 0)
    expect(page.querySelectorAll('[aria-labelledby="errors"] tbody tr').length).toBeGreaterThan(0);
});

test('a wrong percentage is answered in the words of the cell', () => {
  const errors = pageOf('TAAS_MARGIN').querySelector('[aria-labelledby="errors"]')!.textContent;
  expect(errors).toContain('infra_rate is 5: expected a number from 0 to 1 (5% is 0.05).');
  expect(errors).toContain('TAAS_MARGIN: ebit_margin divides by net_revenue, which is 0.');
});

test('a page says where Excel alone may decide otherwise', () => {
  const native = (name: string): string => pageOf(name).querySelector('[aria-labelledby="native"]')!.textContent;
  expect(native('TAAS_REQUIRED_SHARE')).toContain('Excel counts in doubles');
  expect(native('TAAS_MARGIN')).not.toContain('Excel counts in doubles');
});

test('the native formula is copied as one line', () => {
  expect(pageOf('BEDROCK_REVENUE').querySelector('#native-formula')!.textContent).toBe(
    '=LET(aws_revenue,37.587,ai_share,0.1,bedrock_share,0.37,ai_revenue,aws_revenue*ai_share,ai_revenue*bedrock_share)',
  );
});

test.each(['support', 'privacy'])('help/%s.html: what it sets in bold is what the pane or the ribbon says', (name) => {
  const read = (file: string) => readFileSync(join(__dirname, '../..', file), 'utf8');
  const { document } = parseHTML(fileOf(`help/${name}.html`));
  const bold = [...document.querySelectorAll('strong')].map(({ textContent }) => textContent ?? '');
  expect(bold.length).toBeGreaterThan(1);
  const said = ['manifest.xml', 'src/pane/pane.tsx', 'src/pane/check-up/check-up-tab.tsx'].map(read).join('\n');
  for (const label of bold.map((text) => text.replace(/^Home → /, '')))
    expect([label, new RegExp(`"${label}"|'${label}'`).test(said)]).toEqual([label, true]);
});
