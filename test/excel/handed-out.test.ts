/** What Excel is handed for an answer: numbers with their format, a card behind a single one, errors with their sentence. */
import { Problem, type ErrorCode } from '../../src/catalogue/problem';
import { CellError, standInForExcel } from '../../src/workbench/office-stand-in';
import type { Arguments } from '../functions/cell';
import { inOrderOf } from '../../src/catalogue/call';

type Excel = typeof import('../../src/excel/implementation') &
  typeof import('../../src/excel/document-settings') &
  typeof import('../../src/excel/more-functions') &
  typeof import('../../src/excel/result') &
  typeof import('../../src/excel/why');

/** The add-in, newly loaded into an Excel that knows these requirement sets. */
async function loaded(isSetSupported: (name: string, version: string) => boolean): Promise<Excel> {
  jest.resetModules();
  standInForExcel(globalThis);
  Object.assign(globalThis.Office, { context: { requirements: { isSetSupported } } });
  const [implementation, settings, functions, result, why] = await Promise.all([
    import('../../src/excel/implementation'),
    import('../../src/excel/document-settings'),
    import('../../src/excel/more-functions'),
    import('../../src/excel/result'),
    import('../../src/excel/why'),
  ]);
  return { ...implementation, ...settings, ...functions, ...result, ...why };
}

const today = (name: string, version: string): boolean => name === 'ExcelApi' && version === '1.19';
let excel: Excel;
beforeEach(async () => {
  excel = await loaded(today);
});

const handed = (name: string, args: Arguments = {}): unknown => {
  const definition = excel.catalogue.find(name);
  return excel.implementation(definition, excel.catalogue)(...inOrderOf(definition, args), {});
};
const fails = (name: string, args: Arguments): CellError => {
  try {
    handed(name, args);
  } catch (error) {
    return error as CellError;
  }
  throw new Error(`${name} has an answer`);
};

const double = (basicValue: number, numberFormat: string) => ({
  type: 'Double',
  basicType: 'Double',
  basicValue,
  numberFormat,
});
const string = (basicValue: string) => ({ type: 'String', basicType: 'String', basicValue });

test('the card of Bedrock’s contribution says what stands over what, and EBIT over EBIT beside it', () => {
  const { properties } = handed('BEDROCK_CONTRIB') as { properties: Record<string, { basicValue: unknown }> };
  expect(properties['answers']!.basicValue).toContain('gross profit over AWS’ operating income');
  expect(properties['source_segment1']!.basicValue).toContain('EBIT over EBIT the share is 27.4%');
  expect(Object.keys(properties)).toEqual(expect.arrayContaining(['segment_profit_change', 'company_profit_change']));
});

test('a single number carries its format, its working and the sources of what was left out', () => {
  const revenue = excel.catalogue.find('BEDROCK_REVENUE');
  expect(handed('BEDROCK_REVENUE', { aws_revenue: 40, ai_share: 0.2 })).toEqual({
    ...double(2.96, '$#,##0.000"bn"'),
    properties: {
      answers: string(revenue.answers),
      ai_revenue: double(8, '#,##0.0000'),
      bedrock_revenue: double(2.96, '#,##0.0000'),
      source_bedrock_share: string(expect.stringMatching(/^estimate: /) as string),
    },
    layouts: {
      compact: { icon: 'Calculator' },
      card: {
        title: 'BEDROCK_REVENUE',
        sections: [
          { layout: 'List', title: 'Working', properties: ['answers', 'ai_revenue', 'bedrock_revenue'] },
          {
            layout: 'List',
            title: 'Base case 1Q26',
            collapsible: true,
            collapsed: true,
            properties: ['source_bedrock_share'],
          },
        ],
      },
    },
  });
});

test('where nothing was left out, the card has no base case', () => {
  const given = { aws_revenue: 40, ai_share: 0.2, bedrock_share: 0.5 };
  const { layouts } = handed('BEDROCK_REVENUE', given) as { layouts: { card: { sections: object[] } } };
  expect(layouts.card.sections).toHaveLength(1);
});

test('a number that was looked for says what it gives and how it was found', () => {
  expect(handed('TAAS_SOLVE', { target: 0.5, param: 'token_spend' })).toEqual({
    ...double(1.61805555555556, '$#,##0.000"bn"'),
    properties: {
      answers: string(excel.catalogue.find('TAAS_SOLVE').answers),
      token_spend: string('gives TAAS_MARGIN 50%'),
      evaluations: string(expect.stringMatching(/^\d+$/) as string),
    },
    layouts: {
      card: {
        title: 'TAAS_SOLVE',
        sections: [{ layout: 'List', properties: ['answers', 'token_spend', 'evaluations'] }],
      },
    },
  });
});

test('a table has texts, and numbers with their format but without cards', () => {
  const [header, first] = handed('TAAS_PNL') as unknown[][];
  expect(header!.every((cell) => typeof cell === 'string')).toBe(true);
  expect(first!.slice(1)).toEqual(
    first!.slice(1).map(() => double(expect.any(Number) as number, expect.stringContaining('bn') as string)),
  );
  expect(handed('TAAS_VERSION')).toEqual(expect.any(String));
});

test('an Excel from before cards is handed plain numbers', async () => {
  excel = await loaded(() => false);
  expect(handed('TAAS_MARGIN')).toBe(0.55);
  expect((handed('TAAS_PNL') as unknown[][])[1]!.slice(1).every((cell) => typeof cell === 'number')).toBe(true);
  expect(handed('TAAS_SOLVE', { target: 0.5, param: 'token_spend' })).toBe(1.61805555555556);
});

describe('settings of the workbook', () => {
  let kept: Map<string, unknown>;
  let startup: unknown[];
  beforeEach(() => {
    kept = new Map();
    startup = [];
    const settings = {
      get: (name: string) => kept.get(name) ?? null,
      set: (name: string, value: unknown) => void kept.set(name, value),
      saveAsync: (done: (result: { status: string }) => void) => done({ status: 'succeeded' }),
    };
    Object.assign(globalThis.Office, {
      AsyncResultStatus: { Succeeded: 'succeeded' },
      StartupBehavior: { load: 'Load', none: 'None' },
      addin: { setStartupBehavior: (behavior: string) => Promise.resolve(void startup.push(behavior)) },
    });
    Object.assign(globalThis.Office.context, { document: { settings } });
  });

  test('plain numbers, from then on and when it is opened again; and cards again', async () => {
    expect(handed('TAAS_MARGIN')).toMatchObject({ numberFormat: '0.0%', layouts: {} });
    await excel.documentSettings.set('plainNumbers', true);
    expect(handed('TAAS_MARGIN')).toBe(0.55);
    expect(excel.documentSettings.get('plainNumbers')).toBe(true);
    await excel.documentSettings.set('plainNumbers', false);
    const { properties } = handed('TAAS_MARGIN') as { properties: object };
    expect(Object.keys(properties)).toContain('ebit_margin');
  });

  test('the add-in loads when the workbook is opened, only if it is asked to', async () => {
    expect(startup).toEqual([]);
    await excel.documentSettings.set('loadOnOpen', true);
    await excel.documentSettings.set('loadOnOpen', false);
    expect(startup).toEqual(['Load', 'None']);
  });
});

test('an error inside a table stands in its cell, with its sentence', () => {
  const args = { function: 'TAAS_REQUIRED_SHARE', param_x: 'target_margin', values_x: [[0.55, 0.96]] };
  const rows = handed('TAAS_GRID', { ...args, param_y: 'opex_rate', values_y: [[0.05]] }) as unknown[][];
  expect(rows.flat().filter((cell) => cell instanceof CellError)).toEqual([
    expect.objectContaining({ code: '#N/A', message: expect.stringMatching(/\.$/) as string }),
  ]);
});

test.each<[ErrorCode]>([['#VALUE!'], ['#N/A'], ['#DIV/0!'], ['#NUM!'], ['#NULL!']])(
  '%s is handed out as it is',
  (code) => {
    expect(excel.excelError(new Problem(code, 'A sentence.'))).toMatchObject({ code, message: 'A sentence.' });
  },
);

describe('Why?', () => {
  test('remembers a hundred failures, the newest first, each once', () => {
    let told = 0;
    excel.onComplaint(() => told++);
    for (let i = 1; i <= 120; i++) fails('TAAS_MARGIN', { opex_rate: -i });
    fails('TAAS_MARGIN', { opex_rate: -50 });
    const sentences = excel.complaints().map(({ sentence }) => sentence);
    expect(sentences).toHaveLength(100);
    expect(new Set(sentences).size).toBe(100);
    expect(sentences.slice(0, 2).map((sentence) => /-\d+/.exec(sentence)![0])).toEqual(['-50', '-120']);
    expect(excel.complaints()[0]).toMatchObject({ function: 'TAAS_MARGIN', code: '#VALUE!' });
    expect(told).toBe(121);
  });

  test('says what failed that should not have', () => {
    const bad = {
      get basicValue(): never {
        throw new TypeError('out of order');
      },
    };
    expect(fails('TAAS_MARGIN', { token_spend: bad })).toMatchObject({
      code: '#VALUE!',
      message: 'TAAS_MARGIN failed: out of order.',
    });
  });
});
