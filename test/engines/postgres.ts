/** A PostgreSQL of the machine, started for a test on a unix socket and thrown away afterwards. */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

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

/** Databases refuse to run as root, so there they run as whom the system has for that. */
export function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = ['postgres', 'nobody'].map((name) => users.find(([own]) => own === name)).find(Boolean);
  if (!user) throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody.');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

/** Every test that needs it starts its own; throws when it does not come up. */
export async function startPostgres(folder: string): Promise<Postgres> {
  const user = unprivileged();
  const home = mkdtempSync(join(tmpdir(), 'taas-postgres-'));
  if (user) chownSync(home, user.uid, user.gid);
  const options = { cwd: home, env: { ...process.env, LC_ALL: 'C', HOME: home }, ...user };
  const data = join(home, 'data');
  const initdb = ['-D', data, '-U', 'taas', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'];
  execFileSync(join(folder, 'initdb'), initdb, { ...options, stdio: 'pipe' });
  const settings = ['-c', 'listen_addresses=', '-c', 'fsync=off', '-c', 'jit=off', '-k', home];
  const server = spawn(join(folder, 'postgres'), ['-D', data, ...settings], { ...options, stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
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
  const stop = async (): Promise<void> => {
    server.kill('SIGINT');
    await ended;
    rmSync(home, { recursive: true, force: true });
  };
  for (let attempt = 0; ; attempt++) {
    try {
      rows('SELECT 1');
      return { rows, stop };
    } catch (error) {
      if (attempt < 100 && server.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 100));
      else {
        await stop();
        throw error;
      }
    }
  }
}
