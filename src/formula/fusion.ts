import { isAbsolute, type Expression } from './expression';

/** A few operations done in one pass over a column: the same operations in the same order, so the same digits. */
export interface Fusion {
  readonly kernel: FusedKernel;
  readonly operands: readonly Expression[];
  /** nodes that no longer need a column of their own */
  readonly absorbed: readonly Expression[];
}

export type FusedKernel = (out: Float64Array, n: number, a: Float64Array, b: Float64Array, c: Float64Array) => void;

type IsPrivate = (node: Expression) => boolean;

/**
 * The fused form of a node, if it has one.
 * @param isPrivate whether nothing else uses that node, so that it may be absorbed
 */
export const fusionOf = (node: Expression, isPrivate: IsPrivate): Fusion | undefined =>
  sumOfBands(node, isPrivate) ??
  absolute(node, isPrivate) ??
  withProduct(node, isPrivate) ??
  quotientOfDifference(node, isPrivate);

/** |a| */
function absolute(node: Expression, isPrivate: IsPrivate): Fusion | undefined {
  if (!isAbsolute(node)) return undefined;
  const [x, negative] = node.args as [Expression, Expression];
  return isPrivate(negative) ? { kernel: size, operands: [x], absorbed: [negative] } : undefined;
}

const size: FusedKernel = (o, n, a) => {
  for (let i = 0; i < n; i++) o[i] = Math.abs(a[i]!);
};

/** a ± b·c, b·c + a */
function withProduct(node: Expression, isPrivate: IsPrivate): Fusion | undefined {
  if (node.op !== 'plus' && node.op !== 'minus') return undefined;
  const [left, right] = node.args as [Expression, Expression];
  const isProduct = (x: Expression): boolean => x.op === 'times' && isPrivate(x);
  if (isProduct(right)) {
    const kernel = node.op === 'plus' ? plusProduct : minusProduct;
    return { kernel, operands: [left, ...right.args], absorbed: [right] };
  }
  if (node.op === 'plus' && isProduct(left))
    return { kernel: plusProduct, operands: [right, ...left.args], absorbed: [left] };
  return undefined;
}

const plusProduct: FusedKernel = (o, n, a, b, c) => {
  for (let i = 0; i < n; i++) o[i] = a[i]! + b[i]! * c[i]!;
};
const minusProduct: FusedKernel = (o, n, a, b, c) => {
  for (let i = 0; i < n; i++) o[i] = a[i]! - b[i]! * c[i]!;
};

/** (a − b) / c */
function quotientOfDifference(node: Expression, isPrivate: IsPrivate): Fusion | undefined {
  if (node.op !== 'div') return undefined;
  const [top, bottom] = node.args as [Expression, Expression];
  if (top.op !== 'minus' || !isPrivate(top)) return undefined;
  return { kernel: differenceOver, operands: [...top.args, bottom], absorbed: [top] };
}

const differenceOver: FusedKernel = (o, n, a, b, c) => {
  for (let i = 0; i < n; i++) o[i] = c[i] === 0 ? NaN : (a[i]! - b[i]!) / c[i]!;
};

/** max(0, min(x, to) − from) · rate: what a tiered share charges on the part of x inside one tier. */
interface Band {
  readonly x: Expression;
  readonly from: number;
  readonly to: number;
  readonly rate: number;
  readonly nodes: readonly Expression[];
}

/** The tiers of one amount, all constant: one pass over the amount. */
function sumOfBands(node: Expression, isPrivate: IsPrivate): Fusion | undefined {
  if (node.op !== 'sum' || node.args.length === 0) return undefined;
  const bands = node.args.map(bandOf);
  const x = bands[0]?.x;
  if (x === undefined || !bands.every((band) => band?.x === x && band.nodes.every(isPrivate))) return undefined;
  const [from, to, rate] = (['from', 'to', 'rate'] as const).map((part) =>
    Float64Array.from(bands, (band) => band![part]),
  );
  return {
    operands: [x],
    absorbed: bands.flatMap((band) => band!.nodes),
    kernel: bands.length === 3 ? threeBands(from!, to!, rate!) : anyBands(from!, to!, rate!),
  };
}

type Bands = (from: Float64Array, to: Float64Array, rate: Float64Array) => FusedKernel;

const anyBands: Bands = (from, to, rate) => (o, n, a) => {
  for (let i = 0; i < n; i++) {
    let total = 0;
    for (let t = 0; t < rate.length; t++) total += Math.max(0, Math.min(a[i]!, to[t]!) - from[t]!) * rate[t]!;
    o[i] = total;
  }
};

/** The same written out for the three tiers of the base case: the limits stay in registers. */
const threeBands: Bands = (from, to, rate) => {
  const [from1, from2, from3] = from as unknown as [number, number, number];
  const [to1, to2, to3] = to as unknown as [number, number, number];
  const [rate1, rate2, rate3] = rate as unknown as [number, number, number];
  return (o, n, a) => {
    for (let i = 0; i < n; i++) {
      const x = a[i]!;
      o[i] =
        Math.max(0, Math.min(x, to1) - from1) * rate1 +
        Math.max(0, Math.min(x, to2) - from2) * rate2 +
        Math.max(0, Math.min(x, to3) - from3) * rate3;
    }
  };
};

function bandOf(node: Expression): Band | undefined {
  const [inside, rate] = node.op === 'times' ? (node.args as [Expression, Expression]) : [];
  if (
    inside?.op !== 'max' ||
    rate?.op !== 'constant' ||
    !(inside.args[0]?.op === 'constant' && inside.args[0].value === 0)
  )
    return undefined;
  const nodes = [node, inside];
  let x = inside.args[1]!;
  let from = 0;
  let to = Infinity;
  if (x.op === 'minus' && x.args[1]!.op === 'constant') {
    nodes.push(x);
    from = x.args[1]!.value;
    x = x.args[0]!;
  }
  if (x.op === 'min' && x.args[1]!.op === 'constant') {
    nodes.push(x);
    to = x.args[1]!.value;
    x = x.args[0]!;
  }
  return x.op === 'constant' ? undefined : { x, from, to, rate: rate.value, nodes };
}
