/** What goes together, all of it as in the base case: beside it one of them may be another. */
import type { Definition } from '../../src/catalogue/define';
import { withoutAssumption } from '../../src/catalogue/lift';
import { defaultOf } from '../../src/catalogue/parameters';
import { snapped } from '../../src/catalogue/read';

export const groupsOf = ({ parameters, rules }: Definition): (readonly [name: string, value: number])[] =>
  rules
    .flatMap((rule) => ('together' in rule ? rule.together : []))
    .map((name) => [name, snapped(withoutAssumption(defaultOf(parameters[name]!)) as number)]);
