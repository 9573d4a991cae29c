import { plainly, type Assumption, type Standing } from '../catalogue/assumption';
import type { Maths } from '../formula/num';
import { ROLES, UNLISTED } from './base';
import type { CaseData } from './case-data';
import { CASES, DOCUMENTED } from './cases';
import type { Figure, Filed, Note } from './figure';
import { dated, quarterOf, quartersAround, type Quarters } from './quarters';
import type { Derived, Of, Role, Told, Words } from './role';
import { pointOf } from './series';

/** A base case: every role of it as an assumption, by the name of the role. */
export interface Case {
  /** with other numbers in it, it is another case */
  readonly data: CaseData;
  readonly quarters: Quarters;
  readonly base: { readonly [K in keyof typeof ROLES]: Assumption<ValueOf<(typeof ROLES)[K]>> };
  /** What a role is in it, read in an arithmetic. */
  readonly of: (m: Maths) => Of;
}

type ValueOf<R> = R extends Role<infer T, never> ? T : never;

/** A role of whatever type; what its data is has been checked where they are written down. */
type AnyRole = Role<unknown, never> & Partial<Pick<Derived<unknown, never>, 'formula' | 'source'>>;

export function caseOf(data: CaseData): Case {
  const { quarter, values } = data;
  const quarters = quartersAround(quarter);
  const all: Record<string, Assumption<unknown>> = {};
  const of =
    (m: Maths): Of =>
    ({ role }) =>
      all[role]!.value(m) as never;
  const told: Told = {
    ...quarters,
    figure: ({ role }) => plainly(all[role]!) as number,
    source: ({ role }) => all[role]!.source,
  };
  const say = (words: Words): string => (typeof words === 'string' ? words : words(told));
  const assumed = (role: AnyRole): Assumption<unknown> => {
    const said = values[role.role as keyof typeof values] as Figure<never> | Filed | Note | undefined;
    const known = { role: role.role, name: dated(role.role, quarters), unit: role.unit, about: say(role.about) };
    if (said && 'value' in said) return { ...known, ...said, value: (m) => role.enter(said.value, m) };
    if (said && 'series' in said) {
      const { value, ...rest } = reportedAs(said, quarterOf(role.role, quarters));
      return { ...known, ...rest, value: (m) => m.num(value) };
    }
    return {
      ...known,
      standing: 'derived',
      get source() {
        return `${say(role.source!)}${said ? `; ${said.note}` : ''}`;
      },
      value: (m) => role.formula!(of(m), m, quarters),
    };
  };
  const each = Object.entries<AnyRole>({ ...UNLISTED, ...ROLES });
  for (const [name, role] of each) all[name] = assumed(role);
  const base = Object.fromEntries(Object.keys(ROLES).map((name) => [name, all[name]])) as Case['base'];
  return { data, quarters, base, of };
}

/** A fact where the company filed it, a third party’s where a data site has it. */
function reportedAs({ series, range }: Filed, quarter: string): Figure {
  const { key, value, standing: words } = pointOf(`${series}.${quarter}`);
  const standing: Standing = words.startsWith('reported') ? 'fact' : 'third-party';
  const source = `${key}, public series${standing === 'fact' ? `, ${words}` : ''}`;
  return { value, range, standing, source };
}

/** The base case of this version; every default in the catalogue is one of its assumptions. */
const [now, ...before] = CASES;
export const current = caseOf(now);
export const EARLIER: readonly Case[] = before.map(caseOf);
export const { base, quarters } = current;

/** What the examples are worked on. */
export const documented = DOCUMENTED === now ? current : caseOf(DOCUMENTED);
