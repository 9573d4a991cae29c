/** A PostgreSQL of the machine, started for a test on a unix socket and thrown away afterwards. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { placeFor, startServer } from './database-server';

export interface Postgres {
  /** The rows of a query: texts, null where NULL. */
  rows(query: string): (string | null)[][];
  stop(): Promise<void>;
}

/** Where initdb, postgres and psql are, or undefined if they are not on this machine. */
export function postgresFolder(): string | undefined {
  const versions = (folder: string): string[] =>
    existsSync(folder) ? readdirSync(folder).map((version) => join(folder, version, 'bin')) : [];
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'postgres'))
    .filter((program) => existsSync(program))
    .map((program) => dirname(realpathSync(program)));
  const folders = [...onPath, ...versions('/usr/lib/postgresql'), '/opt/homebrew/bin', '/usr/local/bin'];
  return folders.find((folder) => ['initdb', 'postgres', 'psql'].every((program) => existsSync(join(folder, program))));
}

/** Every test that needs it starts its own; throws when it does not come up. */
export async function startPostgres(folder: string): Promise<Postgres> {
  const options = placeFor('postgres');
  const home = options.cwd;
  const data = join(home, 'data');
  const initdb = ['-D', data, '-U', 'taas', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'];
  execFileSync(join(folder, 'initdb'), initdb, { ...options, stdio: 'pipe' });
  const settings = ['-c', 'listen_addresses=', '-c', 'fsync=off', '-c', 'jit=off', '-k', home];
  const rows = (query: string): (string | null)[][] => {
    const args = ['-h', home, '-U', 'taas', '-d', 'postgres', '-X', '-q', '-A', '-t', '-F', '\t', '-P', 'null=\\N'];
    const text = execFileSync(join(folder, 'psql'), [...args, '-v', 'ON_ERROR_STOP=1', '-f', '-'], {
      ...options,
      input: query,
      encoding: 'utf8',
      maxBuffer: 1e9,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const lines = text.split('\n').filter((line) => line !== '');
    return lines.map((line) => line.split('\t').map((cell) => (cell === '\\N' ? null : cell)));
  };
  const server = [join(folder, 'postgres'), ['-D', data, ...settings]] as const;
  return { rows, stop: await startServer(server, options, 'SIGINT', () => rows('SELECT 1')) };
}
