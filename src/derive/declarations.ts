import { holdsOf, type Definition, type Holds } from '../catalogue/define';
import { ERROR_CODES } from '../catalogue/problem';
import { inHelp, type Parameter } from '../catalogue/parameters';
import { functions } from '../functions';
import { described } from './functions-json';
import { resultWords } from './wording';

/** What an answer is. */
const ANSWERS: Readonly<Record<Holds, string>> = {
  number: 'number',
  text: 'string',
  list: 'number[]',
  table: 'Cell[][]',
  value: 'Cell',
  'value or table': 'Cell | Cell[][]',
};

const typeOf = (parameter: Parameter): string => inHelp(parameter).typescript(parameter);

const isRequired = (parameter: Parameter): boolean => 'required' in parameter;

/** Nothing in a text ends the comment that it stands in. */
const comment = (indent: string, text: string): string => `${indent}/** ${text.replaceAll('*/', '* /')} */\n`;

function inputsOf({ parameters }: Definition): string {
  const lines = Object.entries(parameters).map(([name, parameter]) => {
    const type = typeOf(parameter);
    const declared = isRequired(parameter) ? `${name}: ${type}` : `${name}?: ${type} | null | undefined`;
    return `${comment('    ', described(parameter))}    readonly ${declared};\n`;
  });
  return lines.length === 0 ? '{ readonly [name: string]: never }' : `{\n${lines.join('')}  }`;
}

/** Inputs whose names TypeScript does not take as labels of a tuple. */
const KEYWORDS = ['case', 'function'];

/** In a tuple, nothing that must be there follows what may be left out: there it is null. */
function inOrder({ parameters }: Definition): string {
  const all = Object.entries(parameters);
  const last = all.findLastIndex(([, parameter]) => isRequired(parameter));
  const items = all.map(([name, parameter], i) => {
    const type = isRequired(parameter) ? typeOf(parameter) : `${typeOf(parameter)} | null | undefined`;
    const label = KEYWORDS.includes(name) ? `${name}_` : name;
    return i <= last ? `${label}: ${type}` : `${label}?: ${type}`;
  });
  return `readonly [${items.join(', ')}]`;
}

const mapOf = (name: string, about: string, entry: (definition: Definition) => string): string =>
  `${comment('', about)}export interface ${name} {\n${functions
    .map((each) => `${comment('  ', `${each.answers} Returns ${resultWords(each)}.`)}  ${each.name}: ${entry(each)};\n`)
    .join('')}}\n`;

/** The declarations of the package, the same for ES modules and CommonJS. */
export const declarations = (): string => `// Written from the definitions of the functions.

/** A number, or a per cent as it is said: 0.05 or '5%'. */
export type Quantity = number | \`\${number}%\`;
/** A row or a column. */
export type Line<T> = readonly T[] | readonly (readonly [T])[];
/** A range, row by row; null is a blank cell. */
export type Rows = readonly (readonly (number | string | boolean | null)[])[];
/** What a cell of an answer holds; a Problem where a table has an error in it. */
export type Cell = number | string | boolean | Problem;
export type ErrorCode = ${ERROR_CODES.map((code) => `'${code}'`).join(' | ')};

/** An answer that is an error. */
export declare class Problem extends Error {
  constructor(code: ErrorCode, sentence: string, parameter?: string);
  /** what a cell of Excel shows */
  readonly code: ErrorCode;
  /** why, what came and what is expected */
  readonly sentence: string;
  /** the input it is about, if it is about one */
  readonly parameter: string | undefined;
}

${mapOf('Inputs', 'What each function takes, by name.', inputsOf)}
${mapOf('InputsInOrder', 'What each function takes, in order.', inOrder)}
${mapOf('Answers', 'What each function answers.', ({ result }) => ANSWERS[holdsOf(result)])}
export type FunctionName = keyof Inputs;

/** Computes a function with inputs by name; what is left out takes its default. Never throws: a Problem is an answer. */
export declare function answer<N extends FunctionName>(
  name: N,
  ...inputs: {} extends Inputs[N] ? [inputs?: Inputs[N]] : [inputs: Inputs[N]]
): Answers[N] | Problem;

/** The same with inputs in order, null for a default. */
export declare function call<N extends FunctionName>(
  name: N,
  ...inputs: [] extends InputsInOrder[N] ? [inputs?: InputsInOrder[N]] : [inputs: InputsInOrder[N]]
): Answers[N] | Problem;

/** Every function: what it answers, and its inputs in order. */
export declare const functions: readonly {
  readonly name: FunctionName;
  readonly family: string;
  readonly answers: string;
  readonly inputs: readonly string[];
}[];

/** Of the package. */
export declare const version: string;
`;
