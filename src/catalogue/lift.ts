import type { Num } from '../formula/num';
import { exactly, plainly, type Assumption } from './assumption';
import type { Inputs } from './call';
import type { Definition } from './define';
import type { Parameter } from './parameters';
import type { Plain } from './read';

/** How a reading takes in one number: its path (`token_spend`, `tiers[2].rate`) and what it is. */
export type Enter = (path: string, value: number | Num) => Num;

export const isAssumption = (plain: Plain): plain is Assumption => typeof plain === 'object' && 'standing' in plain;

/** A default as plain data, for readings that do not compute in decimals. */
export const withoutAssumption = (plain: Plain): Plain => (isAssumption(plain) ? plainly(plain) : plain);

/** What the formula sees for one parameter: numbers of the reading's own arithmetic, or plain data. */
export function lifted(name: string, parameter: Parameter, plain: Plain, enter: Enter): unknown {
  if (plain === undefined) return undefined;
  const value = isAssumption(plain) ? exactly(plain) : plain;
  switch (parameter.kind) {
    case 'number':
      return enter(name, value as number | Num);
    case 'count':
      return isAssumption(plain) ? plainly(plain) : plain;
    case 'list':
      return (value as readonly (number | Num)[]).map((x, i) => enter(`${name}[${i + 1}]`, x));
    case 'tiers':
      return (value as readonly (readonly number[] | { from: Num; rate: Num })[]).map((tier, i) => {
        const [from, rate] = 'from' in tier ? [tier.from, tier.rate] : [tier[0]!, tier[1]!];
        return { from: enter(`${name}[${i + 1}].from`, from), rate: enter(`${name}[${i + 1}].rate`, rate) };
      });
    default:
      return value;
  }
}

/** Every parameter of a formula, as a reading takes it in. */
export const entered = (definition: Definition, inputs: Inputs, enter: Enter): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(definition.parameters).map(([name, parameter]) => [
      name,
      lifted(name, parameter, inputs[name], enter),
    ]),
  );
