/** Circles in any graph: told by searching it from every node, and by the finder that the grid and Check-up share. */
import fc from 'fast-check';
import { circlesIn, cyclesIn } from '../../../src/pane/check-up/cycles';

const SIZE = 9;
const graphs = fc.array(fc.array(fc.nat(SIZE - 1), { maxLength: 3 }), { minLength: SIZE, maxLength: SIZE });
const all = [...Array(SIZE).keys()];

/** Every node that a walk from this one comes to. */
function reached(graph: readonly (readonly number[])[], start: number): ReadonlySet<number> {
  const seen = new Set<number>();
  const walk = [start];
  while (walk.length > 0) {
    for (const to of graph[walk.pop()!]!) {
      if (seen.has(to)) continue;
      seen.add(to);
      walk.push(to);
    }
  }
  return seen;
}

test('a node is in a circle where a walk from it comes back, and computed from one where a walk comes to such a node', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const circles = circlesIn(SIZE, (node) => graph[node]!, all);
      const isIn = (node: number): boolean => reached(graph, node).has(node);
      expect(all.filter((node) => circles.get(node)?.at !== undefined)).toEqual(all.filter(isIn));
      expect(all.filter((node) => circles.has(node))).toEqual(
        all.filter((node) => isIn(node) || [...reached(graph, node)].some(isIn)),
      );
      for (const [node, { nodes, at }] of circles) {
        if (at !== undefined) expect(nodes[at]).toBe(node);
        nodes.forEach((each, i) => expect(graph[each]).toContain(nodes[(i + 1) % nodes.length]));
      }
      const ways = cyclesIn(SIZE, (node) => graph[node]!, all);
      expect(ways.length > 0).toBe(circles.size > 0);
    }),
    { numRuns: 300 },
  );
});

test('one circle of 100,000 nodes, with as many computed from it', () => {
  const size = 200_000;
  const next = (node: number): number[] => [node === 0 ? size / 2 - 1 : node - 1];
  const circles = circlesIn(size, next, [...Array(size).keys()]);
  expect([circles.size, circles.get(0)!.nodes.length, circles.get(size - 1)!.at]).toEqual([size, size / 2, undefined]);
});
