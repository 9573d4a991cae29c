/** What the package's declarations promise of every function, asked of TypeScript once: right calls compile, wrong ones do not. */
import { join } from 'node:path';
import ts from 'typescript';
import { holdsOf, type Definition, type Holds } from '../../src/catalogue/define';
import type { Parameter } from '../../src/catalogue/parameters';
import { declarations } from '../../src/derive/declarations';
import { functions } from '../../src/functions';

/** What nobody would take for it: a date for any kind, and what is nearer, kind by kind. */
const DATE = 'new Date()';
const WRONG: Readonly<Partial<Record<Parameter['kind'], readonly string[]>>> = {
  number: ['true', `'lots'`, '[1]'],
  count: ['true', `'lots'`, '[1]'],
  counts: ['true', '[true]', `['lots']`],
  list: ['true', '[true]', `['lots']`],
  labels: ['true', '1', '[true]'],
  tiers: ['true', '[1, 2]', '[[1, true]]', '[[0, 1, 2]]'],
  text: ['true', '1', `['text']`],
  quarter: ['true', '1', `['1Q26']`],
  choice: ['true', '1', `'NO SUCH WORD'`],
  flag: ['1', `'TRUE'`],
  range: ['true', '1', '[1]', '[[{}]]'],
  cases: ['true', '1', '[1]', '[[{}]]'],
  inputs: ['true', '1', '[1]', '[[{}]]'],
  book: ['true', '1', '[1]', '[[{}]]'],
  sites: ['true', '1', '[1]', '[[{}]]'],
};

const TYPES: Readonly<Record<Holds, string>> = {
  number: 'number',
  text: 'string',
  list: 'number[]',
  table: 'Cell[][]',
  value: 'Cell',
  'value or table': 'Cell | Cell[][]',
};

type Args = Readonly<Record<string, string>>;

const byName = ({ name }: Definition, args: Args): string =>
  `answer('${name}', { ${Object.entries(args)
    .map(([each, value]) => `${each}: ${value}`)
    .join(', ')} })`;

const inOrder = ({ name, parameters }: Definition, args: Args): string =>
  `call('${name}', [${Object.keys(parameters)
    .map((each) => args[each] ?? 'null')
    .join(', ')}])`;

const renamed = (args: Args, from: string, to: string): Args =>
  Object.fromEntries(Object.entries({ [from]: 'null', ...args }).map(([name, x]) => [name === from ? to : name, x]));

const examplesOf = ({ examples }: Definition): Args[] =>
  examples.map(({ args }) =>
    Object.fromEntries(Object.entries(args).map(([name, value]) => [name, JSON.stringify(value)])),
  );

function rightCalls(definition: Definition): string[] {
  const type = TYPES[holdsOf(definition.result)];
  return examplesOf(definition).flatMap((args) =>
    [byName, inOrder].map((written) => `is<${type} | Problem>()(${written(definition, args)})`),
  );
}

function wrongCalls(definition: Definition): string[] {
  const { name, parameters, result } = definition;
  const [args] = examplesOf(definition) as [Args];
  const otherTypes = Object.values(TYPES).filter((type) => type !== TYPES[holdsOf(result)]);
  return [
    `answer('${name}X')`,
    `${inOrder(definition, args).slice(0, -2)}${Object.keys(parameters).length === 0 ? '' : ', '}null])`,
    ...[byName, inOrder].flatMap((written) =>
      otherTypes.map((type) => `is<${type} | Problem>()(${written(definition, args)})`),
    ),
    ...Object.entries(parameters).flatMap(([each, parameter]) => [
      byName(definition, renamed(args, each, `${each}x`)),
      ...('required' in parameter ? [byName(definition, { ...args, [each]: 'null' })] : []),
      ...[DATE, ...(WRONG[parameter.kind] ?? [])].map((value) => byName(definition, { ...args, [each]: value })),
      inOrder(definition, { ...args, [each]: WRONG[parameter.kind]?.[0] ?? DATE }),
    ]),
  ];
}

const HEAD = `import { answer, call, type Cell, type Problem } from './core.mjs';
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? B : never;
declare function is<Type>(): <Given>(given: Given & Same<Type, Given>) => void;
`;

/** The calls, each on a line of its own, that do not compile; or what is wrong with the declarations themselves. */
function refused(calls: readonly string[]): Set<string> {
  const head = HEAD.trimEnd().split('\n');
  const texts = new Map([
    [join(__dirname, 'core.d.mts'), declarations()],
    [join(__dirname, 'calls.mts'), [...head, ...calls].map((line) => `${line}\n`).join('')],
  ]);
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
  };
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (path) => texts.has(path) || disk.fileExists(path),
    readFile: (path) => texts.get(path) ?? disk.readFile(path),
    getSourceFile(path, language) {
      const text = texts.get(path);
      return text === undefined ? disk.getSourceFile(path, language) : ts.createSourceFile(path, text, language);
    },
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  const complaints = ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file?.fileName.endsWith('calls.mts') ? file.getLineAndCharacterOfPosition(start!).line : -1;
    return calls[line - head.length] ?? ts.flattenDiagnosticMessageText(messageText, '\n');
  });
  return new Set(complaints);
}

test('of every function, its own calls compile, and each misspelt or ill-typed one does not', () => {
  const right = functions.flatMap(rightCalls);
  const wrong = functions.flatMap(wrongCalls);
  const complaints = refused([...right, ...wrong]);
  expect([...complaints].filter((each) => !wrong.includes(each))).toEqual([]);
  expect(wrong.filter((each) => !complaints.has(each))).toEqual([]);
  expect(wrong.length).toBeGreaterThan(10 * functions.length);
});
