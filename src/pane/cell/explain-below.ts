/** The working of a cell’s formula, written into the free cells below it. */
import { answerOf, inputsOf } from '../../catalogue/call';
import type { Catalogue } from '../../catalogue/define';
import { Problem } from '../../catalogue/problem';
import { kindOf } from '../../catalogue/parameters';
import { printCall, type Typed } from '../../catalogue/typed';
import { addressOf, cellsOf } from '../../models/address';
import { isConstant } from '../../derive/formula/is-constant';
import { callsIn, type FormulaCall } from '../../derive/formula/calls';
import { valuesOf, type ArgumentValue } from '../../derive/formula/values';
import type { Host, Place } from '../host';
import { lookAt } from '../check-up/looked-at';

interface With {
  readonly host: Host;
  readonly catalogue: Catalogue;
}

/** Writes it, or refuses; the sentence says which. */
export async function explainBelow({ host, catalogue }: With, place: Place): Promise<string> {
  const [content] = await host.read([place]);
  const { formula } = content!;
  const calls = callsIn(formula, catalogue);
  const call = calls.find(({ definition }) => definition.formula !== undefined);
  if (!call) {
    const [first] = calls;
    if (!first) return `${place.address} has no function of ours to explain.`;
    return `${first.definition.name} has no working to show: ${first.definition.onlyValue ?? 'it looks something up'}.`;
  }
  const values = await valuesOf(call, { host, catalogue, sheet: place.sheet });
  const unknown = values.findIndex((value) => value.kind === 'unknown');
  if (unknown >= 0) {
    const value = values[unknown]!;
    const name = Object.keys(call.definition.parameters)[unknown];
    return `The working cannot be told: ${name}${value.kind === 'unknown' ? `: ${value.why}` : ''}.`;
  }
  const { explain, rows, columns, fixed } = explanation(call, values, catalogue);
  const { row, column } = cellsOf(place.address);
  const [seen] = await lookAt([{ place, formula, calls, row, column }], host);
  const at = { row: row + (seen?.area.rows ?? 1), column, rows, columns };
  const room: Place = { sheet: place.sheet, address: addressOf(at) };
  if ((await host.values(room)).flat().some((value) => value !== '')) {
    return `The working needs ${room.address}, and not all of these cells are free: clear them, or ask in another place.`;
  }
  const first = { sheet: place.sheet, address: addressOf({ row: at.row, column }) };
  if ((await host.write({ place: first, formulas: [[explain]] })) === 'in use') return `${first.address} is in use.`;
  const kept = fixed.length > 0 ? `; ${fixed.join(' and ')} as now` : '';
  return `The working of ${call.definition.name} is in ${room.address}${kept}.`;
}

/** Numbers in cells are followed; lists and tables are told as they are now. */
function explanation(call: FormulaCall, values: readonly ArgumentValue[], catalogue: Catalogue) {
  const { definition } = call;
  const followed: (readonly [name: string, text: string])[] = [];
  const fixed: string[] = [];
  const args = Object.entries(definition.parameters).map(([name, parameter], i): Typed => {
    const value = values[i];
    const text = call.args[i]?.text ?? '';
    if (!value || value.kind === 'blank' || value.kind === 'unknown') return null;
    if (value.value === null) return null;
    const { shape, numbers } = kindOf(parameter);
    if (numbers && shape === 'cell' && !isConstant(text) && typeof value.value === 'number') {
      followed.push([name, text]);
      return null;
    }
    if (!isConstant(text)) fixed.push(name);
    if (!Array.isArray(value.value)) return value.value;
    return (value.value as readonly (readonly (string | number | boolean | null)[])[]).map((line) => [...line]);
  });
  while (args.at(-1) === null) args.pop();
  const told = printCall({ name: definition.name, args }).replaceAll('"', '""');
  const pairs = followed.map((_, i) => `${2 * i + 1},${2 * i + 2}`).join(';');
  const cells = followed.map(([name, text]) => `"${name}",${text}`).join(',');
  const explain = `=TAAS_EXPLAIN("${told}"${followed.length > 0 ? `,CHOOSE({${pairs}},${cells})` : ''})`;

  const asker = catalogue.find('TAAS_EXPLAIN');
  const inputs = followed.map(([name]) => {
    const value = values[Object.keys(definition.parameters).indexOf(name)];
    return [name, value && 'value' in value ? value.value : null] as const;
  });
  const answer = answerOf(
    asker,
    inputsOf(asker, [printCall({ name: definition.name, args }), inputs.length > 0 ? inputs : null]),
    catalogue,
  );
  return { explain, fixed, rows: answer.cells.length, columns: answer.cells[0]!.length };
}

/** The same, with the sentence of what cannot be explained. */
export const explainedBelow = (parts: With, place: Place): Promise<string> =>
  explainBelow(parts, place).catch((fault: unknown) => {
    if (fault instanceof Problem) return fault.sentence;
    throw fault;
  });
