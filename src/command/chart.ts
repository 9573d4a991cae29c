import { writeFileSync } from 'node:fs';
import type { Catalogue } from '../catalogue/define';
import { replacementsIn } from '../catalogue/inputs';
import { named } from '../catalogue/subject';
import { newFile } from './new-file';
import { Misuse } from './problem';
import { parseWords } from './subject';

/** `--chart out.svg`: the picture of the same analysis. The drawing library is loaded only for this. */
export async function drawTo(
  path: string,
  words: readonly string[],
  force: boolean,
  catalogue: Catalogue,
): Promise<void> {
  if (!path.endsWith('.svg')) throw new Misuse(`--chart is ${path}: expected a file that ends in .svg.`);
  const [{ CHARTED }, { chartSvgOf }] = await Promise.all([import('../charts'), import('../charts/svg')]);
  const { text, pairs } = parseWords(words);
  const { definition, given } = named(catalogue, text, { argument: 'formula' }, true);
  const typed = [...replacementsIn(definition, pairs, given)].map(([name, { value }]) => [name, value] as const);
  const svg = chartSvgOf(definition, { ...given, ...Object.fromEntries(typed) }, catalogue);
  if (svg === undefined) {
    throw new Misuse(
      `${definition.name} has no chart: ${CHARTED.slice(0, -1).join(', ')} and ${CHARTED.at(-1)!} have one.`,
    );
  }
  newFile(path, '--chart', () => writeFileSync(path, svg, { flag: force ? 'w' : 'wx' }));
}
