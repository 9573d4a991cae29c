import type { Host, Progress } from '../host';
import { placeOfArea, type LookedAt } from './looked-at';
import { paced } from './paced';
import type { Left, Plan, Planned } from './replace';
import { typedValue } from './typed-value';

/** The values of our cells in place of their formulas, each table with every cell of it. */
export async function freeze(seen: readonly LookedAt[], host: Host, progress?: Progress): Promise<Plan> {
  const planned: Planned[] = [];
  const left: Left[] = [];
  await paced(seen, progress, async ({ place, formula, value, area }) => {
    if (typeof value === 'string' && value.startsWith('#')) {
      left.push({ place, formula, why: `it shows ${value}` });
      return;
    }
    const isOne = area.rows * area.columns === 1;
    const values = isOne ? [[value]] : await host.values(placeOfArea(area));
    planned.push({ place, formula, area, values, cells: values.map((row) => row.map(typedValue)) });
  });
  return { how: 'frozen', planned, left };
}
