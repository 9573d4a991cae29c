/** `npm run verify:spark`, `verify:trino` and `verify:bigquery` where something is missing: what they say, and what they leave behind. */
import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

interface Ended {
  readonly status: number | null;
  readonly said: string;
}

/** A copy of the scripts in which nothing was fetched yet. */
let clone: string;
/** Folders of programs: those on the path, and those of a Java. */
let path: string;
let java: string;

beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), 'taas-verify-'));
  cpSync(join(ROOT, 'scripts'), join(clone, 'scripts'), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'));
});
beforeEach(() => {
  [path, java] = ['path', 'java'].map((name) => join(clone, name)) as [string, string];
  for (const folder of [path, join(java, 'bin')]) mkdirSync(folder, { recursive: true });
});
afterEach(() => [path, java].forEach((folder) => rmSync(folder, { recursive: true })));
afterAll(() => rmSync(clone, { recursive: true }));

/** A program in the language of the shell. */
function program(file: string, text: string): void {
  writeFileSync(file, `#!/bin/sh\n${text}\n`);
  chmodSync(file, 0o755);
}
const onPath = (name: string, text = ''): void => program(join(path, name), text);
const sayingVersion = (version: number): string => `echo 'openjdk version "${version}.0.1"' >&2`;
const javaOf = (version: number): void => program(join(java, 'bin/java'), sayingVersion(version));
/** It is there, but what it is asked for goes wrong. */
const failing = (reason: string): string => `[ "$1" = --version ] || { echo "${reason}"; exit 1; }`;

function ended(words: readonly string[], signal?: NodeJS.Signals): Promise<Ended> {
  const env = { PATH: path, JAVA_HOME: java };
  const child = spawn(process.execPath, words, { cwd: clone, env });
  return new Promise((done) => {
    let said = '';
    const hear = (text: Buffer): void => {
      said += text.toString();
      if (signal && said.includes('is up')) child.kill(signal);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('close', (status) => done({ status, said: said.trim() }));
  });
}
const verify = (engine: 'spark' | 'trino' | 'bigquery'): Promise<Ended> =>
  ended([join(clone, `scripts/verify-${engine}.mjs`)]);
/** A verify command of these statements. */
const commandOf = (text: string, signal?: NodeJS.Signals): Promise<Ended> => {
  const parts = `import { command, findJava, needDisk, scratch, start } from './scripts/verify.mjs';`;
  return ended(['--input-type=module', '-e', `${parts} await command(async () => { ${text} });`], signal);
};

describe('Java', () => {
  const finds = (): Promise<Ended> => commandOf(`console.log(findJava('Trino', 24, []).java);`);

  test('is missing', async () => {
    expect(await finds()).toEqual({
      status: 1,
      said: 'Trino runs on Java 24 or later, and there is none here: install a JDK 24 or set JAVA_HOME to one.',
    });
  });

  test('is too old', async () => {
    javaOf(17);
    onPath('java', sayingVersion(11));
    expect((await finds()).said).toBe(
      'Trino runs on Java 24 or later, and the newest here is 17: install a JDK 24 or set JAVA_HOME to one.',
    );
  });

  test('is taken from the path where JAVA_HOME is too old', async () => {
    javaOf(17);
    onPath('java', sayingVersion(25));
    expect(await finds()).toEqual({ status: 0, said: 'java' });
  });
});

describe('npm run verify:trino', () => {
  beforeEach(() => javaOf(25));

  test('without tar', async () => {
    expect(await verify('trino')).toEqual({
      status: 1,
      said: 'tar is not installed: install it and run the command again.',
    });
  });

  test('without Maven', async () => {
    onPath('tar');
    expect((await verify('trino')).said).toBe('Maven (mvn) is not installed: install it and run the command again.');
  });

  test('with a Maven that cannot fetch', async () => {
    onPath('tar');
    onPath('mvn', failing('no route to host'));
    expect((await verify('trino')).said).toMatch(/\nMaven could not fetch Trino \d+:\nno route to host$/);
  });
});

describe('npm run verify:spark', () => {
  beforeEach(() => javaOf(17));

  test('without Python', async () => {
    expect(await verify('spark')).toEqual({
      status: 1,
      said: 'Python (python3) is not installed: install it and run the command again.',
    });
  });

  test('with a Python that has no virtual environments', async () => {
    onPath('python3', failing('No module named venv'));
    expect((await verify('spark')).said).toContain(
      'Python made no virtual environment: on Debian install the package python3-venv:\nNo module named venv',
    );
  });

  test('with a number of scenarios that is none', async () => {
    const { said } = await ended([join(clone, 'scripts/verify-spark.mjs'), 'many']);
    expect(said).toBe('expected numbers of scenarios from 10000, such as 1e6 1e7 1e8.');
  });
});

test('npm run verify:bigquery without Maven', async () => {
  javaOf(17);
  expect((await verify('bigquery')).said).toBe('Maven (mvn) is not installed: install it and run the command again.');
});

test('too little disk is said before anything is fetched', async () => {
  const { status, said } = await commandOf(`needDisk('Fetching Trino 476', 1e18, '.');`);
  expect(said).toMatch(/^Fetching Trino 476 needs 1000000000\.0 GB of disk, and [\d.]+ GB are free\.$/);
  expect(status).toBe(1);
});

describe('a server', () => {
  const server = (text: string): string =>
    `await start('Trino', process.execPath, ['-e', ${JSON.stringify(text)}], {}, (said) => said.includes('UP'));`;

  test('that does not come up says why', async () => {
    const { said } = await commandOf(server(`console.error('the port is taken'); process.exit(1)`));
    expect(said).toBe('Trino did not start:\nthe port is taken');
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'that takes its time is gone when %s has ended the command',
    async (signal) => {
      const slow = `require('fs').writeFileSync('run/pid', String(process.pid)); console.log('UP');
      process.on('SIGTERM', () => setTimeout(process.exit, 300)); setInterval(() => {}, 1e6);`;
      const { status, said } = await commandOf(
        `const { readFileSync } = await import('node:fs'); scratch('run'); ${server(slow)}
      console.log(readFileSync('run/pid', 'utf8'), 'is up'); await new Promise(() => {});`,
        signal,
      );
      expect(said).toMatch(/^\d+ is up\nStopped: nothing that the command started is running any more\.$/);
      expect(status).toBe(130);
      expect(() => process.kill(parseInt(said), 0)).toThrow('ESRCH');
      expect(readdirSync(clone)).not.toContain('run');
    },
  );
});
