import { withoutAssumption } from '../../catalogue/lift';
import { parsePath, type Path } from '../../catalogue/path';
import { printCall, type Constant, type Typed } from '../../catalogue/typed';
import { UNITS } from '../../catalogue/units';
import { element } from '../element';
import { box, choice, labelled } from './fields';
import type { Analysed } from './subject';
import { typed } from './typed';

/** The inputs as they stand, prefilled with the base case; what is changed goes into the formula. */
export interface BaseCase {
  readonly body: HTMLElement;
  /** the function as an analysis is given it: its name, or a call with what differs from the defaults or has none */
  text(): string;
}

interface Field {
  readonly path: string;
  readonly start: string;
  readonly control: HTMLInputElement | HTMLSelectElement;
  readonly unit?: string;
}

export function baseCase({ definition, knobs, given, inputs }: Analysed): BaseCase {
  const fields = new Map(
    Object.entries(definition.parameters).map(([name, parameter]): [string, Field[]] => {
      const plain = withoutAssumption(inputs[name]);
      if (parameter.kind === 'choice') {
        const control = choice(Object.keys(parameter.options), plain as string);
        return [name, [{ path: name, start: parameter.default, control }]];
      }
      const numbers = knobs
        .filter(({ path }) => parsePath(path)!.name === name)
        .sort((a, b) => inOrder(parsePath(a.path)!, parsePath(b.path)!))
        .map(({ path, base, unit }): Field => {
          return { path, start: String(base), control: box(base), unit: UNITS[unit].words.replace(/ \(.*/, '') };
        });
      if (numbers.length > 0 || !given.has(name)) return [name, numbers];
      const text = typeof plain === 'object' ? '' : String(plain);
      return [name, [{ path: name, start: text, control: box(text) }]];
    }),
  );
  const argument = (name: string, all: readonly Field[]): Typed => {
    if (!given.has(name) && all.every(({ start, control }) => control.value === start)) return null;
    const values = all.map(({ control }): Constant => typed(control.value) ?? null);
    if (parsePath(all[0]!.path)!.at === undefined) return values[0]!;
    const width = parsePath(all[0]!.path)!.part === undefined ? 1 : 2;
    return Array.from({ length: values.length / width }, (_, i) => values.slice(i * width, (i + 1) * width));
  };
  return {
    body: element(
      'div',
      { class: 'boxes' },
      ...[...fields.values()].flat().map(({ path, control, unit }) => labelled(path, control, unit)),
    ),
    text() {
      const args = [...fields].map(([name, all]) => argument(name, all));
      while (args.at(-1) === null) args.pop();
      return args.length === 0 ? definition.name : printCall({ name: definition.name, args });
    },
  };
}

const inOrder = (a: Path, b: Path): number => (a.at ?? 0) - (b.at ?? 0) || (a.part ?? '').localeCompare(b.part ?? '');
