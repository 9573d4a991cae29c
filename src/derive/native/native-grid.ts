/** TAAS_GRID without the add-in: each cell is the function's own formula with the two values of its row and column. */
import { subjectOf } from '../../analysis/subject';
import { variedIn } from '../../analysis/varied';
import { caseAt, casesIn } from '../../catalogue/block';
import { nativeOf } from '../../catalogue/readings';
import { named } from '../../catalogue/subject';
import { digitsOf } from '../../formula/print/excel';
import type { GridQuestion } from '../../analysis/grid';
import type { FormulaCall } from '../formula/calls';
import { isConstant } from '../formula/is-constant';
import type { Sheet } from '../formula/values';
import { askedIn, type Argument } from './asked';
import { asItStands, guarded, nameIn, textsIn } from './block-cells';
import { cellNames } from './cell-names';
import type { NativeAnswer, NativeCell } from './native-cell';
import { not } from './not-native';

/** More formulas than anyone reads; Excel's own Data Table is for these. */
const MOST_CELLS = 2500;

export async function nativeGrid(call: FormulaCall, on: Sheet): Promise<NativeAnswer> {
  const { argument, plain } = await askedIn(call, on);
  const asked = plain as unknown as GridQuestion & { readonly headers: boolean };
  const size = asked.values_x.length * asked.values_y.length;
  if (size > MOST_CELLS) not(`it has ${size} cells: at most ${MOST_CELLS} become a formula each`);
  const subject = subjectOf(on.catalogue, asked.function, asked, [asked.param_x, asked.param_y]);
  const { definition, inputs } = subject;
  const { path: across } = variedIn(subject, asked.param_x, 'param_x', asked.values_x);
  const { path: down } = variedIn(subject, asked.param_y, 'param_y', asked.values_y);
  const followed = ['values_x', 'values_y', 'inputs'];
  const remarks = Object.keys(call.definition.parameters).flatMap((name) => {
    const { text, value } = argument(name);
    return value.kind === 'cells' && !followed.includes(name) ? [asItStands(name, text, value.value)] : [];
  });

  const held = argument('inputs');
  const isHeld = held.value.kind === 'cells' && asked.inputs.length > 0;
  const { definition: whole } = named(on.catalogue, asked.function, { argument: 'function' });
  const cases = isHeld ? casesIn(asked.inputs, on.catalogue, 'inputs', whole) : undefined;
  const at = cases && asked.case !== undefined ? caseAt(cases, asked.case) : 0;
  const block = cases && textsIn(whole, cases, at, inputs, nameIn(held, on.sheet, true));
  const [xs, ys] = [
    along(argument('values_x'), asked.values_x, on.sheet),
    along(argument('values_y'), asked.values_y, on.sheet),
  ];
  const results = ys.map((y) =>
    xs.map((x): NativeCell => {
      const texts = { ...block?.texts, [across]: x, [down]: y };
      return guarded({ formula: nativeOf(definition, inputs, texts).slice(1) }, Object.values(texts));
    }),
  );
  const all = { isOne: false, remarks: [...remarks, ...(block?.remarks ?? [])] };
  if (!asked.headers) return { cells: results, ...all };
  const shown = (formula: string): NativeCell => ({ formula });
  const corner = { text: `${down} \\ ${across}` };
  return { cells: [[corner, ...xs.map(shown)], ...results.map((row, i) => [shown(ys[i]!), ...row])], ...all };
}

/** The values of one side as a formula names them: `B$20` along the top, `$A21` down the side. */
function along({ text, value }: Argument, values: readonly number[], sheet: string): readonly string[] {
  if (value.kind !== 'cells' || isConstant(text)) return values.map(digitsOf);
  const name = cellNames(text, value.place, sheet);
  const isRow = !Array.isArray(value.value) || value.value.length === 1;
  return values.map((_, i) =>
    isRow ? name(0, i, { row: true, column: false }) : name(i, 0, { row: false, column: true }),
  );
}
