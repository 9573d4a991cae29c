import { VERSION } from '../book/version';
import { catalogueOf } from '../catalogue/catalogue';
import { Problem } from '../catalogue/problem';
import { functions } from '../functions';
import { drawTo } from './chart';
import { diskSentence } from './disk';
import { evaluate } from './eval';
import { explain, native } from './explain';
import { models } from './models';
import { commandOf, optionsOf } from './options';
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

/** Runs one command and says how it ended. Never throws on what was typed. */
export async function taas(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await run(words, terminal);
  } catch (error) {
    const sentence = sentenceOf(error);
    if (sentence === undefined) throw error;
    if (words.some((word) => /^--json(=|$)/.test(word))) terminal.say(errorAsJson(error, sentence));
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
  switch (values['help'] === true ? 'help' : command) {
    case 'version':
      terminal.say(asAsked(VERSION));
      return FINE;
    case 'help':
      terminal.say(asAsked(USAGE));
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
