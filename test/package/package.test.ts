/** The package as someone has it who installs its tarball into an empty folder: nothing of this repository is near. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { DuckDBInstance } from '@duckdb/node-api';
import ts from 'typescript';
import webpack from 'webpack';
import manifest from '../../package.json';

const repository = join(__dirname, '../..');
const TSC = require.resolve('typescript/bin/tsc');
const MOST_PACKED = 1_000_000;

let folder: string;
let tarball: string;
const file = (name: string): string => join(folder, name);

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly complaints: string;
}

function run(command: string, ...args: string[]): Ran {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  return { code: status, out: stdout.trim(), complaints: stderr.trim() };
}
const taas = (...words: string[]): Ran => run('npx', '--offline', 'taas', ...words);

/** Runs a program written into the folder. */
function program(name: string, text: string): Ran {
  writeFileSync(file(name), text);
  return run(process.execPath, name);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'taas-package-'));
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  execFileSync('npm', pack, { cwd: repository, stdio: ['ignore', 'pipe', 'ignore'] });
  tarball = file(readdirSync(folder).find((name) => name.endsWith('.tgz'))!);
  writeFileSync(file('package.json'), '{ "private": true }');
  const install = ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', tarball];
  execFileSync('npm', install, { cwd: folder, stdio: 'ignore' });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('it brings nothing with it but itself', () => {
  expect(manifest).not.toHaveProperty('dependencies');
  expect(readdirSync(file('node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['taas-excel']);
  expect(readdirSync(file('node_modules/taas-excel/dist')).sort()).toEqual(['core', 'models', 'node']);
});

test('the core is small, and nothing of Node', () => {
  const core = file('node_modules/taas-excel/dist/core');
  const alone = join(folder, 'core.tgz');
  execFileSync('tar', ['-czf', alone, '-C', core, '.']);
  expect(statSync(alone).size).toBeLessThan(MOST_PACKED);
  for (const name of ['core.mjs', 'core.cjs'])
    expect(readFileSync(join(core, name), 'utf8')).not.toMatch(/\brequire\(|from\s*["']node:|import\(/);
});

describe('a program', () => {
  const SAYS = `const misspelt = answer('TAAS_MARGIN', { token_spent: 1 });
console.log(JSON.stringify([answer('TAAS_MARGIN', { token_spend: 1 }), call('TAAS_MARGIN', [1]), misspelt instanceof Problem, functions.length]));`;
  const SAID = '[0.4,0.4,true,77]';

  test('as an ES module', () => {
    const text = `import { answer, call, functions, Problem } from 'taas-excel/core';\n${SAYS}`;
    expect(program('esm.mjs', text)).toEqual({ code: 0, out: SAID, complaints: '' });
  });

  test('as CommonJS', () => {
    const text = `const { answer, call, functions, Problem } = require('taas-excel/core');\n${SAYS}`;
    expect(program('cjs.cjs', text)).toEqual({ code: 0, out: SAID, complaints: '' });
  });

  test('in a worker', () => {
    writeFileSync(
      file('worker.mjs'),
      `import { parentPort } from 'node:worker_threads';
import { answer } from 'taas-excel/core';
parentPort.on('message', (spend) => { parentPort.postMessage(answer('TAAS_MARGIN', { token_spend: spend })); parentPort.close(); });`,
    );
    const text = `import { Worker } from 'node:worker_threads';
const worker = new Worker(new URL('./worker.mjs', import.meta.url));
worker.on('message', (margin) => console.log(margin));
worker.postMessage(1);`;
    expect(program('main.mjs', text)).toEqual({ code: 0, out: '0.4', complaints: '' });
  });

  test.each(['web', 'webworker'])('bundled for %s, where there is nothing of Node', async (target) => {
    writeFileSync(
      file('page.mjs'),
      `import { answer } from 'taas-excel/core';\nglobalThis.said = answer('TAAS_MARGIN', { token_spend: 1 });`,
    );
    await new Promise<void>((resolve, reject) => {
      const output = { path: folder, filename: `page.${target}.js` };
      const options = {
        mode: 'development',
        devtool: false,
        target,
        context: folder,
        entry: './page.mjs',
        output,
      } as const;
      webpack({ ...options, performance: { hints: false } }, (error, stats) => {
        if (error) reject(error);
        else if (stats!.hasErrors() || stats!.hasWarnings()) reject(new Error(stats!.toString('errors-warnings')));
        else resolve();
      });
    });
    const page: Record<string, unknown> = {};
    if (target === 'webworker') page['self'] = page;
    runInNewContext(readFileSync(file(`page.${target}.js`), 'utf8'), page);
    expect(page['said']).toBe(0.4);
  });
});

describe('TypeScript', () => {
  const RIGHT = `import { answer, call, Problem } from 'taas-excel/core';
const margin: number | Problem = answer('TAAS_MARGIN', { token_spend: 1, mode: 'WHOLE', tiers: [[0, '20%'], [1, 0.25]] });
const table = answer('TAAS_PNL');
export const first = table instanceof Problem ? table.sentence : table[0]?.[0];
export const text: string | Problem = answer('TAAS_VERSION');
export const again: number | Problem = call('TAAS_MARGIN', [1, null, '5%']);
export { margin };
`;
  const WRONG = [
    `answer('TAAS_MARGIN', { token_spent: 1 });`,
    `answer('TAAS_MARGN');`,
    `answer('TAAS_MARGIN', { mode: 'WHOLES' });`,
    `answer('TAAS_MARGIN', { token_spend: true });`,
    `answer('TAAS_PAYBACK');`,
    `answer('TAAS_PAYBACK', { capex: 1 });`,
    `answer('TAAS_VERSION', { name: 1 });`,
    `call('TAAS_VERSION', [1]);`,
    `export const rows: number[][] = answer('TAAS_MARGIN');`,
  ];
  const settings = [
    ['node16', 'node16'],
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ] as const;

  test.each(settings)('under module %s, resolution %s', (module, moduleResolution) => {
    const wrong = WRONG.map((line) => `// @ts-expect-error it is wrong\n${line}\n`).join('');
    const names = module === 'esnext' ? ['right.ts'] : ['right.mts', 'right.cts'];
    for (const name of names) writeFileSync(file(name), RIGHT + wrong);
    const options = ['--noEmit', '--strict', '--skipLibCheck', 'false', '--target', 'es2022', '--lib', 'es2022'];
    const kind = ['--module', module, '--moduleResolution', moduleResolution, '--exactOptionalPropertyTypes'];
    expect(run(process.execPath, TSC, ...options, ...kind, ...names)).toEqual({ code: 0, out: '', complaints: '' });
  });

  test('completion offers functions, inputs and words, with their help', () => {
    const offered = (text: string): ts.CompletionInfo['entries'] => {
      const at = text.indexOf('|');
      const source = `import { answer } from 'taas-excel/core';\n${text.replace('|', '')}`;
      const name = file('typing.mts');
      const { service, position } = serviceOf(name, source, source.length - (text.length - 1 - at));
      return service.getCompletionsAtPosition(name, position, {})?.entries ?? [];
    };
    const names = (text: string): string[] => offered(text).map((entry) => entry.name);
    expect(names(`answer('|')`)).toEqual(expect.arrayContaining(['TAAS_MARGIN', 'TAAS_PNL']));
    expect(names(`answer('TAAS_MARGIN', { | })`)).toEqual(expect.arrayContaining(['token_spend', 'tiers', 'cap']));
    expect(names(`answer('TAAS_MARGIN', { mode: '|' })`).sort()).toEqual(['MARGINAL', 'WHOLE']);
    const source = `import { answer } from 'taas-excel/core';\nanswer('TAAS_MARGIN', { token_spend: 1 })`;
    const { service } = serviceOf(file('typing.mts'), source, 0);
    const help = service.getQuickInfoAtPosition(file('typing.mts'), source.indexOf('token_spend'));
    expect(ts.displayPartsToString(help?.documentation)).toMatch(/\$bn a quarter, a number from 0 to .* Default 2\./);
  });

  function serviceOf(name: string, source: string, position: number) {
    const { ModuleKind, ModuleResolutionKind, ScriptTarget } = ts;
    const service = ts.createLanguageService({
      getCompilationSettings: () => ({
        module: ModuleKind.NodeNext,
        moduleResolution: ModuleResolutionKind.NodeNext,
        target: ScriptTarget.ES2022,
        strict: true,
        types: [],
      }),
      getScriptFileNames: () => [name],
      getScriptVersion: () => '1',
      getScriptSnapshot: (path) => {
        const text = path === name ? source : ts.sys.readFile(path);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => folder,
      getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
      fileExists: (path) => path === name || ts.sys.fileExists(path),
      readFile: (path) => ts.sys.readFile(path),
      directoryExists: (path) => ts.sys.directoryExists(path),
    });
    return { service, position };
  }
});

describe('the command', () => {
  test('says its version, answers, and writes a ready model', () => {
    expect(taas('--version')).toEqual({ code: 0, out: manifest.version, complaints: '' });
    expect(taas('eval', 'TAAS_MARGIN', 'token_spend=1')).toEqual({ code: 0, out: '0.4', complaints: '' });
    expect(taas('models', 'T1', '--native', '--out', 'bridge.xlsx').code).toBe(0);
    expect(readFileSync(file('bridge.xlsx')).subarray(0, 2).toString()).toBe('PK');
  });

  test('sweeps a folder of Parquet on DuckDB, and says what to install where it is not there', async () => {
    mkdirSync(file('scenarios'));
    const database = await (await DuckDBInstance.create()).connect();
    for (const spend of [1, 2])
      await database.run(
        `COPY (SELECT ${spend}.0 AS token_spend) TO '${file(`scenarios/${spend}.parquet`)}' (FORMAT parquet)`,
      );
    const words = ['sweep', 'TAAS_MARGIN', '--inputs', 'scenarios', '--out', 'margins.csv'];
    const wanted = `@duckdb/node-api@${manifest.peerDependencies['@duckdb/node-api']}`;
    const sentence = `taas sweep computes on DuckDB, which is not installed: run npm install ${wanted}.`;
    expect(taas(...words)).toEqual({ code: 1, out: '', complaints: sentence });

    symlinkSync(join(repository, 'node_modules/@duckdb'), file('node_modules/@duckdb'));
    const { code, out } = taas(...words, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ function: 'TAAS_MARGIN', rows: 2, bad_rows: 0, rejects: null });
    const [heading, ...rows] = readFileSync(file('margins.csv'), 'utf8').trim().split('\n');
    expect(heading).toBe('token_spend,taas_margin');
    expect(rows.map((row) => row.split(',').map((cell) => Number(Number(cell).toFixed(12)))).sort()).toEqual([
      [1, 0.4],
      [2, 0.55],
    ]);
    database.closeSync();
  });
});
