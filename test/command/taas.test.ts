/** The command: what it answers, what it complains of, and how it ends. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { testWhere } from '../only-where';
import { typed } from './terminal';

describe('answers', () => {
  test.each<[string[], string]>([
    [['eval', 'TAAS_MARGIN()'], '0.55'],
    [['eval', '=TAAS_MARGIN(1,,,,0.6)'], '0.35'],
    [['eval', 'taas_margin(1)'], '0.4'],
    [['eval', 'TAAS_MARGIN', 'token_spend=1'], '0.4'],
    [['eval', 'TAAS_MARGIN', 'mode=WHOLE', 'tiers[3].rate=35%'], '0.557142857142857'],
    [['eval', 'TAAS_REV_SHARE(2,{0,25%;0.5,35%},"whole")'], '0.7'],
    [['eval', 'TAAS_REV_SHARE', 'tiers={0,25%;0.5,35%}', 'mode=WHOLE'], '0.7'],
    [['eval', 'TAAS_MARGIN(TAAS_IMPLIED_SPEND(1.375))'], '0.55'],
    [['eval', 'TAAS_MARGIN(1,,,,TAAS_SOLVE("TAAS_MARGIN(1)",50%,"infra_cogs"))'], '0.5'],
    [['eval', 'TAAS_MARGIN(1,', ',', ', ,0.6)'], '0.35'],
    [['eval', 'TAAS_MARGIN(1)', 'infra_cogs=0.6'], '0.35'],
    [['eval', 'TAAS_MARGIN(,,,{0,25%;0.5,30%;1.5,40%})', 'tiers[2].rate=35%'], '0.55'],
    [['eval', 'TAAS_SOLVE("TAAS_MARGIN(1)",50%,"infra_cogs")'], '0.45'],
    [['eval', 'TAAS_SOLVE', 'function=TAAS_MARGIN(1)', 'target=50%', 'param=infra_cogs'], '0.45'],
    [['eval', 'TAAS_EBIT_BRIDGE(,,,,,FALSE)', '--json'], expect.stringMatching(/^\[\[[\d.]+\],\[/)],
    [['eval', 'TAAS_MARGIN()', '--json'], '0.55'],
    [['eval', 'TAAS_MARGIN({1,2,4})', '--json'], '[[0.4,0.55,0.6971264367816092]]'],
    [['eval', 'TAAS_MARGIN({1;2})', 'infra_cogs={0.55,0.6}', '--json'], '[[0.4,0.35],[0.55,0.5136363636363637]]'],
    [['eval', 'TAAS_MARGIN({1,2},{0.7,0.7,0.7})', '--json'], '[[0.4,0.55,"#N/A"]]'],
    [['eval', 'TAAS_MARGIN({1,-1})'], '0.4  #VALUE!'],
    [['eval', 'TAAS_FACT({"B15","B05"})', '--json'], '[[0.55,0.3]]'],
    [
      ['native', 'TAAS_RUN_RATE'],
      '=LET(revenue,1.375,periods,4,monthly_subscriptions,0,revenue*periods+12*monthly_subscriptions)',
    ],
    [
      ['native', 'BEDROCK_REVENUE', 'ai_share=B4'],
      '=LET(aws_revenue,37.587,ai_share,B4,bedrock_share,0.37,ai_revenue,aws_revenue*ai_share,ai_revenue*bedrock_share)',
    ],
    [
      ['native', "=BEDROCK_REVENUE(Données!B4,'My deal'!C5)", 'bedrock_share=share'],
      "=LET(aws_revenue,Données!B4,ai_share,'My deal'!C5,bedrock_share,share,ai_revenue,aws_revenue*ai_share,ai_revenue*bedrock_share)",
    ],
  ])('taas %j', async (words, answer) => {
    expect(await typed(words)).toEqual({ code: 0, out: answer, complaints: '' });
  });

  test('a table, its columns side by side', async () => {
    const { out } = await typed(['eval', 'TAAS_EBIT_BRIDGE()']);
    const lines = out.split('\n');
    expect(lines.length).toBeGreaterThan(3);
    expect(new Set(lines.slice(1).map((line) => line.length)).size).toBe(1);
  });

  test('the working, line by line', async () => {
    const { out, code } = await typed(['explain', 'BEDROCK_REVENUE', 'ai_share=20%']);
    expect(out.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
      ['Line', 'Value', 'Formula or source'],
      ['aws_revenue', '37.587', 'base case, fact'],
      ['ai_share', '0.2', 'given'],
      ['bedrock_share', '0.37', 'base case, estimate'],
      ['ai_revenue', '7.5174', 'aws_revenue*ai_share'],
      ['bedrock_revenue', '2.781438', 'ai_revenue*bedrock_share'],
    ]);
    expect(code).toBe(0);
  });

  test('the working on another table', async () => {
    const { out } = await typed(['explain', 'TAAS_REV_SHARE', 'tiers={0,0.2}']);
    expect(out).toMatch(/revenue_share +0\.4 +SUM\(.*\*0\.2\)\*1$/);
  });

  test.each([['help'], ['--help'], ['-h'], [], ['eval', '--help'], ['sweep', '-h'], ['help', 'sql']])(
    'taas %s tells how it is used',
    async (...words) => {
      const { out, code } = await typed(words.filter(Boolean));
      expect(out).toContain('taas sweep TAAS_MARGIN');
      expect(code).toBe(0);
    },
  );
});

describe('sql', () => {
  test('over the columns asked for', async () => {
    const { out } = await typed([
      'sql',
      'TAAS_MARGIN',
      '--dialect',
      'Spark',
      '--columns',
      'token_spend,tiers[2].rate',
      '--keep',
      'id',
      '--table',
      'lake.runs',
      'mode=WHOLE',
    ]);
    expect(out).toContain(
      'SELECT id, CAST(token_spend AS DOUBLE) AS token_spend, CAST(tiers_2_rate AS DOUBLE) AS tiers_2_rate\n  FROM lake.runs',
    );
    expect(out).toContain('mode WHOLE');
  });

  test('for an engine that reads the text of another', async () => {
    const textFor = async (dialect: string): Promise<string> =>
      (await typed(['sql', 'TAAS_MARGIN', '--dialect', dialect])).out;
    expect(await textFor('athena')).toBe(await textFor('trino'));
    expect(await textFor('Databricks')).toBe(await textFor('spark'));
    expect(await textFor('redshift')).toBe(await textFor('postgres'));
  });

  test('over every number that is not given', async () => {
    const { out } = await typed(['sql', 'TAAS_MARGIN', 'token_spend=3']);
    expect(out).toContain('SELECT fixed_fee, infra_rate, infra_cogs, opex_rate, rev_share_scale,\n');
  });

  test('of a call, whose arguments are constants and not columns', async () => {
    const { out, code } = await typed(['sql', 'TAAS_MARGIN(1,,,{0,20%;1,25%})', 'mode=WHOLE']);
    expect([code, out]).toEqual([0, expect.stringContaining('SELECT fixed_fee, infra_rate, infra_cogs, opex_rate,')]);
    expect(out).toContain('token_spend 1');
  });

  test('of a function with required inputs, which are columns', async () => {
    const { out, code } = await typed([
      'sql',
      'TAAS_EXPECTED_MARGIN',
      '--columns',
      'demands[1],demands[2],probabilities[1],probabilities[2]',
    ]);
    expect(code).toBe(0);
    expect(out).toContain('probabilities_1 + probabilities_2');
  });

  test('of a list of which some is given and some a column', async () => {
    const columns = 'demands[1],demands[2],probabilities[2]';
    const { out, code } = await typed(['sql', 'TAAS_EXPECTED_MARGIN', 'probabilities[1]=30%', '--columns', columns]);
    expect([code, out]).toEqual([0, expect.stringContaining('3E-1 * ebit_1 + probabilities_2 * ebit_2')]);
    expect(out).toContain('demands {varied;varied}, probabilities {0.3;varied}');
  });

  test('of a list with a gap is refused: nothing stands in the gap', async () => {
    const columns = 'demands[1],demands[3],probabilities[1],probabilities[2],probabilities[3]';
    const { complaints } = await typed(['sql', 'TAAS_EXPECTED_MARGIN', '--columns', columns]);
    expect(complaints).toContain('inputs have no demands[2]: expected demands[1], demands[2] and so on.');
  });
});

describe('complaints', () => {
  test.each<[string[], number, string]>([
    [
      ['evl'],
      2,
      'no command evl; the nearest is eval of eval, explain, native, sql, sweep, models, version, help.\nSee taas help.',
    ],
    [['eval'], 2, 'eval needs a formula: taas eval "TAAS_MARGIN(1)".\nSee taas help.'],
    [['eval', 'TAAS_MARGIN(1'], 2, 'formula is "TAAS_MARGIN(1": expected ) at character 14.\nSee taas help.'],
    [
      ['eval', 'TAAS_MARGIN', 'token_spend'],
      2,
      'cannot read token_spend: expected name=value, as in token_spend=1.\nSee taas help.',
    ],
    [
      ['eval', 'TAAS_MARGIN', 'token_spend='],
      2,
      'token_spend has no value: expected token_spend=value.\nSee taas help.',
    ],
    [
      ['eval', 'TAAS_MARGIN()', '--jsn'],
      2,
      'eval: no option --jsn; the nearest is --json of --json, --chart, --force, --help.\nSee taas help.',
    ],
    [['sweep', 'TAAS_MARGIN', '--input', 'x.csv'], 2, 'sweep: no option --input; the nearest is --inputs of --json,'],
    [['eval', 'TAAS_MARGIN', '-1'], 2, 'eval: no option -1; the nearest is '],
    [['eval', 'TAAS_MARGIN', '--constructor'], 2, 'eval: no option --constructor; the nearest is '],
    [['eval', 'TAAS_MARGIN', '--force=no'], 2, 'eval: --force is given as no: expected --force alone.'],
    [
      ['sql', 'TAAS_MARGIN', '--dialect'],
      2,
      'sql: --dialect has no value, nothing follows it: expected --dialect=value.',
    ],
    [
      ['eval', 'TAAS_MARGIN', '--chart', '--force'],
      2,
      'eval: --chart has no value, --force follows it: expected --chart=value.',
    ],
    [['eval', 'TAAS_MARGIN', '--force', '--force'], 2, '--force is given twice: expected it once.'],
    [
      ['eval', 'TAAS_PNL({1,2})'],
      1,
      '#VALUE! token_spend is a range, and TAAS_PNL answers a table for each of its cells: expected one value, or TAAS_CALL, which answers a function case by case.',
    ],
    [['eval', 'TAAS_MARGN()'], 1, '#N/A no function TAAS_MARGN; the nearest are TAAS_MARGIN'],
    [['eval', 'TAAS_MARGIN(0,0)'], 1, '#DIV/0! TAAS_MARGIN: ebit_margin divides by net_revenue, which is 0.'],
    [
      ['eval', 'TAAS_MARGIN', 'token_spnd=1'],
      1,
      '#VALUE! TAAS_MARGIN has no parameter token_spnd; the nearest are token_spend',
    ],
    [['eval', 'TAAS_MARGIN', 'opex_rate=5'], 1, '#VALUE! opex_rate is 5: expected a number from 0 to 1 (5% is 0.05).'],
    [['explain'], 2, 'explain needs a function'],
    [['explain', 'TAAS_VERSION'], 1, '#N/A TAAS_VERSION has no formula to show'],
    [['native', 'TAAS_MARGIN', 'mode=B4'], 1, '#VALUE! mode is "B4"'],
    [['sql'], 2, 'sql needs a function'],
    [
      ['sql', 'TAAS_MARGIN', '--dialect', 'sparc'],
      2,
      'no dialect sparc; the nearest is spark of bigquery, clickhouse, duckdb',
    ],
    [
      ['sql', 'TAAS_PNL'],
      1,
      '#VALUE! TAAS_PNL returns a table: expected a function that returns one number, or a line of the table in brackets, as in TAAS_PNL[EBIT].',
    ],
    [
      ['sql', 'TAAS_MARGIN', '--columns', 'mode'],
      1,
      '#VALUE! mode of TAAS_MARGIN shapes the calculation and cannot be a column: expected mode=value.',
    ],
    [
      ['sql', 'TAAS_MARGIN', '--columns', 'tokens'],
      1,
      '#VALUE! TAAS_MARGIN has no number tokens; the nearest are token_spend',
    ],
    [
      ['sql', 'TAAS_MARGIN', '--columns', 'token_spend', 'token_spend=1'],
      2,
      'token_spend is a column of the scenarios and given as token_spend=1: expected one of the two.',
    ],
    [
      ['sql', 'TAAS_MARGIN(1)', '--columns', 'token_spend'],
      2,
      'token_spend is a column of the scenarios and given as TAAS_MARGIN(1): expected one of the two.',
    ],
    [['sql', 'TAAS_MARGIN(1'], 2, 'formula is "TAAS_MARGIN(1": expected ) at character 14.'],
    [['sql', 'TAAS_MARGIN', '--columns', ' , '], 2, 'no columns'],
    [['native', 'TAAS_MARGIN(1', 'infra_cogs=B4'], 2, 'formula is "TAAS_MARGIN(1": expected ) at character 14.'],
    [['explain', 'TAAS_MARGIN(B4)'], 2, 'formula is "TAAS_MARGIN(B4)": expected a number, a text in quotes'],
    [
      ['eval', 'TAAS_MARGIN(1)', 'again'],
      2,
      'formula is "TAAS_MARGIN(1) again": expected nothing more at character 16.',
    ],
    [['eval', 'TAAS_MARGIN', 'tiers={0,1'], 2, 'tiers is "{0,1": expected } at character 5.'],
    [
      ['eval', 'TAAS_MARGIN(1)', 'Token_Spend=2'],
      1,
      '#VALUE! token_spend is given in the call and again in Token_Spend=2: expected one of the two.',
    ],
    [
      ['explain', 'TAAS_MARGIN', 'token_spend=1', 'TOKEN_SPEND=2'],
      1,
      '#VALUE! token_spend is given in token_spend=1 and again in TOKEN_SPEND=2: expected one of the two.',
    ],
    [
      ['sweep', 'TAAS_MARGIN(1', '--inputs', 'x.csv', '--out', 'r.csv'],
      2,
      'formula is "TAAS_MARGIN(1": expected ) at character 14.',
    ],
    [['sweep'], 2, 'sweep needs a function'],
    [['sweep', 'TAAS_MARGIN', '--out', 'r.csv'], 2, 'sweep needs --inputs'],
    [['sweep', 'TAAS_MARGIN', '--inputs', 'x.csv'], 2, 'sweep needs --out'],
    [
      ['sweep', 'TAAS_MARGIN', '--inputs', 'x.csv', '--out', 'r.xls'],
      2,
      '--out is r.xls: expected a name that ends in .parquet or .csv.',
    ],
    [
      ['sweep', 'TAAS_MARGIN', '--inputs', 'x.csv', '--out', 'r.csv', '--rows-per-part', '1.5'],
      2,
      '--rows-per-part is 1.5: expected a whole number above 0.',
    ],
    [
      ['sweep', 'TAAS_MARGIN', '--inputs', 'x.csv', '--out', 'r.csv', '--memory', 'lots'],
      2,
      '--memory is lots: expected a size such as 1GB.',
    ],
    [['sweep', 'TAAS_MARGIN', '--inputs', 'no-such.csv', '--out', 'r.csv'], 1, 'There is no file no-such.csv.'],
  ])('taas %j ends with %i', async (words, code, sentence) => {
    const said = await typed(words);
    expect(said.complaints.slice(0, sentence.length)).toBe(sentence);
    expect(said).toMatchObject({ code, out: '' });
  });
});

describe('the built command', () => {
  const run = (...words: string[]) =>
    spawnSync(process.execPath, [resolve('bin/taas.mjs'), ...words], { encoding: 'utf8' });

  test('answers on standard output and ends with 0', () => {
    expect(run('eval', 'TAAS_MARGIN()')).toMatchObject({ stdout: '0.55\n', stderr: '', status: 0 });
  });

  test('complains on standard error and ends with 1 or 2', () => {
    expect(run('eval', 'TAAS_MARGIN(0,0)')).toMatchObject({ stdout: '', status: 1 });
    expect(run('evil')).toMatchObject({ stdout: '', status: 2 });
  });
});

const onLinux = process.platform === 'linux';

describe('whoever stands around the built command', () => {
  const shell = (words: string, where = tmpdir()) =>
    spawnSync('bash', ['-c', `"$0" "$1" ${words}`, process.execPath, resolve('bin/taas.mjs')], {
      encoding: 'utf8',
      cwd: where,
    });

  test.each<[string, string]>([
    ['has seen enough', "eval 'TAAS_PNL()' | head -1; exit ${PIPESTATUS[0]}"],
    ['has seen enough of a long answer', 'sql TAAS_MARGIN --json | head -c 1; exit ${PIPESTATUS[0]}'],
    ['sees nothing at all', 'sql TAAS_MARGIN | true; exit ${PIPESTATUS[0]}'],
    ['says nothing', "eval 'TAAS_PNL()' <&-"],
    ['does not listen', "eval 'TAAS_PNL()' >&-"],
    ['does neither', "eval 'TAAS_PNL()' <&- >&- 2>&-"],
  ])('%s: nothing is wrong', (_, words) => {
    expect(shell(words)).toMatchObject({ status: 0, stderr: '' });
  });

  testWhere(onLinux, 'only Linux has a device that is always full')('has no room for the answer: it says so', () => {
    expect(shell("eval 'TAAS_PNL()' > /dev/full")).toMatchObject({
      status: 1,
      stderr: 'The answer could not be written. The disk is full.\n',
    });
  });

  test('has names with spaces and quotes', () => {
    const folder = mkdtempSync(join(tmpdir(), "taas's folder "));
    writeFileSync(join(folder, `my "scenarios".csv`), 'token_spend\n1\nx\n');
    const words = `sweep TAAS_MARGIN --inputs 'my "scenarios".csv' --out "it's.csv" --json`;
    const { status, stdout, stderr } = shell(words, folder);
    expect([status, stderr, JSON.parse(stdout)]).toMatchObject([
      3,
      '',
      { out: "it's.csv", rejects: "it's.rejects.csv" },
    ]);
    expect(readdirSync(folder).sort()).toEqual(["it's.csv", "it's.rejects.csv", 'my "scenarios".csv']);
    const charted = shell(`eval 'TAAS_TORNADO("TAAS_MARGIN")' --chart "my tornado's.svg"`, folder);
    expect([charted.status, charted.stderr]).toEqual([0, '']);
    expect(readFileSync(join(folder, "my tornado's.svg"), 'utf8')).toMatch(/^<svg/);
    rmSync(folder, { recursive: true });
  });
});

describe('--chart', () => {
  test('draws the analysis that was evaluated', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'taas-')), 'tornado.svg');
    const { code, out } = await typed(['eval', 'TAAS_TORNADO("TAAS_MARGIN")', '--chart', file]);
    expect([code, out.split('\n').length]).toEqual([0, 6]);
    expect(readFileSync(file, 'utf8')).toMatch(/^<svg[^]*infra cogs[^]*<\/svg>$/);
  });

  test('never draws over a file unless told to, and says nothing but that', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'taas-')), 'bridge.svg');
    writeFileSync(file, 'mine');
    const words = ['eval', 'TAAS_EBIT_BRIDGE()', '--chart', file];
    expect(await typed(words)).toMatchObject({
      code: 1,
      out: '',
      complaints: `${file} is there already: choose another --chart, or add --force to replace it.`,
    });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(await typed([...words, '--force'])).toMatchObject({ code: 0, complaints: '' });
    expect(readFileSync(file, 'utf8')).toMatch(/^<svg[^]*Volume[^]*<\/svg>$/);
  });

  test('draws a walk from one case to another', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'taas-')), 'walk.svg');
    const cases = '{"Name","4Q25","1Q26";"token_spend",0.74,2;"fixed_fee",0.3,0.7}';
    expect(await typed(['eval', `TAAS_WALK("TAAS_PNL[EBIT]",${cases},"4Q25","1Q26")`, '--chart', file])).toMatchObject({
      code: 0,
      complaints: '',
    });
    expect(readFileSync(file, 'utf8')).toMatch(/<title>TAAS_PNL\[EBIT\] from 4Q25 to 1Q26: \+\$/);
  });

  test.each([
    [['eval', 'TAAS_MARGIN()', '--chart', 'out.svg'], 'TAAS_MARGIN has no chart'],
    [['eval', 'TAAS_TORNADO()', '--chart', 'out.png'], '--chart is out.png: expected a file that ends in .svg.'],
  ])('%j is not understood', async (words, sentence) => {
    const { code, complaints } = await typed(words);
    expect([code, complaints]).toEqual([2, expect.stringContaining(sentence)]);
  });
});
