/** A MariaDB of the machine, started for a test on a unix socket and thrown away afterwards. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { placeFor, startServer } from './database-server';

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
  const options = placeFor('mariadb');
  const home = options.cwd;
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
  const server = [programs.mariadbd, ['--no-defaults', `--datadir=${data}`, ...settings]] as const;
  return { column, stop: await startServer(server, options, 'SIGTERM', () => column('SELECT 1;')) };
}
