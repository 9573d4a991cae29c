import { writeFileSync } from 'node:fs';
import type { Catalogue } from '../catalogue/define';
import { nameAndArguments } from './eval';
import { Failure, Misuse } from './problem';

/** `--chart out.svg`: the picture of the same analysis. The drawing library is loaded only for this. */
export async function drawTo(path: string, words: readonly string[], catalogue: Catalogue): Promise<void> {
  if (!path.endsWith('.svg')) throw new Misuse(`--chart is ${path}: expected a file that ends in .svg.`);
  const { chartSvgOf } = await import('../charts/svg');
  const { definition, args } = nameAndArguments(words, catalogue);
  const svg = chartSvgOf(definition, args, catalogue);
  if (svg === undefined) {
    throw new Misuse(
      `${definition.name} has no chart: TAAS_TORNADO, TAAS_GRID, TAAS_SOLVE, TAAS_SIMULATE and TAAS_HISTOGRAM have one.`,
    );
  }
  try {
    writeFileSync(path, svg);
  } catch (error) {
    throw new Failure(`${path} cannot be written: ${(error as Error).message}.`);
  }
}
