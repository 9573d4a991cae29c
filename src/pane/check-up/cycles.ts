/** Cycles of a graph, of any depth: Tarjan's strongly connected components, without recursion. */

/**
 * For each component that holds a cycle and one of the starts, the shortest way from that start back to it.
 * @param size how many nodes there are
 * @param next the nodes that a node leads to
 */
export function cyclesIn(
  size: number,
  next: (node: number) => readonly number[],
  starts: readonly number[],
): readonly (readonly number[])[] {
  const component = components(size, next, starts);
  const seen = new Set<number>();
  return starts.flatMap((start) => {
    const its = component[start]!;
    if (seen.has(its)) return [];
    const cycle = wayBack(start, next, (node) => component[node] === its);
    if (!cycle) return [];
    seen.add(its);
    return [cycle];
  });
}

/** The circle that a node stands in, or is computed from. */
export interface NodeInCircle {
  /** the way around */
  readonly nodes: readonly number[];
  /** which of them the node itself is, if it is not only computed from them */
  readonly at?: number;
}

/** Ways around that are looked for in one component: where more circles meet, the nodes of the others are told one of these. */
const WAYS_AROUND = 100;

/** Of the nodes that can be reached from the starts, those that stand in a circle or lead to one. */
export function circlesIn(
  size: number,
  next: (node: number) => readonly number[],
  starts: readonly number[],
): ReadonlyMap<number, NodeInCircle> {
  const component = components(size, next, starts);
  const members: number[][] = [];
  component.forEach((its, node) => its > 0 && (members[its] ??= []).push(node));
  const circles = new Map<number, NodeInCircle>();
  // A component is found after those that it leads to.
  for (const nodes of members) {
    if (!nodes) continue;
    const led = nodes
      .flatMap(next)
      .map((to) => circles.get(to))
      .find((circle) => circle !== undefined);
    let told = led?.nodes;
    for (const [i, start] of nodes.entries()) {
      if (circles.has(start) || i >= WAYS_AROUND) continue;
      const way = wayBack(start, next, (node) => component[node] === component[start]);
      if (!way) break;
      told ??= way;
      way.forEach((node, at) => circles.set(node, { nodes: way, at }));
    }
    if (told) for (const node of nodes) if (!circles.has(node)) circles.set(node, { nodes: told });
  }
  return circles;
}

/** The component of each node that can be reached from the starts; 0 of others. */
function components(size: number, next: (node: number) => readonly number[], starts: readonly number[]): Int32Array {
  const order = new Int32Array(size);
  const low = new Int32Array(size);
  const component = new Int32Array(size);
  const open: number[] = [];
  let [visited, found] = [0, 0];

  for (const start of starts) {
    if (order[start] !== 0) continue;
    const path: { readonly node: number; readonly to: readonly number[]; at: number }[] = [];
    const enter = (node: number): void => {
      order[node] = low[node] = ++visited;
      open.push(node);
      path.push({ node, to: next(node), at: 0 });
    };
    enter(start);
    while (path.length > 0) {
      const here = path.at(-1)!;
      const to = here.to[here.at++];
      if (to !== undefined) {
        if (order[to] === 0) enter(to);
        else if (component[to] === 0) low[here.node] = Math.min(low[here.node]!, order[to]!);
        continue;
      }
      path.pop();
      const from = path.at(-1);
      if (from) low[from.node] = Math.min(low[from.node]!, low[here.node]!);
      if (low[here.node] !== order[here.node]) continue;
      found++;
      for (;;) {
        const node = open.pop()!;
        component[node] = found;
        if (node === here.node) break;
      }
    }
  }
  return component;
}

/** The shortest way from a node back to itself, breadth first. */
function wayBack(
  start: number,
  next: (node: number) => readonly number[],
  isWithin: (node: number) => boolean,
): readonly number[] | undefined {
  const from = new Map<number, number>();
  let front = [start];
  while (front.length > 0) {
    const reached: number[] = [];
    for (const node of front) {
      for (const to of next(node)) {
        if (to === start) return pathTo(node, start, from);
        if (!isWithin(to) || from.has(to)) continue;
        from.set(to, node);
        reached.push(to);
      }
    }
    front = reached;
  }
  return undefined;
}

function pathTo(node: number, start: number, from: ReadonlyMap<number, number>): readonly number[] {
  const path = [node];
  while (path[0] !== start) path.unshift(from.get(path[0]!)!);
  return path;
}
