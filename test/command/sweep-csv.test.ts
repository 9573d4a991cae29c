/** How people write a CSV: with decimal commas, with line ends in a field, in another encoding; and what they call a column. */
import { writeFileSync } from 'node:fs';
import { recordAt } from '../../src/command/sweep/csv-records';
import { number } from '../functions/cell';
import { workplace } from './workplace';

const { file, text, names, parquet, sweep, told } = workplace();

const written = (contents: string, encoding: BufferEncoding = 'utf8'): void =>
  writeFileSync(file('s.csv'), contents, encoding);
/** Lines of the result without the column of the result, and whether there is one. */
const rows = (): [string, boolean][] =>
  text('r.csv')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => [line.replace(/,[^,]*$/, ''), !line.endsWith(',')]);
const margins = (): number[] =>
  text('r.csv')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => Number(line.split(',').at(-1)));

describe('numbers', () => {
  test.each<[string, string, string[], string[]]>([
    [
      'with decimal commas between semicolons',
      'token_spend;note\n1,5;a\n"1.234,5";b\n0,825;c\n',
      ['--decimal', ','],
      ['1.5', '1234.5', '0.825'],
    ],
    [
      'with decimal commas in quotes between commas',
      'token_spend,note\n"1,5",a\n"2",b\n',
      ['--decimal', ','],
      ['1.5', '2.0'],
    ],
    ['with decimal commas in one column', 'token_spend\n1,5\n2\n', ['--decimal', ','], ['1.5', '2.0']],
    [
      'with decimal commas between tabs',
      'token_spend\tnote\n0,5\ta\n55%\tb\n-0\tc\n',
      ['--decimal', ','],
      ['0.5', '0.55', '0.0'],
    ],
    [
      'with commas between thousands',
      'token_spend;note\n1,375;a\n"$1,375.5";b\n',
      ['--decimal', '.'],
      ['1375.0', '1375.5'],
    ],
    ['between signs that nobody guesses', 'token_spend:note\n1.5:a\n', ['--delimiter', ':'], ['1.5']],
    ['between bars', 'token_spend|note, with a comma, and one\n1.5|a\n', ['--delimiter', '|'], ['1.5']],
    ['after the line sep=; of Excel', 'sep=;\r\ntoken_spend;note\r\n1.5;"a;b"\r\n', [], ['1.5']],
    ['after a byte order mark and sep=', '\uFEFFsep=|\ntoken_spend|a,b,c,d\n1.5|x\n', [], ['1.5']],
  ])('%s', async (_what, contents, more, spends) => {
    written(contents);
    expect(await sweep('s.csv', 'r.csv', ...more)).toMatchObject({ code: 0, complaints: '' });
    expect(rows().map(([line]) => line.split(',')[0])).toEqual(spends);
    margins().forEach((margin, i) =>
      expect(margin).toBeCloseTo(number('TAAS_MARGIN', { token_spend: Number(spends[i]) }), 12),
    );
  });

  test('that may mean two things are refused', async () => {
    written('token_spend;note\n2;a\n1,375;b\n');
    const said = await sweep('s.csv', 'r.csv');
    expect(told(said)).toContain(
      's.csv has token_spend as "1,375": add --decimal , if that comma is a decimal comma, or --decimal . if it is not.',
    );
    expect(said.code).toBe(2);
    expect(names()).toEqual(['s.csv']);
  });

  test('that are none keep their line, and the row what it carries', async () => {
    written('id,token_spend\na,"0,825"\nb,1.2.3\nc,"2\u200b"\nd,1,375\n"e\nf",x\ng,\n');
    const said = await sweep('s.csv', 'r.csv');
    expect(said.code).toBe(3);
    expect(text('r.rejects.csv')).toBe(`line,reason,id
2,"token_spend is ""0,825"": expected a number from 0 to 1,000,000 (type 0.825)",a
3,"token_spend is ""1.2.3"": expected a number from 0 to 1,000,000",b
4,"token_spend is ""2"" with a zero-width space (U+200B): expected a number from 0 to 1,000,000 (type 2)",c
5,has 3 fields: expected 2,d
6,"token_spend is ""x"": expected a number from 0 to 1,000,000","e
f"
8,"token_spend is blank: expected a number from 0 to 1,000,000",g
`);
    expect(text('r.csv')).not.toMatch(/,-?\d\.\d{3}/);
  });

  test('of the decimal comma are shown as they were written', async () => {
    written('token_spend;id\n1.5;a\n1,2,3;b\n-1,5;c\n');
    await sweep('s.csv', 'r.csv', '--decimal', ',');
    expect(text('r.rejects.csv').split('\n').slice(1, 4)).toEqual([
      '2,"token_spend is ""1.5"": expected a number from 0 to 1,000,000",a',
      '3,"token_spend is ""1,2,3"": expected a number from 0 to 1,000,000",b',
      '4,"token_spend is -1.5: expected a number from 0 to 1,000,000",c',
    ]);
  });
});

describe('records', () => {
  test('may have line ends in quotes', async () => {
    written('id,token_spend\r\n"a\r\nb, ""c""",1\r\n\r\nd,x\r\n"e\n\n\nf",2\r\n');
    const said = await sweep('s.csv', 'r.csv');
    expect(text('r.csv').replace(/0\.\d{3,}/g, 'm')).toBe(
      'id,token_spend,taas_margin\n"a\r\nb, ""c""",1.0,m\nd,,\n"e\n\n\nf",2.0,m\n',
    );
    expect(told(said)).toContain('line 5: token_spend is "x"');
  });

  test.each<[string, string, string[], [string, boolean][]]>([
    [
      'a quote without an end is a fault of its line alone',
      'id,token_spend\na,1\n"b,2\nc,3\nd,4\n',
      ['3,opens a quote that has no end,"""b"'],
      [
        ['a,1.0', true],
        ['"""b",', false],
        ['c,3.0', true],
        ['d,4.0', true],
      ],
    ],
    [
      'text after a closing quote belongs to nobody: no line under it is taken for a row',
      'id,token_spend\n"b,2\nc,3\n"d",4\ne,5\n',
      ['2,has text after the closing quote of field 1,"b,2\nc,3\n"'],
      [
        ['"b,2\nc,3\n",', false],
        ['e,5.0', true],
      ],
    ],
    [
      'too many fields and too few',
      'id,token_spend\na\nb,1,2\n,,\n',
      ['2,has 1 field: expected 2,a', '3,has 3 fields: expected 2,b', '4,has 3 fields: expected 2,""'],
      [
        ['a,', false],
        ['b,', false],
        ['"",', false],
      ],
    ],
  ])('%s', async (_what, contents, rejects, results) => {
    written(contents);
    expect((await sweep('s.csv', 'r.csv')).code).toBe(3);
    expect(text('r.rejects.csv')).toBe(['line,reason,id', ...rejects, ''].join('\n'));
    const [, ...after] = text('r.csv').split(/^id,token_spend,taas_margin\n/);
    const wanted = results.map(([line, has]) => (has ? `${line},m` : `${line},`)).join('\n');
    expect(
      after
        .join('')
        .replace(/,-?[\d.]{5,}$/gm, ',m')
        .trimEnd(),
    ).toBe(wanted);
  });

  test('are the same wherever a file is cut into pieces', () => {
    const contents = 'a,"b\n""c"""\r\n"d,e",f\n\n"g\nh",i\n"j';
    const whole = recordsIn(contents, true);
    expect(whole).toEqual([['a', 'b\n"c"'], ['d,e', 'f'], [''], ['g\nh', 'i'], ['"j']]);
    for (let cut = 0; (cut = contents.indexOf('\n', cut) + 1) > 0;) {
      const first = recordsIn(contents.slice(0, cut), false);
      expect(whole.slice(0, first.length)).toEqual(first);
    }
  });

  function recordsIn(contents: string, isLast: boolean): (readonly string[])[] {
    const records: (readonly string[])[] = [];
    for (let at = 0; at < contents.length;) {
      const record = recordAt(contents, at, ',', isLast);
      if (!record) break;
      records.push(record.fields);
      at = record.next;
    }
    return records;
  }

  test('of many megabytes and a quote without an end are read in time that grows with them only', async () => {
    const line = `${'x'.repeat(90)},1\n`;
    written(`id,token_spend\n"never ended,1\n${line.repeat(250_000)}`);
    const said = await sweep('s.csv', 'r.csv');
    expect(said.out).toContain('rows                250,001\nbad rows            1\n');
  });
});

describe('a file', () => {
  test.each<[string, string | Buffer, string]>([
    [
      'in Latin-1',
      Buffer.from('name,token_spend\na,1\ncaf\xe9,2\n', 'latin1'),
      's.csv is not in UTF-8: line 3, read as Latin-1, is café,2; save it as CSV UTF-8.',
    ],
    [
      'in UTF-16 with a mark',
      Buffer.from('\uFEFFtoken_spend\n1\n', 'utf16le'),
      's.csv is in UTF-16: save it as CSV UTF-8.',
    ],
    ['in UTF-16 without one', Buffer.from('token_spend\n1\n', 'utf16le'), 's.csv is in UTF-16: save it as CSV UTF-8.'],
    ['with a zero byte', 'token_spend,name\n1,a\0b\n', 's.csv has a zero byte in line 2: expected a text in UTF-8.'],
    [
      'of an old Mac',
      'token_spend,name\r1,a\r2,b\r',
      's.csv ends its lines with CR alone, as old Macs did: save it with LF or CR LF.',
    ],
    [
      'with a quote in its header that does not end',
      'token_spend,"name\n1,a\n',
      's.csv opens a quote that has no end in its header line.',
    ],
    [
      'with nothing after sep=',
      'sep=;\n',
      's.csv starts with a blank line: expected a header line and a line for every scenario.',
    ],
    ['with nothing but a mark', '\uFEFF', 's.csv is empty: expected a header line and a line for every scenario.'],
    [
      'with nothing but blank lines under its header',
      'token_spend\n\n\n',
      's.csv has no scenarios: expected a line for each.',
    ],
  ])('%s is refused by name', async (_what, contents, sentence) => {
    writeFileSync(file('s.csv'), contents);
    const said = await sweep('s.csv', 'r.csv');
    expect([said.code, told(said)]).toEqual([1, sentence]);
    expect(names()).toEqual(['s.csv']);
  });

  test('in Latin-1 after many megabytes is refused by its line', async () => {
    const line = `1,${'x'.repeat(90)}\n`;
    writeFileSync(file('s.csv'), Buffer.from(`token_spend,name\n${line.repeat(50_000)}1,caf\xe9\n`, 'latin1'));
    const said = await sweep('s.csv', 'r.csv', '--rows-per-part', '10000');
    expect(told(said)).toBe('s.csv is not in UTF-8: line 50002, read as Latin-1, is 1,café; save it as CSV UTF-8.');
    expect(names()).toEqual(['s.csv']);
  });

  test.each<[string[], string]>([
    [['--decimal', ','], '--decimal and --delimiter say how a CSV is written'],
    [['--decimal', ';'], '--decimal is ;: expected . or a comma.'],
    [['--delimiter', 'ab'], '--delimiter is ab: expected , or ; or tab or another sign.'],
    [['--delimiter', '1'], '--delimiter is 1: expected'],
    [['--out', 'x.csv'], '--out is given twice: expected it once.'],
  ])('of Parquet with %j is a misuse', async (more, sentence) => {
    await parquet('s.parquet', 'SELECT 1 AS token_spend');
    const said = await sweep('s.parquet', 'r.csv', ...more);
    expect([said.code, told(said).slice(0, sentence.length)]).toEqual([2, sentence]);
  });
});

describe('a column that looks like an input', () => {
  const LIKE = [
    'token_spent',
    'token_spend ($bn)',
    'Token Spend',
    'tokenSpend',
    'TOKEN-SPEND',
    'quarterly token_spend',
    'spend',
    'token\u200b_spend',
    't\u043eken_spend',
    '\uff54oken_spend',
  ];
  test.each(LIKE)('%s is asked about', async (name) => {
    written(`infra_cogs,"${name}"\n0.5,1\n`);
    const said = await sweep('s.csv', 'r.csv');
    const code = /[^ -~]/.exec(name)?.[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    expect(told(said)).toContain('that looks like the input token_spend: rename it to token_spend, or add --keep');
    if (code) expect(told(said)).toContain(`U+${code}`);
    expect(said.code).toBe(1);
    expect(names()).toEqual(['s.csv']);
    for (const yes of [
      ['--keep', name],
      ['--columns', 'infra_cogs'],
    ]) {
      expect(await sweep('s.csv', 'r.csv', ...yes, '--force')).toMatchObject({ code: 0, complaints: '' });
      expect(margins()).toEqual([expect.closeTo(number('TAAS_MARGIN', { infra_cogs: 0.5 }), 12)]);
    }
  });

  test('is not asked about where the input is a column or given', async () => {
    written('token_spend,token_spend_old,infra_cogs_old\n1,2,3\n');
    expect(await sweep('s.csv', 'r.csv', 'infra_cogs=0.5')).toMatchObject({ code: 0 });
  });

  test.each(['id', 'scenario', 'name', 'year', 'company', '支出', 'date', 'ticker'])('%s does not', async (name) => {
    written(`token_spend,${name}\n1,2\n`);
    expect(await sweep('s.csv', 'r.csv')).toMatchObject({ code: 0 });
  });

  test('and is one is carried along when it is to be kept', async () => {
    written('token_spend,infra_cogs,"a, b"\n1,x,y\n');
    const said = await sweep('s.csv', 'r.csv', '--keep', 'infra_cogs', '--keep', 'a, b');
    expect(said).toMatchObject({ code: 0, complaints: '' });
    expect(said.out).toContain('varied              token_spend\n');
    expect(said.out).toContain('carried along       infra_cogs, a, b\n');
    expect(rows()).toEqual([['1.0,x,y', true]]);
    const both = await sweep('s.csv', 'r.csv', '--keep', 'token_spend', '--columns', 'token_spend', '--force');
    expect([both.code, told(both)]).toEqual([
      2,
      expect.stringContaining('token_spend stands after --columns and after --keep'),
    ]);
    expect(told(await sweep('s.csv', 'r.csv', '--keep', 'infra', '--force'))).toBe(
      's.csv has no column infra to keep; the nearest is infra_cogs.',
    );
  });
});

test('the summary says what varied, what did not and whose number it is, and what was carried along', async () => {
  written('scenario,token_spend,tiers[2].rate\nlow,1,0.3\n');
  const said = await sweep('s.csv', 'r.csv', 'opex_rate=6%', 'mode=WHOLE');
  expect(said.out.split('\n').slice(0, 6)).toEqual([
    `TAAS_MARGIN over ${file('s.csv')}, in ${file('r.csv')}`,
    'varied              token_spend, tiers[2].rate',
    'given               opex_rate 0.06, mode WHOLE',
    'base case           fixed_fee 0.7, infra_rate 0, tiers {0,0.25;0.5,varied;1.5,0.4}, infra_cogs 0.55, rev_share_scale 1, share_basis SPEND',
    'carried along       scenario',
    'rows                1',
  ]);
});
