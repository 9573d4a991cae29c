/**
 * mulberry32, a 32-bit generator of public domain (Tommy Ettinger): the same digits on every machine.
 * Fills `out` with u = (k + ½) / 2³², so never 0 or 1.
 */
export function mulberry32(seed: number): (out: Float64Array) => void {
  let state = seed | 0;
  return (out) => {
    for (let i = 0; i < out.length; i++) {
      state = (state + 0x6d2b79f5) | 0;
      let t = Math.imul(state ^ (state >>> 15), 1 | state);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      out[i] = (((t ^ (t >>> 14)) >>> 0) + 0.5) / 4294967296;
    }
  };
}

const horner = (x: number, coefficients: readonly number[]): number =>
  coefficients.reduceRight((value, coefficient) => value * x + coefficient, 0);

/** Algorithm AS 241, PPND16 (Wichura 1988): the standard normal quantile to about 1 part in 10¹⁶. */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * horner(r, CENTRE_TOP)) / horner(r, CENTRE_BOTTOM);
  }
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const x =
    r <= 5
      ? horner(r - 1.6, MIDDLE_TOP) / horner(r - 1.6, MIDDLE_BOTTOM)
      : horner(r - 5, TAIL_TOP) / horner(r - 5, TAIL_BOTTOM);
  return q < 0 ? -x : x;
}

/** The share of the normal curve below x, to its last digits however small it is. */
export function normalShare(x: number): number {
  const height = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (x > 1) return 1 - normalShare(-x);
  if (x < -1) {
    // Mills' ratio as a continued fraction (Laplace), from the end; the nearer x is to 0, the longer.
    let fraction = -x;
    for (let k = Math.ceil(400 / (x * x)) + 10; k >= 1; k--) fraction = k / fraction - x;
    return height / fraction;
  }
  let [term, sum] = [x, x];
  for (let odd = 3; Math.abs(term) > 1e-18; odd += 2) sum += term *= (x * x) / odd;
  return 0.5 + height * sum;
}

/* eslint-disable no-loss-of-precision -- the coefficients as published */
const CENTRE_TOP = [
  3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457,
  67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
];
const CENTRE_BOTTOM = [
  1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867, 39307.89580009271061,
  28729.085735721942674, 5226.495278852545925,
];
const MIDDLE_TOP = [
  1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504, 1.27045825245236838258,
  0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
];
const MIDDLE_BOTTOM = [
  1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
  0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
];
const TAIL_TOP = [
  6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123, 0.026532189526576123093,
  0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
];
const TAIL_BOTTOM = [
  1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
  1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
];
