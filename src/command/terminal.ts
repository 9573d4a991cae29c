/** Where a command speaks, and how it hears that it should stop. */
export interface Terminal {
  /** an answer: a line, or several, on standard output */
  say(text: string): void;
  /** a sentence for people, on standard error */
  complain(text: string): void;
  /** a line on standard error that the next one replaces; empty takes it away. Nothing happens where nobody watches. */
  progress(line: string): void;
  /** aborted by Ctrl-C */
  readonly interruption: AbortSignal;
}

/** The terminal that this process runs in. */
export function terminalOf({ stdout, stderr }: NodeJS.Process, interruption: AbortSignal): Terminal {
  let shown = false;
  const progress = (line: string): void => {
    if (!stderr.isTTY || (line === '' && !shown)) return;
    stderr.write(`\r\u001b[2K${line.slice(0, (stderr.columns || 80) - 1)}`);
    shown = line !== '';
  };
  return {
    say: (text) => {
      progress('');
      stdout.write(`${text}\n`);
    },
    complain: (text) => {
      progress('');
      stderr.write(`${text}\n`);
    },
    progress,
    interruption,
  };
}
