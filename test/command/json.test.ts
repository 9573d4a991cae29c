/** What a program reads: with --json every command speaks JSON on standard output, whether it answers or not. */
import manifest from '../../package.json';
import { typed } from './terminal';

test.each([
  [['eval', 'TAAS_MARGIN(1)'], 0.4],
  [['native', 'TAAS_REVENUE_PER_MW', '--json'], expect.stringMatching(/^=/)],
  [['sql', 'TAAS_MARGIN', '--dialect', 'spark'], expect.stringContaining('FROM scenarios')],
  [
    ['explain', 'TAAS_MARGIN'],
    expect.objectContaining({
      lines: expect.arrayContaining([expect.objectContaining({ name: 'ebit_margin', value: 0.55 })]),
    }),
  ],
  [['models'], expect.arrayContaining([expect.objectContaining({ key: 'T1' })])],
  [['--version'], manifest.version],
  [['help'], expect.stringContaining('taas sweep TAAS_MARGIN')],
  [['native', '--help'], expect.stringContaining('taas sweep TAAS_MARGIN')],
])('taas %j', async (words, answer) => {
  const { code, out, complaints } = await typed([...words.filter((word) => word !== '--json'), '--json']);
  expect({ code, complaints, answer: JSON.parse(out) as unknown }).toEqual({ code: 0, complaints: '', answer });
});

const sentence = expect.stringMatching(/\.$/);

test.each([
  [['eval', 'TAAS_MARGIN', 'token_spend=-1'], 1, { code: '#VALUE!', argument: 'token_spend', sentence }],
  [['eval', 'TAAS_TAKE_RATE', 'token_spend=0'], 1, { code: '#DIV/0!', sentence }],
  [['explain', 'TAAS_MARGN'], 1, { code: '#N/A', argument: 'function', sentence }],
  [['native', 'TAAS_MARGIN', 'token_spend'], 2, { sentence }],
  [['sql', 'TAAS_MARGIN', '--dialect', 'cobol'], 2, { sentence }],
  [['sweep', 'TAAS_MARGIN', '--inputs', 'nowhere.parquet', '--out', 'x.csv'], 1, { sentence }],
  [['models', 'T99'], 2, { sentence }],
  [['eval', 'TAAS_MARGIN', '--nonsense'], 2, { sentence }],
  [['eval', 'TAAS_MARGIN', '--json=yes'], 2, { sentence }],
  [['evl'], 2, { sentence }],
])('taas %j has no answer, and says so in JSON, ending as without', async (words, code, error) => {
  const said = await typed([...words, '--json']);
  expect({ ...said, out: JSON.parse(said.out) as unknown }).toEqual({ code, complaints: '', out: { error } });
});

test.each(['--version', '-v', 'version'])('taas %s', async (word) => {
  expect(await typed([word])).toEqual({ code: 0, out: manifest.version, complaints: '' });
});
