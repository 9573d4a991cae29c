import { Decimal as Shared } from 'decimal.js';
import type { Fault } from './fault';
import type { Maths, Num, Operand, Test } from './num';

/** 34 significant digits, as IEEE decimal128; halves go to even. Its own constructor: the shared one stays untouched. */
export const Decimal = Shared.clone({
  precision: 34,
  rounding: Shared.ROUND_HALF_EVEN,
  toExpNeg: -30,
  toExpPos: 30,
});
export type Decimal = Shared;

/** 1 + a needs more digits than its logarithm: a few, or as many again where a is small. */
const GUARDED = Decimal.clone({ precision: 40 });
const GUARDED_NEAR_ZERO = Decimal.clone({ precision: 72 });
/** Nearer to zero than this, e^a − 1 and ln(1 + a) are a in all 34 digits. */
const NEAREST = 1e-36;

/** Beyond this power of ten a double is infinite or zero. */
const LARGEST_EXPONENT = 309;

/** The *value* reading: a decimal, or the fault that keeps it from having one. */
export class Exact implements Num {
  constructor(
    readonly value: Decimal,
    readonly name?: string,
    readonly fault?: Fault,
  ) {}

  plus(x: Operand): Num {
    return combine(this, x, this.value.plus(decimal(x)));
  }
  minus(x: Operand): Num {
    return combine(this, x, this.value.minus(decimal(x)));
  }
  times(x: Operand): Num {
    return combine(this, x, this.value.times(decimal(x)));
  }
  div(x: Operand): Num {
    const by = decimal(x);
    if (by.isZero() && !this.fault) return faulty(dividedByZero(x));
    return combine(this, x, this.value.div(by));
  }
  pow(x: Operand): Num {
    const exponent = decimal(x);
    const fault = this.fault ?? faultOf(x);
    if (fault) return faulty(fault);
    if (this.value.isZero() && exponent.lt(0)) return faulty(dividedByZero(this));
    const size = exponent.toNumber() * Math.log10(this.value.abs().toNumber());
    if (size > LARGEST_EXPONENT) return faulty(outOfRange('a power'));
    if (size < -LARGEST_EXPONENT) return new Exact(ZERO);
    return combine(this, x, this.value.pow(exponent));
  }
  atLeast(x: Operand): Test {
    return compared(this, x, this.value.gte(decimal(x)));
  }
  above(x: Operand): Test {
    return compared(this, x, this.value.gt(decimal(x)));
  }
}

interface Compared extends Test {
  readonly holds: boolean;
  readonly fault: Fault | undefined;
}

const ZERO = new Decimal(0);
const NOT_A_NUMBER = new Decimal(NaN);
const faulty = (fault: Fault): Exact => new Exact(NOT_A_NUMBER, undefined, fault);
const decimal = (x: Operand): Decimal => (x instanceof Exact ? x.value : new Decimal(x as number));
const exactOf = (x: Operand): Exact => (x instanceof Exact ? x : new Exact(new Decimal(x as number)));
const faultOf = (x: Operand): Fault | undefined => (x instanceof Exact ? x.fault : undefined);

function combine(a: Exact, b: Operand, value: Decimal): Exact {
  if (!value.isNaN()) return new Exact(value);
  return faulty(a.fault ?? faultOf(b) ?? outOfRange('a line of this calculation'));
}
const compared = (a: Exact, b: Operand, holds: boolean): Compared => ({
  test: true,
  holds,
  fault: a.fault ?? faultOf(b),
});
/** Whether a comparison of decimals holds. */
export const holds = (test: Test): boolean => (test as Compared).holds;
const dividedByZero = (by: Operand): Fault => ({
  code: '#DIV/0!',
  sentence: `divides by ${(by instanceof Exact && by.name) || 'a difference'}, which is 0`,
});
const outOfRange = (what: string): Fault => ({
  code: '#NUM!',
  sentence: `${what} has no finite value for these inputs`,
});

/** @param onStep told each named line of the working, in order */
export function exact(onStep?: (name: string, x: Exact) => void): Maths {
  return {
    num: (x) => new Exact(new Decimal(x)),
    max: (a, b) => pick(a, b, (x, y) => (x.gte(y) ? a : b)),
    min: (a, b) => pick(a, b, (x, y) => (x.lte(y) ? a : b)),
    exp: (a) => exponential(a, ZERO, (x) => x.exp()),
    expm1: (a) => exponential(a, new Decimal(-1), (x) => guarded(x, (wide) => wide.exp().minus(1))),
    ln: (a) => logarithm(a, 0, (x) => x.ln()),
    log1p: (a) => logarithm(a, -1, (x) => guarded(x, (wide) => wide.plus(1).ln())),
    when: (test, then, otherwise) => {
      const { holds, fault } = test as Compared;
      return fault ? faulty(fault) : exactOf(holds ? then : otherwise);
    },
    sum: (xs) => xs.reduce<Num>((total, x) => total.plus(x), new Exact(ZERO)),
    step: (name, x) => {
      const { value, fault } = x as Exact;
      const named = new Exact(value, name, fault && { line: name, ...fault });
      onStep?.(name, named);
      return named;
    },
    none: (sentence) => faulty({ code: '#N/A', sentence, line: '' }),
  };
}

function exponential(a: Operand, least: Decimal, of: (x: Decimal) => Decimal): Exact {
  const power = decimal(a).toNumber() / Math.LN10;
  if (power > LARGEST_EXPONENT) return faulty(outOfRange('an exponential'));
  return power < -LARGEST_EXPONENT ? new Exact(least) : combine(exactOf(a), 0, of(decimal(a)));
}

const logarithm = (a: Operand, above: number, of: (x: Decimal) => Decimal): Exact =>
  decimal(a).lte(above) ? faulty(outOfRange('a logarithm')) : combine(exactOf(a), 0, of(decimal(a)));

/** Computed with more digits, rounded to 34. */
function guarded(x: Decimal, of: (wide: Decimal) => Decimal): Decimal {
  if (x.abs().lt(NEAREST)) return x;
  const Wide = x.abs().lt(0.001) ? GUARDED_NEAR_ZERO : GUARDED;
  return new Decimal(of(new Wide(x)).toSignificantDigits(Decimal.precision));
}

function pick(a: Operand, b: Operand, choose: (x: Decimal, y: Decimal) => Operand): Exact {
  const fault = faultOf(a) ?? faultOf(b);
  return fault ? faulty(fault) : exactOf(choose(decimal(a), decimal(b)));
}
