/** A terminal that remembers what was said in it. */
import { taas } from '../../src/command/taas';
import type { Terminal } from '../../src/command/terminal';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly complaints: string;
}

/** Types a command. */
export async function typed(
  words: readonly string[],
  interruption = new AbortController().signal,
  progress: Terminal['progress'] = () => undefined,
): Promise<Said> {
  const [out, complaints]: [string[], string[]] = [[], []];
  const terminal: Terminal = {
    say: (text) => out.push(text),
    complain: (text) => complaints.push(text),
    progress,
    interruption,
  };
  const code = await taas(words, terminal);
  return { code, out: out.join('\n'), complaints: complaints.join('\n') };
}
