import type { Catalogue, Definition } from '../catalogue/define';
import { Problem } from '../catalogue/problem';
import { named, type Named } from '../catalogue/subject';

/** The function that a text names and what it gives it, if there is a formula to be read in other ways. */
export function withFormula(catalogue: Catalogue, text: string, references = false): Named {
  const found = named(catalogue, text, { argument: 'function', references });
  const { definition } = found;
  if (definition.formula) return found;
  const why = definition.onlyValue ?? 'it has no formula';
  throw new Problem('#N/A', `${definition.name} has no formula to show: ${why}.`, 'function');
}

/** Throws the Problem of a function that returns more than one number. */
export function checkOneNumber({ name, result }: Definition): void {
  if (result.shape === 'number') return;
  const sentence = `${name} returns a ${result.shape}: expected a function that returns one number.`;
  throw new Problem('#VALUE!', sentence, 'function');
}
