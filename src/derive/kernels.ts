import { inOrderOf, inputsOf, type Inputs } from '../catalogue/call';
import { byFamily, type Definition } from '../catalogue/define';
import { isTerm, pathsIn, wholeOf } from '../catalogue/kernels';
import { fingerprint } from '../formula/fingerprint';
import { orProblem, Problem } from '../catalogue/problem';
import { kernel, PRELUDE } from '../formula/print/kernel';
import { functions } from '../functions';

/**
 * The loops of every function that returns one number, as a module: for the usual inputs, for all but the terms of the
 * base case, and for all, as far as these differ; under the fingerprint of the formula.
 */
export function kernelsModule(): string {
  const names = new Map<string, string>();
  const named = (loop: string): string => {
    if (!names.has(loop)) names.set(loop, `loop${names.size}`);
    return names.get(loop)!;
  };
  const rows = new Map<string, string>();
  for (const definition of byFamily(functions)) {
    for (const inputs of optionsOf(definition)) {
      const loops = loopsOf(definition, inputs).map(named);
      rows.set(fingerprint(wholeOf(definition, inputs)), `[${loops.join(', ')}], // ${definition.name}`);
    }
  }
  return [
    '// @ts-nocheck',
    "import type { Kernel } from './columns';",
    '',
    PRELUDE,
    ...[...names].map(([loop, name]) => `const ${name} = ${loop};`),
    '',
    'export const KERNELS: Readonly<Record<string, readonly Kernel[]>> = {',
    ...[...rows].map(([key, loops]) => `  '${key}': ${loops}`),
    '};',
    '',
  ].join('\n');
}

function loopsOf(definition: Definition, inputs: Inputs): string[] {
  const whole = wholeOf(definition, inputs);
  const paths = pathsIn(whole);
  const loops = [
    kernel(wholeOf(definition, inputs, true), paths, isTerm(definition)),
    kernel(whole, paths, isTerm(definition)),
    kernel(whole, paths, () => false),
  ];
  return loops.filter((loop, i) => loops.slice(i).some((later) => later !== loop) || loop !== loops[i - 1]);
}

/**
 * A function with each of its options together with each other, and as it is usually called with one number that may be
 * left out, and as its examples are. What else is asked is computed by the interpreter, as fast as need be.
 */
export function optionsOf(definition: Definition): Inputs[] {
  const { parameters, examples, formula, result, onlyValue } = definition;
  if (!formula || result.shape !== 'number' || onlyValue) return [];
  const example: Readonly<Record<string, unknown>> = examples.find(({ gives }) => typeof gives === 'number')!.args;
  const choices = Object.entries(parameters).map(([name, parameter]): readonly (readonly [string, unknown])[] => {
    if (parameter.kind === 'choice') return Object.keys(parameter.options).map((option) => [name, option]);
    if (parameter.kind === 'flag')
      return [
        [name, true],
        [name, false],
      ];
    if ('required' in parameter) return [[name, example[name]]];
    if (parameter.kind === 'number' && !parameter.default)
      return [
        [name, null],
        [name, parameter.min],
      ];
    return [[name, null]];
  });
  const usual = choices.map((options) => options[0]!);
  const isNumber = Object.values(parameters).map(({ kind }) => kind === 'number');
  const together = choices.reduce<(typeof usual)[]>(
    (sets, options, i) => sets.flatMap((set) => (isNumber[i] ? [set] : options.map((option) => set.with(i, option)))),
    [usual],
  );
  const sets = choices.flatMap((options, i) =>
    isNumber[i] ? options.slice(1).map((option) => usual.with(i, option)) : [],
  );
  // An option may need what another leaves out: the gate refuses those together.
  const shown = examples.filter(({ gives }) => typeof gives === 'number').map(({ args }) => args);
  return [...[...together, ...sets].map((args) => Object.fromEntries(args)), ...shown].flatMap((args) => {
    const inputs = orProblem(() => inputsOf(definition, inOrderOf(definition, args)));
    return inputs instanceof Problem ? [] : [inputs];
  });
}
