import { answerOf, inOrderOf, inputsOf, type Answer } from '../catalogue/call';
import { unitOf, type Catalogue, type Definition } from '../catalogue/define';
import { orProblem, type Problem } from '../catalogue/problem';
import { spilled } from '../catalogue/spill';
import { named } from '../catalogue/subject';
import { valuesIn, type Sheet } from '../models/sheet';

/** A formula with the cells of a sheet that it refers to: its function, and what that is given. */
export interface Entered {
  readonly definition: Definition;
  readonly args: Readonly<Record<string, unknown>>;
}

export function entered(formula: string, sheet: Pick<Sheet, 'cells'>, catalogue: Catalogue): Entered {
  const { definition, given, references } = named(catalogue, formula, { argument: 'formula', references: true });
  const cells = Object.entries(references).map(([name, { reference }]) => [name, valuesIn(sheet, reference)] as const);
  return { definition, args: { ...given, ...Object.fromEntries(cells) } };
}

/** What it answers there. */
export const onSheet = (formula: string, sheet: Pick<Sheet, 'cells'>, catalogue: Catalogue): Answer | Problem =>
  orProblem(() => {
    const { definition, args } = entered(formula, sheet, catalogue);
    const names = Object.keys(args);
    const answer = spilled(definition, names, Object.values(args), (values) => {
      const given = Object.fromEntries(names.map((name, i) => [name, values[i]]));
      return answerOf(definition, inputsOf(definition, inOrderOf(definition, given)), catalogue);
    });
    return answer.units ? answer : { ...answer, units: answer.cells.map((row) => row.map(() => unitOf(definition))) };
  });
