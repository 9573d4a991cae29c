import { inOrderOf, inputsOf, type Inputs } from '../catalogue/call';
import { byFamily, type Definition } from '../catalogue/define';
import { isTerm, pathsIn, wholeOf } from '../catalogue/kernels';
import { fingerprint } from '../formula/fingerprint';
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

/** A function with each of its options, and with what may be left out given or left out; lists as its examples have them. */
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
  const products = choices.reduce<(readonly [string, unknown])[][]>(
    (sofar, options) => sofar.flatMap((begun) => options.map((option) => [...begun, option])),
    [[]],
  );
  return products.map((args) => inputsOf(definition, inOrderOf(definition, Object.fromEntries(args))));
}
