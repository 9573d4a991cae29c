/** A database of the machine, started for a test in a folder of its own and thrown away afterwards. */
import { spawn, type SpawnOptions } from 'node:child_process';
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Databases refuse to run as root, so there they run as whom the system has for that. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = ['postgres', 'nobody'].map((name) => users.find(([own]) => own === name)).find(Boolean);
  if (!user) throw new Error('Databases do not run as root, and there is no user postgres or nobody.');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

/** How its programs are run: in its folder, as whom it runs as. */
export type Place = Required<Pick<SpawnOptions, 'env'>> & Pick<SpawnOptions, 'uid' | 'gid'> & { readonly cwd: string };

/** Where a database called so can be made. */
export function placeFor(name: string): Place {
  const user = unprivileged();
  const cwd = mkdtempSync(join(tmpdir(), `taas-${name}-`));
  if (user) chownSync(cwd, user.uid, user.gid);
  return { cwd, env: { ...process.env, LC_ALL: 'C', HOME: cwd }, ...user };
}

/** Starts a server and waits until `asks` does not throw any more; throws what it throws when the server does not come up. */
export async function startServer(
  [program, words]: readonly [program: string, words: readonly string[]],
  place: Place,
  end: NodeJS.Signals,
  asks: () => unknown,
): Promise<() => Promise<void>> {
  const server = spawn(program, words, { ...place, stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    server.kill(end);
    await ended;
    rmSync(place.cwd, { recursive: true, force: true });
  };
  for (let attempt = 0; ; attempt++) {
    try {
      asks();
      return stop;
    } catch (error) {
      if (attempt < 100 && server.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 100));
      else {
        await stop();
        throw error;
      }
    }
  }
}
