/** A MariaDB of the machine, started for a test on a unix socket and thrown away afterwards. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { unprivileged } from './postgres';

const PROGRAMS = ['mariadbd', 'mariadb', 'mariadb-install-db'] as const;
const FOLDERS = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/opt/homebrew/bin'];

/** Where its programs are, or undefined if one is not on this machine. */
export function mariadbPrograms(): Record<(typeof PROGRAMS)[number], string> | undefined {
  const found = PROGRAMS.map((name) => [
    name,
    FOLDERS.map((folder) => join(folder, name)).find((path) => existsSync(path)),
  ]);
  return found.every(([, path]) => path)
    ? (Object.fromEntries(found) as Record<(typeof PROGRAMS)[number], string>)
    : undefined;
}

export interface Mariadb {
  /** The first column of a script's queries, one after the other; null where NULL. */
  column(script: string): (string | null)[];
  stop(): Promise<void>;
}

export async function startMariadb(programs: Record<(typeof PROGRAMS)[number], string>): Promise<Mariadb> {
  const user = unprivileged();
  const home = mkdtempSync(join(tmpdir(), 'taas-mariadb-'));
  if (user) chownSync(home, user.uid, user.gid);
  const options = { cwd: home, env: { ...process.env, HOME: home }, ...user };
  const [data, socket] = [join(home, 'data'), join(home, 'socket')];
  execFileSync(
    programs['mariadb-install-db'],
    ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db'],
    { ...options, stdio: 'pipe' },
  );
  const settings = [
    '--skip-networking',
    `--socket=${socket}`,
    '--innodb-flush-log-at-trx-commit=0',
    '--sql-mode=TRADITIONAL',
  ];
  const server = spawn(programs.mariadbd, ['--no-defaults', `--datadir=${data}`, ...settings], {
    ...options,
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const column = (script: string): (string | null)[] => {
    const {
      stdout: text,
      stderr,
      status,
    } = spawnSync(
      programs.mariadb,
      ['--no-defaults', `--socket=${socket}`, '-u', 'root', '--batch', '--skip-column-names', '--raw'],
      { ...options, input: script, encoding: 'utf8', maxBuffer: 1e9 },
    );
    if (status !== 0) throw new Error(`MariaDB: ${stderr.trim()}`);
    const lines = text.split('\n').filter((line) => line !== '');
    return lines.map((line) => (line === 'NULL' ? null : line));
  };
  const stop = async (): Promise<void> => {
    server.kill('SIGTERM');
    await ended;
    rmSync(home, { recursive: true, force: true });
  };
  for (let attempt = 0; ; attempt++) {
    try {
      column('SELECT 1;');
      return { column, stop };
    } catch (error) {
      if (attempt < 100 && server.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 100));
      else {
        await stop();
        throw error;
      }
    }
  }
}
