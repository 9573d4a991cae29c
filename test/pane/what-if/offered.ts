/** What the form of an analysis offers: every function of one number, and every line of a table. */
import { analysable, linesOf } from '../../../src/pane/what-if/subject';
import { catalogue } from '../../functions/cell';

export const offered = analysable(catalogue).flatMap((definition) => {
  const lines = linesOf(definition);
  return lines.length === 0 ? [definition.name] : lines.map((line) => `${definition.name}[${line}]`);
});
