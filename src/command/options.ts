import { parseArgs, type ParseArgsConfig } from 'node:util';
import { nearest } from '../catalogue/catalogue';
import { Misuse } from './problem';

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
  help: { json },
} as const satisfies Record<string, Options>;

type Command = keyof typeof OPTIONS;

/** How much of what was typed a sentence repeats. */
const MOST = 80;

export function commandOf(word: string): Command {
  const name = /^(-h|--help|-\?)$/.test(word) ? 'help' : /^(-v|--version)$/.test(word) ? 'version' : word;
  if (Object.hasOwn(OPTIONS, name)) return name as Command;
  const commands = Object.keys(OPTIONS);
  throw new Misuse(
    `no command ${word.slice(0, MOST)}; the nearest is ${nearest(word, commands, 1)[0]!} of ${commands.join(', ')}.`,
  );
}

/** The options of a command, and the words between them; what Node would say of them in its own words is said in ours. */
export function optionsOf(command: Command, args: readonly string[]) {
  const options: Options = { ...OPTIONS[command], help: { type: 'boolean', short: 'h' } };
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const option = Object.hasOwn(options, name) ? options[name]! : undefined;
    if (option === undefined) {
      const known = Object.keys(options).map((each) => `--${each}`);
      throw new Misuse(
        `${command}: no option ${rawName.slice(0, MOST)}; the nearest is ${nearest(rawName, known, 1)[0]!} of ${known.join(', ')}.`,
      );
    }
    if (option.type === 'boolean' && value !== undefined)
      throw new Misuse(`${command}: --${name} is given as ${value.slice(0, MOST)}: expected --${name} alone.`);
    if (option.type === 'string' && (value === undefined || (!inlineValue && /^-./.test(value)))) {
      const instead = value === undefined ? 'nothing follows it' : `${value.slice(0, MOST)} follows it`;
      throw new Misuse(`${command}: --${name} has no value, ${instead}: expected --${name}=value.`);
    }
    if (seen.has(name) && !option.multiple) throw new Misuse(`--${name} is given twice: expected it once.`);
    seen.add(name);
  }
  return { values: values as Record<string, never>, positionals };
}
