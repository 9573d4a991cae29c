/** What help, metadata and the assistant's text say in words, held against what happens. */
import { posix } from 'node:path';
import { defaultText } from '../../src/catalogue/call';
import type { Parameter } from '../../src/catalogue/parameters';
import type { Problem } from '../../src/catalogue/problem';
import { type ErrorCode } from '../../src/catalogue/problem';
import { UNITS } from '../../src/catalogue/units';
import { excelNeeded } from '../../src/derive/excel-version';
import { ERROR_IN_ARGUMENT } from '../../src/derive/wording';
import { excelError } from '../../src/excel/result';
import { functions } from '../../src/functions';
import { call } from '../../src/catalogue/call';
import { catalogue, each, fileNames, fileOf, pageOf } from './files';

const errorValue = (basicValue: string): object => ({ type: 'Error', basicType: 'Error', basicValue });
const section = (name: string, id: string): string =>
  (pageOf(name).querySelector(`[aria-labelledby="${id}"]`)?.textContent ?? '').replace(/\s+/g, ' ');

describe('the Excel that a native formula needs', () => {
  test.each<[string, string, string[]]>([
    ['=0.1*SUM(1,2)', 'any Excel', []],
    ['=LET(a,1,MAX(a,2))', 'Excel 2021 or later, or Microsoft 365', ['LET']],
    ['=LET(a,1,VSTACK(a,HSTACK(a,2)))', 'Excel 2024 or later, or Microsoft 365', ['HSTACK', 'VSTACK']],
    ['=IF(1>0,"VSTACK(1)",NA())', 'any Excel', []],
    ['=hstack_(1)+IF(1>0,1,2)', 'any Excel', []],
  ])('%s: %s', (formula, excel, because) => {
    expect(excelNeeded(formula)).toEqual({ excel, because });
  });

  test('is not guessed of a function that nobody looked up', () => {
    expect(() => excelNeeded('=LAMBDA(x,x)(1)')).toThrow('which Excel has LAMBDA is not known');
  });

  test.each(each)('%s: the page says it of the formula that it shows', (name) => {
    const formula = pageOf(name).querySelector('#native-formula')?.textContent;
    const told = section(name, 'native');
    if (formula === undefined) return expect(told).not.toMatch(/Excel 20\d\d/);
    const stacks = /\b[HV]STACK\(/.test(formula);
    const years = told.match(/Excel 20\d\d/g) ?? [];
    expect(years).toEqual(stacks ? ['Excel 2024'] : /\bLET\(/.test(formula) ? ['Excel 2021'] : []);
    return undefined;
  });

  test('is 2024 for some functions, 2021 for others', () => {
    const told = functions.map(({ name }) => section(name, 'native'));
    for (const year of ['2021', '2024'])
      expect(told.filter((text) => text.includes(`Excel ${year}`)).length).toBeGreaterThan(10);
  });
});

describe('an error in an argument', () => {
  const scope = globalThis as { CustomFunctions?: unknown };

  beforeAll(() => {
    scope.CustomFunctions = {
      Error: class {
        constructor(readonly code: string) {}
      },
      ErrorCode: {
        invalidValue: '#VALUE!',
        notAvailable: '#N/A',
        divisionByZero: '#DIV/0!',
        invalidNumber: '#NUM!',
        nullReference: '#NULL!',
      },
    };
  });

  afterAll(() => delete scope.CustomFunctions);

  test.each<[given: string, out: ErrorCode]>([
    ['#VALUE!', '#VALUE!'],
    ['#N/A', '#N/A'],
    ['#DIV/0!', '#DIV/0!'],
    ['#NUM!', '#NUM!'],
    ['#NULL!', '#NULL!'],
    ['#REF!', '#VALUE!'],
    ['#NAME?', '#VALUE!'],
    ['#CALC!', '#VALUE!'],
    ['#BUSY!', '#VALUE!'],
  ])('%s comes out as %s, and the sentence names both', (given, out) => {
    const problem = call(catalogue.find('TAAS_MARGIN'), [errorValue(given)], catalogue) as Problem;
    expect(problem.sentence).toContain(`token_spend is ${given}`);
    expect([problem.code, (excelError(problem) as unknown as { code: string }).code]).toEqual([out, out]);
    if (['#REF!', '#NAME?'].includes(given)) expect(ERROR_IN_ARGUMENT).toContain(given);
  });

  test.each(each.filter(([, { parameters }]) => Object.keys(parameters).length > 0))('%s: the page says so', (name) => {
    expect(section(name, 'errors')).toContain(ERROR_IN_ARGUMENT);
  });
});

describe('a tier table', () => {
  const tiers = catalogue.find('TAAS_MARGIN').parameters['tiers']!;
  const inWords = (rows: readonly (readonly number[])[]): string =>
    defaultText({
      ...tiers,
      default: {
        standing: 'assumption',
        value: () => rows.map(([from, rate]) => ({ from: m(from!), rate: m(rate!) })),
      },
    } as never);
  const m = (x: number): unknown => ({ value: { toNumber: () => x } });

  test('is told in words', () => {
    expect(defaultText(tiers)).toBe('25% of the spend up to $0.5bn, 35% from there to $1.5bn, 40% above');
    expect(inWords([[0, 0.3]])).toBe('30% of the spend');
    expect(
      inWords([
        [0, 0.3],
        [1, 0.225],
      ]),
    ).toBe('30% of the spend up to $1bn, 22.5% above');
  });

  test('in help, and how it is typed too', () => {
    const text = section('TAAS_MARGIN', 'syntax');
    expect(text).toContain('25% of the spend up to $0.5bn, 35% from there to $1.5bn, 40% above');
    expect(text).toContain('{0,0.25;0.5,0.35;1.5,0.4}');
  });

  test('in what Excel shows while one types', () => {
    const metadata = JSON.parse(fileOf('functions.json')) as {
      functions: { id: string; parameters: { name: string; description: string }[] }[];
    };
    const margin = metadata.functions.find(({ id }) => id === 'TAAS_MARGIN')!;
    expect(margin.parameters.find(({ name }) => name === 'tiers')!.description).toMatch(
      /Default 25% of the spend up to .* above\.$/,
    );
  });
});

describe('llms.txt', () => {
  const text = (): string => fileOf('llms.txt');
  const blockOf = (name: string): string => new RegExp(`^- ${name}\\(.*\\n(?:  - .*\\n)*`, 'm').exec(text())![0];

  test.each(each)('%s: each parameter with its unit, or its options and what they mean', (name, { parameters }) => {
    const lines = blockOf(name).trimEnd().split('\n').slice(1);
    expect(lines.map((line) => /^ {2}- (\w+): \S/.exec(line)?.[1])).toEqual(Object.keys(parameters));
    Object.values<Parameter>(parameters).forEach((parameter, i) => {
      if ('unit' in parameter) expect(lines[i]).toContain(UNITS[parameter.unit].words.replace(/ \(.*/, ''));
      if (!('options' in parameter)) return;
      for (const [option, means] of Object.entries(parameter.options))
        expect(lines[i]).toContain(`"${option}" ${means}`);
    });
  });

  test('shows how tiers, inputs and spec are laid out, in calls that have an answer', () => {
    for (const table of ['tiers', 'inputs', 'spec']) {
      const [, formula] = new RegExp(`^- ${table}: [^]*?(=TAAS_\\w+\\(.*\\{.*\\}.*\\))$`, 'm').exec(text())!;
      const shown = functions.some(({ name }) =>
        [...pageOf(name).querySelectorAll('.example')].some((example) => {
          const typed = example.querySelector('code')!.textContent;
          return typed === formula && !example.querySelector('.error');
        }),
      );
      expect([formula, shown]).toEqual([formula, true]);
    }
    for (const distribution of ['UNIFORM', 'TRIANGULAR', 'NORMAL', 'LOGNORMAL']) expect(text()).toContain(distribution);
  });

  test('leads, by relative links, only to what is there', () => {
    const links = [...text().matchAll(/\]\(([^)]*)\)/g)].map(([, target]) => target!);
    expect(links).toEqual(
      expect.arrayContaining(['catalogue.json', 'catalogue.schema.json', 'help/index.html', 'help/data-book.html']),
    );
    for (const target of links) expect([target, fileNames.includes(posix.normalize(target))]).toEqual([target, true]);
    expect(text()).not.toMatch(/https?:/);
  });

  test('states the rule of errors', () => {
    expect(text()).toContain(ERROR_IN_ARGUMENT);
  });
});
