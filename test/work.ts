/** Work as a number of steps, which is the same on every machine, however busy. */
import { Session, type Profiler } from 'node:inspector';

const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });

/** How often functions of ours were entered since this was last asked. */
function steps(): number {
  let count = 0;
  session.post('Profiler.takePreciseCoverage', (_error, { result }) => (count = sumOf(result)));
  return count;
}

const sumOf = (scripts: readonly Profiler.ScriptCoverage[]): number =>
  scripts
    .filter(({ url }) => url.includes('/src/'))
    .flatMap(({ functions }) => functions.map(({ ranges }) => ranges[0]!.count))
    .reduce((sum, count) => sum + count, 0);

/** What twice as much takes, in times of what it took: 2 for work that grows with its size, 4 for its square. */
export function growthOf(run: (size: number) => void, size: number): number {
  const [, once, twice] = [size, size, 2 * size].map((each) => {
    steps();
    run(each);
    return steps();
  });
  return twice! / once!;
}
