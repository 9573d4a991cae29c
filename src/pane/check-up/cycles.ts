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
