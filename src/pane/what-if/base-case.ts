import { withoutAssumption } from '../../catalogue/lift';
import { parsePath, type Path } from '../../catalogue/path';
import { printCall, type Constant, type Typed } from '../../catalogue/typed';
import { UNITS } from '../../catalogue/units';
import type { Field, Filled } from './form';
import type { Analysed } from './subject';
import { parseBox } from './parse';

/** The inputs as they stand, prefilled with the base case; what is changed goes into the formula. */
export interface BaseCase {
  readonly fields: readonly Field[];
  /** the function as an analysis is given it: its name, or a call with what differs from the defaults or has none */
  readonly text: (filled: Filled) => string;
}

export function baseCase({ subject, parameters, varied, given }: Analysed): BaseCase {
  const { name: named } = subject.definition;
  const fields = Object.entries(parameters).map(([name, parameter]): readonly Field[] => {
    const plain = withoutAssumption(subject.inputs[name]);
    const labelled = { name, label: name };
    if ('options' in parameter) {
      return [{ ...labelled, start: plain as string, options: Object.keys(parameter.options) }];
    }
    const numbers = varied
      .filter(({ path }) => parsePath(path)!.name === name)
      .sort((a, b) => inOrder(parsePath(a.path)!, parsePath(b.path)!))
      .map(({ path, base, unit }): Field => {
        return { name: path, label: path, start: String(base), unit: UNITS[unit].words.replace(/ \(.*/, '') };
      });
    if (numbers.length > 0 || !given.has(name)) return numbers;
    return [{ ...labelled, start: typeof plain === 'object' ? '' : String(plain) }];
  });

  function argument(name: string, its: readonly Field[], filled: Filled): Typed {
    if (!given.has(name) && its.every((field) => filled[field.name] === field.start)) return null;
    const values = its.map((field): Constant => parseBox(filled[field.name] ?? '') ?? null);
    const { at, part } = parsePath(its[0]!.name)!;
    if (at === undefined) return values[0]!;
    const width = part === undefined ? 1 : 2;
    return Array.from({ length: values.length / width }, (_, i) => values.slice(i * width, (i + 1) * width));
  }

  return {
    fields: fields.flat(),
    text(filled) {
      const args = Object.keys(parameters).map((name, i) => argument(name, fields[i]!, filled));
      while (args.at(-1) === null) args.pop();
      return args.length === 0 ? named : printCall({ name: named, args });
    },
  };
}

const inOrder = (a: Path, b: Path): number => (a.at ?? 0) - (b.at ?? 0) || (a.part ?? '').localeCompare(b.part ?? '');
