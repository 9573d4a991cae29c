import { parseArgs, type ParseArgsConfig } from 'node:util';
import { VERSION } from '../book/version';
import { catalogueOf, nearest } from '../catalogue/catalogue';
import { Problem } from '../catalogue/problem';
import { functions } from '../functions';
import { drawTo } from './chart';
import { diskSentence } from './disk';
import { evaluate } from './eval';
import { explain, native } from './explain';
import { models } from './models';
import { Failure, Misuse } from './problem';
import { sqlText } from './sql';
import { sweep } from './sweep/sweep';
import type { Terminal } from './terminal';
import { USAGE } from './usage';

export const FINE = 0;
export const NO_ANSWER = 1;
export const NOT_UNDERSTOOD = 2;
export const SOME_ROWS_BAD = 3;
export const INTERRUPTED = 130;

type Options = NonNullable<ParseArgsConfig['options']>;

const text = { type: 'string' } as const;
const json = { type: 'boolean' } as const;
const OPTIONS = {
  eval: { json, chart: text, force: { type: 'boolean' } },
  explain: { json },
  native: { json },
  sql: { json, dialect: text, columns: text, keep: text, table: text },
  sweep: {
    json,
    inputs: text,
    out: text,
    columns: text,
    keep: { type: 'string', multiple: true },
    delimiter: text,
    decimal: text,
    'rows-per-part': text,
    memory: text,
    restart: { type: 'boolean' },
    force: { type: 'boolean' },
  },
  models: { native: { type: 'boolean' }, out: text, json, force: { type: 'boolean' } },
  version: { json },
  help: {},
} as const satisfies Record<string, Options>;

type Command = keyof typeof OPTIONS;

/** Runs one command and says how it ended. Never throws on what was typed. */
export async function taas(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await run(words, terminal);
  } catch (error) {
    const sentence = sentenceOf(error);
    if (sentence === undefined) throw error;
    if (words.includes('--json')) terminal.say(errorAsJson(error, sentence));
    else if (error instanceof Problem) terminal.complain(`${error.code} ${sentence}`);
    else terminal.complain(error instanceof Misuse ? `${sentence}\nSee taas help.` : sentence);
    return error instanceof Misuse ? NOT_UNDERSTOOD : NO_ANSWER;
  }
}

const sentenceOf = (error: unknown): string | undefined =>
  error instanceof Problem || error instanceof Failure || error instanceof Misuse
    ? error.sentence
    : diskSentence(error);

/** On standard output, where a program reads the answer; of a Problem with Excel's code and the input it is about. */
function errorAsJson(error: unknown, sentence: string): string {
  const of = error instanceof Problem ? { code: error.code, argument: error.parameter } : {};
  return JSON.stringify({ error: { ...of, sentence } });
}

async function run([first = 'help', ...rest]: readonly string[], terminal: Terminal): Promise<number> {
  const command = commandOf(first);
  const { values, positionals } = optionsOf(command, rest);
  const catalogue = catalogueOf(functions);
  const asAsked = (answer: string): string => (values['json'] === true ? JSON.stringify(answer) : answer);
  switch (command) {
    case 'version':
      terminal.say(asAsked(VERSION));
      return FINE;
    case 'help':
      terminal.say(USAGE);
      return FINE;
    case 'eval': {
      const answer = evaluate(positionals, values['json'] === true, catalogue);
      if (values['chart'] !== undefined)
        await drawTo(values['chart'], positionals, values['force'] === true, catalogue);
      terminal.say(answer);
      return FINE;
    }
    case 'explain':
      terminal.say(explain(positionals, values['json'] === true, catalogue));
      return FINE;
    case 'native':
      terminal.say(asAsked(native(positionals, catalogue)));
      return FINE;
    case 'sql':
      terminal.say(asAsked(sqlText(positionals, values, catalogue)));
      return FINE;
    case 'models':
      terminal.say(models(positionals, values));
      return FINE;
    case 'sweep': {
      const ended = await sweep(positionals, values, catalogue, terminal);
      return ended === 'interrupted' ? INTERRUPTED : ended === 'some bad' ? SOME_ROWS_BAD : FINE;
    }
  }
}

function commandOf(word: string): Command {
  const name = /^(-h|--help|-\?)$/.test(word) ? 'help' : /^(-v|--version)$/.test(word) ? 'version' : word;
  if (Object.hasOwn(OPTIONS, name)) return name as Command;
  const commands = Object.keys(OPTIONS);
  throw new Misuse(
    `no command ${word.slice(0, 80)}; the nearest is ${nearest(word, commands, 1)[0]!} of ${commands.join(', ')}.`,
  );
}

function optionsOf(command: Command, args: readonly string[]) {
  try {
    const options: Options = { ...OPTIONS[command], help: { type: 'boolean', short: 'h' } };
    const config = { args: [...args], options, allowPositionals: true, strict: true, tokens: true } as const;
    const { values, positionals, tokens } = parseArgs(config);
    const once = tokens.flatMap((token) =>
      token.kind === 'option' && !options[token.name]?.multiple ? [token.name] : [],
    );
    const twice = once.find((name, i) => once.indexOf(name) < i);
    if (twice !== undefined) throw new Misuse(`--${twice} is given twice: expected it once.`);
    return { values: values as Record<string, never>, positionals };
  } catch (error) {
    if (error instanceof Misuse) throw error;
    throw new Misuse(
      `${command}: ${(error as Error).message.replace(/\. To specify a positional.*$/s, '')}.`.replace('..', '.'),
    );
  }
}
