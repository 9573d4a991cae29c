/** The engines of Python's that `npm run judges` installs, as judges of the sql reading. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const HOME = join(__dirname, '../../.judges');
const PYTHON = join(HOME, 'bin', 'python');

/** The script that installs them leaves this when it has. */
export const hasJudges = existsSync(join(HOME, 'installed')) && existsSync(PYTHON);

export interface Judge {
  /** The column that it answers; throws what it says is wrong. */
  column(asked: object): Promise<(number | null)[]>;
  stop(): Promise<void>;
}

/** One process that answers one question after the other. */
export function startJudge(engine: string): Judge {
  const child = spawn(PYTHON, [join(__dirname, 'judges.py'), engine], { stdio: ['pipe', 'pipe', 'pipe'] });
  const waiting: ((line: string | undefined) => void)[] = [];
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  createInterface(child.stdout).on('line', (line) => waiting.shift()?.(line));
  const ended = new Promise<void>((resolve) =>
    child.once('close', () => {
      for (const each of waiting.splice(0)) each(undefined);
      resolve();
    }),
  );
  return {
    async column(asked) {
      const line = await new Promise<string | undefined>((resolve) => {
        waiting.push(resolve);
        child.stdin.write(`${JSON.stringify(asked)}\n`);
      });
      if (line === undefined) throw new Error(`${engine} ended: ${said.slice(-2000)}`);
      const answer = JSON.parse(line) as { readonly column?: (number | null)[]; readonly error?: string };
      if (answer.column === undefined) throw new Error(`${engine}: ${answer.error ?? line}`);
      return answer.column;
    },
    stop() {
      child.stdin.end();
      return ended;
    },
  };
}
