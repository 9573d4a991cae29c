/**
 * Names of ours that a file, another Excel or another add-in has damaged: `_xldudf_TAAS_MARGIN(…)`,
 * `[2]!_xldudf_TAAS_MARGIN(…)`, `TAAS.TAAS_MARGIN(…)`. Each becomes the name that is typed; nothing else of the formula
 * is touched, least of all a text in quotes.
 */
import { tokenize } from '@borgar/fx/xlsx';
import type { Catalogue } from '../../catalogue/define';
import type { Change, Progress } from '../host';
import { mayBeOurs } from './ours';
import { paced } from './paced';
import type { Contents } from './contents';

/** What other programs put before a name: `_xldudf_`, `_xlfn.`, `_xludf.`, `_xll.`, a namespace of ours. */
const PREFIXES = /^(?:_+xl[a-z]*[._]|TAAS[._](?=(?:TAAS|BEDROCK)_))+/i;

/** A quoted book or sheet, as tokens do not read it before a function: `'C:\models\[deal.xlsx]'!`. */
const QUOTED_BOOK = /'(?:[^']|'')+'!$/;

/** The formula with the right names; undefined where there is nothing to repair. */
export function repaired(formula: string, catalogue: Catalogue): string | undefined {
  if (!mayBeOurs(formula)) return undefined;
  const known = new Set(catalogue.functions.map(({ name }) => name));
  let whole = '';
  let at = 0;
  for (const { type, value } of tokenize(formula, { mergeRefs: true })) {
    const quoted = type === 'unknown' || type === 'func' || type === 'context' ? value.replace(/^'|'$/g, '') : '';
    const name = quoted.replace(PREFIXES, '').toUpperCase();
    const isCalled = formula[at + value.length] === '(';
    if (isCalled && known.has(name)) {
      const isRight = type === 'func' && value.toUpperCase() === name;
      const before = withoutBook(whole);
      whole = isRight && before === whole ? whole + value : before + name;
    } else whole += value;
    at += value.length;
  }
  return whole === formula ? undefined : whole;
}

/** The formula so far, without the book that a function of ours is said to stand in. */
function withoutBook(before: string): string {
  if (!before.endsWith('!')) return before;
  const quoted = QUOTED_BOOK.exec(before);
  return quoted ? before.slice(0, quoted.index) : before.replace(/(?:\[[^[\]]*\])?[\p{L}\p{N}_.]*!$/u, '');
}

/** Every cell with a damaged name, and what it is to hold. */
export async function repairs(
  { formulas }: Contents,
  catalogue: Catalogue,
  progress?: Progress,
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  await paced(formulas, progress, ({ place, formula }) => {
    const to = repaired(formula, catalogue);
    if (to !== undefined) changes.push({ place, from: formula, to });
  });
  return changes;
}
