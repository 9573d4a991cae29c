/** Whatever value of an input a dense scan finds, the solver finds: for every number of every function. */
import fc from 'fast-check';
import { callByName } from '../../src/catalogue/call';
import type { Definition } from '../../src/catalogue/define';
import type { Pairs } from '../../src/catalogue/inputs';
import { isAssumption } from '../../src/catalogue/lift';
import { orProblem, Problem } from '../../src/catalogue/problem';
import { functions } from '../../src/functions';
import { computer } from '../../src/analysis/rows';
import { subjectOf, type Subject } from '../../src/analysis/subject';
import { pathsOf, variedIn, type Varied } from '../../src/analysis/varied';
import { RUNS } from '../catalogue/seed';
import { catalogue } from '../functions/cell';

/** Arguments for functions that cannot be called without any. */
const NEEDED: Readonly<Record<string, Pairs>> = {
  TAAS_BLENDED_MARGIN: [
    ['revenues[1]', 5],
    ['revenues[2]', 3],
    ['margins[1]', 0.3],
    ['margins[2]', -0.1],
  ],
  TAAS_PPA_COVERAGE: [
    ['contracted_mw[1]', 1920],
    ['contracted_mw[2]', 300],
    ['required_mw', 2400],
  ],
  TAAS_PPA_PRICE: [
    ['contract_value', 18],
    ['mw', 1920],
    ['years', 17],
  ],
  TAAS_EXPECTED_MARGIN: [
    ['demands[1]', 0.8],
    ['demands[2]', 1.1],
    ['probabilities[1]', 0.6],
    ['probabilities[2]', 0.4],
  ],
  TAAS_SHOCK_MARGIN: [['demand', 0.9]],
  // A share of gross profit needs it.
  TAAS_REV_SHARE: [['fixed_fee', 0.7]],
  TAAS_PAYBACK: [
    ['capex', 20],
    ['annual_cash[1]', 4],
    ['annual_cash[2]', 6],
    ['annual_cash[3]', 5],
    ['annual_cash[4]', 7],
    ['annual_cash[5]', 7],
  ],
};

const scalars = functions.filter(({ formula, result }) => formula !== undefined && result.shape === 'number');

/** Each function as it stands, and with each option of each of its choices. */
const cases = scalars.flatMap((definition: Definition) => {
  const needed = NEEDED[definition.name] ?? [];
  const options = Object.entries(definition.parameters).flatMap(([name, parameter]) =>
    'options' in parameter ? Object.keys(parameter.options).map((option) => [name, option] as const) : [],
  );
  const others = options.filter(([name, option]) => option !== (definition.parameters[name] as { default: string }).default); // prettier-ignore
  return [needed, ...others.map((option) => [...needed, option])].flatMap((inputs) => {
    // A basis may lack what a function needs; it says so, and there is nothing to solve.
    const isLacking = inputs.at(-1)?.[0] === 'basis' && orProblem(() => subjectOf(catalogue, definition.name, inputs));
    return isLacking instanceof Problem ? [] : [{ name: definition.name, inputs }];
  });
});

interface Question {
  readonly subject: Subject;
  /** the call as an analyst types it */
  readonly text: string;
  readonly varied: Varied;
  readonly low: number;
  readonly high: number;
  readonly base: number;
}

const snapped = (x: number): number => Number(x.toPrecision(15));

/** `TAAS_MARGIN(1,,,{0,0.2;1,0.25})` */
function typed({ definition: { name, parameters }, inputs }: Subject): string {
  const constant = (x: unknown): string => (typeof x === 'string' ? `"${x}"` : String(x));
  const args = Object.keys(parameters).map((parameter) => {
    const plain = inputs[parameter];
    if (plain === undefined || isAssumption(plain)) return '';
    return Array.isArray(plain)
      ? `{${plain.map((row) => [row].flat().map(constant).join(',')).join(';')}}`
      : constant(plain);
  });
  return `${name}(${args.join(',')})`;
}

/** Times the base: nothing between 1 and 1, a base outside the range, one end alone. */
const ENDS = [-0.5, 0, 0.5, 0.99, 1, 1, 1.01, 2, 30] as const;

/** One input of one function; `moves` shift the inputs away from the base case, `ends` narrow where to look. */
const question = fc
  .record({
    of: fc.constantFrom(...cases),
    path: fc.nat(),
    moves: fc.option(fc.array(fc.constantFrom(0, 0.3, 0.9, 1, 1, 1.1, 2, 7), { minLength: 30, maxLength: 30 })),
    ends: fc.option(fc.tuple(fc.constantFrom(...ENDS), fc.constantFrom(...ENDS)), { freq: 2 }),
  })
  .map(({ of: { name, inputs }, path, moves, ends }): Question => {
    const start = subjectOf(catalogue, name, inputs);
    const moved = pathsOf(start).flatMap((each, i): Pairs => {
      const { base, allows } = variedIn(start, each, 'inputs');
      if (!moves || base === undefined || /probabilities|\.from/.test(each)) return [];
      const value = snapped(base * moves[i]!);
      return allows(value) ? [[each, value]] : [];
    });
    const set = moved.map(([each]) => each);
    const all = [...inputs.filter(([each]) => !set.includes(each)), ...moved];
    // What the gate refuses, such as revenues of nothing, is not asked about.
    const elsewhere = orProblem(() => subjectOf(catalogue, name, all));
    const text = typed(elsewhere instanceof Problem ? start : elsewhere);
    const paths = pathsOf(subjectOf(catalogue, text, []));
    const asked = paths[path % paths.length]!;
    const subject = subjectOf(catalogue, text, [], [asked]);
    const varied = variedIn(subject, asked, 'param');
    const [least, most] = [Math.max(varied.low, -1e6), Math.min(varied.high, 1e6)];
    const inside = (ends ?? []).map((end) => snapped((varied.base || 1) * end)).filter((x) => x >= least && x <= most);
    const [low = least, high = most] = inside.filter(varied.allows).sort((a, b) => a - b);
    return { subject, text, varied, low, high, base: varied.base ?? Math.min(Math.max(0, low), high) };
  });

/** A scan has five times as many places; SCAN=4000 FUZZ_RUNS=10000 npx jest solver looks further. */
const POINTS = Number(process.env['SCAN'] ?? 1000);

/** Places all over the range: on both sides of the base from near to far, evenly, and towards the ends. */
function everywhere({ low, high, base, varied }: Question): Float64Array {
  const xs = [low, high, base, Math.min(Math.max(base, low), high)];
  for (let i = 0; i < POINTS; i++) {
    const share = i / POINTS;
    xs.push(low + (high - low) * share);
    for (const end of [low, high]) xs.push(base + (end - base) * 10 ** (-10 * share), end + (base - end) * 10 ** (-10 * share)); // prettier-ignore
  }
  return Float64Array.from(xs.filter((x) => x >= low && x <= high && varied.allows(x))).sort();
}

interface Scan {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly compute: (rows: readonly Float64Array[], out: Float64Array) => void;
}

/** Where the function is the target, by the scan alone: halving wherever the sign changes, all places at once. */
function scanned({ xs, ys, compute }: Scan, target: number): number[] {
  const isTarget = (y: number): boolean => Math.abs(y - target) <= 1e-12 * Math.abs(target);
  const found: number[] = [];
  const at: number[] = [];
  for (let i = 0; i < xs.length; i++) {
    if (isTarget(ys[i]!)) found.push(xs[i]!);
    else if ((ys[i]! - target) * (ys[i + 1]! - target) < 0 && !isTarget(ys[i + 1]!)) at.push(i);
  }
  const [left, right] = [Float64Array.from(at, (i) => xs[i]!), Float64Array.from(at, (i) => xs[i + 1]!)];
  const sign = at.map((i) => Math.sign(ys[i]! - target));
  const [middle, y] = [new Float64Array(at.length), new Float64Array(at.length)];
  for (let i = 0; i < 70; i++) {
    at.forEach((_, j) => (middle[j] = (left[j]! + right[j]!) / 2));
    compute([middle], y);
    at.forEach((_, j) => ((Math.sign(y[j]! - target) === sign[j] ? left : right)[j] = middle[j]!));
  }
  const [onLeft, onRight] = [new Float64Array(at.length), new Float64Array(at.length)];
  compute([left], onLeft);
  compute([right], onRight);
  at.forEach((i, j) => {
    const size = Math.abs(target) + Math.min(Math.abs(ys[i]! - target), Math.abs(ys[i + 1]! - target));
    const off = Math.max(Math.abs(onLeft[j]! - target), Math.abs(onRight[j]! - target));
    if (off < 1e-8 * size) found.push(left[j]!);
  });
  return found;
}

/** A value that the function has somewhere, or a number that an analyst may ask for. */
const wish = fc.oneof(
  fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ target: fc.constantFrom(0, 0.1, 0.25, 0.5, 0.55, -0.5, 1, 1.5, 2, -3, 50, 1000) }),
);

test('every value that a dense scan finds is found, or a nearer one; what is found gives the target', () => {
  const counts = { asked: 0, answered: 0, most: 0 };
  fc.assert(
    fc.property(question, fc.array(wish, { minLength: 3, maxLength: 3 }), (asked, wishes) => {
      const { subject, text, varied, low, high, base } = asked;
      const xs = everywhere(asked);
      const ys = new Float64Array(xs.length);
      const compute = computer(subject, [varied]);
      compute([xs], ys);
      const values = ys.filter((y) => Number.isFinite(y) && Math.abs(y) < 1e15);
      for (const each of wishes) {
        if ('share' in each && values.length === 0) continue;
        const target = 'target' in each ? each.target : snapped(values[Math.floor(each.share * (values.length - 1))]!);
        const solve = {
          function: text,
          target,
          param: varied.path,
          low: low === varied.low ? null : low,
          high: high === varied.high ? null : high,
        };
        const answer = callByName(catalogue.find('TAAS_SOLVE'), solve, catalogue);
        const roots = scanned({ xs, ys, compute }, target);
        const nearest = roots.sort((a, b) => Math.abs(a - base) - Math.abs(b - base))[0];
        counts.asked += 1;
        const told = JSON.stringify(solve);
        if (answer instanceof Problem) {
          if (answer.sentence.includes('did you mean')) continue;
          if (nearest !== undefined) throw new Error(`${told}: ${answer.sentence} The scan finds ${nearest}.`);
          expect(answer.code).toBe('#N/A');
          continue;
        }
        const root = answer.cells[0]![0] as number;
        counts.answered += 1;
        counts.most = Math.max(counts.most, Number(answer.notes!['evaluations']));
        const at = (x: number): number => {
          const y = new Float64Array(1);
          compute([Float64Array.of(x)], y);
          return y[0]!;
        };
        const off = (x: number): number => Math.abs(at(x) - target);
        // Beside a pole the last of 15 digits is worth more than that.
        const digit = Math.abs(at(root * (1 + 5e-15)) - at(root * (1 - 5e-15))) || 0;
        if (!(off(root) <= Math.max(1e-8 * Math.abs(target), 1e-11, digit)))
          throw new Error(`${told}: ${root} is off by ${off(root)}`);
        // Doubles do not tell two places apart between which the function is the target all along.
        const between = [0.1, 0.3, 0.5, 0.8].map((share) => off(root + ((nearest ?? root) - root) * share));
        const isSame = between.every((each) => each <= 1e-11 * Math.abs(target));
        if (nearest !== undefined && Math.abs(root - base) > Math.abs(nearest - base) * (1 + 1e-9) && !isSame)
          throw new Error(`${told}: ${root}. The scan finds ${nearest}, which is nearer ${base}.`);
      }
    }),
    { numRuns: RUNS ?? 250, endOnFailure: true },
  );
  // Most questions have an answer, found after a few hundred evaluations.
  expect(counts.answered).toBeGreaterThan(counts.asked / 2);
  expect(counts.most).toBeLessThanOrEqual(1000);
});
