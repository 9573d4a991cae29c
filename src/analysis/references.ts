import type { Definition } from '../catalogue/define';
import { replacementsIn, type Pairs, type Replacement } from '../catalogue/inputs';
import { numberIn } from '../catalogue/number-in';
import { kindOf, type Parameter } from '../catalogue/parameters';
import { printPath } from '../catalogue/path';
import { Problem } from '../catalogue/problem';
import { shown } from '../catalogue/read';
import { isCellLike, parseReference, type Reference } from '../catalogue/reference';
import type { Named } from '../catalogue/subject';
import { printTyped } from '../catalogue/typed';
import { knownIn, standIn } from './stand-in';

/** What a native formula is made of: parameters that stand in cells, and values for the rest. */
export interface Parts {
  readonly values: Pairs;
  /** what the formula says for a parameter in cells, or for an element of it that has a value all the same */
  readonly texts: Readonly<Record<string, string>>;
  /** arguments that stand in for cells: as many values as there are cells, such as the function accepts */
  readonly standIns: Readonly<Record<string, unknown>>;
}

/** Takes apart what is given by a call and by pairs; throws the Problem of a reference that cannot be one. */
export function partsOf({ definition, given, references: inCall }: Named, pairs: Pairs): Parts {
  const references: Record<string, Reference> = { ...inCall };
  const rest: Replacement[] = [];
  for (const replacement of replacementsIn(definition, pairs, { ...given, ...inCall }).values()) {
    const reference = referenceIn(definition, replacement);
    if (reference) references[replacement.path.name] = reference;
    else rest.push(replacement);
  }
  for (const [name, reference] of Object.entries(references)) check(name, definition.parameters[name]!, reference);
  const known = knownIn(rest.filter(({ path }) => Object.hasOwn(references, path.name)));
  const inCells = Object.entries(references);
  return {
    values: rest.map(({ path, value, place }) => [printPath(path), value, place]),
    texts: {
      ...Object.fromEntries(inCells.map(([name, { reference }]) => [name, reference])),
      ...Object.fromEntries(Object.entries(known).map(([path, x]) => [path, printTyped(x)])),
    },
    standIns: Object.fromEntries(
      inCells.map(([name, { size = { rows: 1, columns: 1 } }]) => {
        const length = kindOf(definition.parameters[name]!).shape === 'table' ? size.rows : size.rows * size.columns;
        return [name, standIn(definition, name, length, known)];
      }),
    ),
  };
}

/** The reference that a pair gives, if it gives one: a text where the function wants numbers. */
function referenceIn({ parameters }: Definition, { path, value }: Replacement): Reference | undefined {
  if (typeof value !== 'string' || numberIn(value) !== undefined) return undefined;
  const text = value.trim().replace(/^=\s*/, '');
  const reference = parseReference(text);
  const { name, at } = path;
  const { shape, numbers } = kindOf(parameters[name]!);
  const bad = (why: string): Problem =>
    new Problem('#VALUE!', `${printPath(path)} is ${shown(value)}: ${why}.`, 'inputs');
  if (!numbers) {
    if (parameters[name]!.kind === 'text' || !isCellLike(text)) return undefined;
    throw bad('a reference cannot stand for it, since it shapes the formula');
  }
  if (!reference) {
    const wanted = shape === 'cell' ? 'a number, a cell such as B4, or a name' : 'a range such as B4:B9';
    const why = isCellLike(text) ? 'there is no such cell, the last one is XFD1048576: ' : '';
    throw bad(`${why}expected ${wanted}`);
  }
  if (at !== undefined) throw bad(`a reference stands for a whole parameter, such as ${name}`);
  return reference;
}

/** More cells than a formula of 8,192 characters can name. */
const MOST_CELLS = 500;

function check(name: string, parameter: Parameter, { reference, size }: Reference): void {
  const bad = (why: string): Problem => new Problem('#VALUE!', `${name} is ${shown(reference)}: ${why}.`, 'inputs');
  const { shape, numbers } = kindOf(parameter);
  if (!numbers) throw bad('a reference cannot stand for it, since it shapes the formula');
  if (size === undefined) {
    if (shape === 'cell') return;
    throw bad('expected a range such as B4:B9, since the formula has to name each cell');
  }
  const { rows, columns } = size;
  if (shape === 'cell' && rows * columns !== 1) throw bad('expected one cell');
  if (shape === 'table' && columns !== numbers.columns?.length) throw bad('expected two columns');
  if (shape === 'line' && rows !== 1 && columns !== 1) throw bad('expected one row or column');
  if (rows * columns > MOST_CELLS) {
    throw bad(`a native formula names each cell, and has room for ${MOST_CELLS} at most`);
  }
}
