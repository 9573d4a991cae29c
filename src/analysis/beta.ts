/** Terms of the continued fraction, of the polynomial, and halvings at most: each more than doubles can tell. */
const FRACTIONS = 60;
const NODES = 48;
const HALVINGS = 60;

/**
 * The quantile of a beta distribution with shapes of at least 1, to about 1 part in 10¹⁴. From either end the quantile
 * is smooth in the share to the power 1/a, so a Chebyshev polynomial through exact values is the quantile itself.
 */
export function betaQuantile(a: number, b: number): (share: number) => number {
  const [lower, upper] = [fromLowEnd(a, b), fromLowEnd(b, a)];
  return (share) => (share <= 0.5 ? lower(share) : 1 - upper(1 - share));
}

/** Shares of up to a half. */
function fromLowEnd(a: number, b: number): (share: number) => number {
  const whole = integral((a + 1) / (a + b + 2), a, b) + integral((b + 1) / (a + b + 2), b, a);
  const most = 0.5 ** (1 / a);
  const coefficients = chebyshev((s) => solved(whole * s ** a, a, b) / s, most);
  return (share) => {
    const s = share ** (1 / a);
    return s * clenshaw(coefficients, (2 * s) / most - 1);
  };
}

/** ∫ tᵃ⁻¹ (1 − t)ᵇ⁻¹ from 0 to x, by its continued fraction (Numerical Recipes 6.4.5), from the end. */
function integral(x: number, a: number, b: number): number {
  let fraction = 1;
  for (let m = FRACTIONS; m >= 1; m--) {
    const half = m / 2;
    const numerator = Number.isInteger(half) ? half * (b - half) : -(a + half - 0.5) * (a + b + half - 0.5);
    fraction = 1 + (numerator * x) / ((a + m - 1) * (a + m)) / fraction;
  }
  return (x ** a * (1 - x) ** b) / a / fraction;
}

/** Where the integral is so much: Newton's method inside a bracket that is halved where it would leave it. */
function solved(area: number, a: number, b: number): number {
  let [low, high] = [0, 1];
  let x = (area * a) ** (1 / a) / (1 + (area * a) ** (1 / a));
  for (let i = 0; i < HALVINGS; i++) {
    const off = integral(x, a, b) - area;
    if (off > 0) high = x;
    else low = x;
    const next = x - off / (x ** (a - 1) * (1 - x) ** (b - 1));
    const step = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(step - x) <= 4e-16 * x) break;
    x = step;
  }
  return x;
}

/** The polynomial through a function's values at the Chebyshev points from 0 to `most`, without the terms that are nothing. */
function chebyshev(f: (s: number) => number, most: number): number[] {
  const angles = Array.from({ length: NODES }, (_, k) => (Math.PI * (k + 0.5)) / NODES);
  const values = angles.map((angle) => f((most * (1 + Math.cos(angle))) / 2));
  const coefficients = angles.map((_, j) => {
    const sum = values.reduce((total, value, k) => total + value * Math.cos(j * angles[k]!), 0);
    return ((j === 0 ? 1 : 2) * sum) / NODES;
  });
  const last = coefficients.findLastIndex((each) => Math.abs(each) > 1e-17 * Math.abs(coefficients[0]!));
  return coefficients.slice(0, last + 1);
}

/** Clenshaw's sum of the Chebyshev polynomials at t. */
function clenshaw(coefficients: readonly number[], t: number): number {
  let [before, twoBefore] = [0, 0];
  for (let j = coefficients.length - 1; j >= 1; j--) {
    [before, twoBefore] = [2 * t * before - twoBefore + coefficients[j]!, before];
  }
  return t * before - twoBefore + coefficients[0]!;
}
