import type { Model } from './declaration';
import { sheetName } from './layout';

/** What the files of a model are called, all in one folder. */
export function fileNames(model: Model): {
  readonly live: string;
  readonly native: string;
  readonly pictures: readonly string[];
} {
  const stem = sheetName(model)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return {
    live: `${stem}-live.xlsx`,
    native: `${stem}-native.xlsx`,
    pictures: model.charts.map((_, i) => `${stem}-${i + 1}.svg`),
  };
}
