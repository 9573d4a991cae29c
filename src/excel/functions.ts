/** What every cell waits for: the functions with a formula. */
import { catalogueOf } from '../catalogue/catalogue';
import { Problem } from '../catalogue/problem';
import { formulas, MORE } from '../functions/formulas';
import { implementation, type Implementation } from './implementation';
import { excelError } from './result';

const catalogue = catalogueOf(formulas);
for (const definition of formulas) CustomFunctions.associate(definition.name, implementation(definition, catalogue));

/** The others, which look things up or ask other functions, come a moment later; a cell that asks before is promised its answer. */
let more: ReadonlyMap<string, Implementation> | undefined;
let arrive: (its: ReadonlyMap<string, Implementation>) => void;
let fail: (because: unknown) => void;
const arrival = new Promise<ReadonlyMap<string, Implementation>>((resolve, reject) => {
  [arrive, fail] = [resolve, reject];
});
// A cell that asked is told; when none did, nobody need be.
arrival.catch(() => undefined);

export function deliver(its: ReadonlyMap<string, Implementation>): void {
  arrive((more = its));
}

for (const name of MORE) {
  CustomFunctions.associate(name, (...args: unknown[]) =>
    more ? more.get(name)!(...args) : arrival.then((its) => its.get(name)!(...args)),
  );
}

/** By then each script of the page has come, or will not. */
globalThis.addEventListener?.('load', () => {
  if (more) return;
  const sentence = 'more-functions.js did not load, which has this function: reload the page or reopen the workbook.';
  fail(excelError(new Problem('#N/A', sentence)));
});
globalThis.performance?.mark('taas-associated');
