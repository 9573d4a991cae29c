import { constants, copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { nearest } from '../catalogue/catalogue';
import { MODELS } from '../models';
import { fileNames } from '../models/file-names';
import { newFile } from './new-file';
import { Failure, Misuse } from './problem';

/** The build writes the models beside the command. */
const BUILT = join(__dirname, '..', 'models');

interface Options {
  readonly native?: boolean;
  readonly out?: string;
  readonly json?: boolean;
  readonly force?: boolean;
}

/** `taas models` lists the ready models, `taas models T1` writes one of them as a workbook. */
export function models(words: readonly string[], options: Options, folder = BUILT): string {
  const [word, ...more] = words;
  if (more.length > 0) throw new Misuse(`models: ${words.join(' ')} are ${words.length} models: expected one.`);
  return word === undefined ? listed(options) : written(word, options, folder);
}

function listed({ native, out, json, force }: Options): string {
  if (native || out !== undefined || force)
    throw new Misuse(
      'models: --native, --out and --force say how one of the models is written: expected its key, such as T1.',
    );
  if (json) return JSON.stringify(MODELS.map(({ key, name, question }) => ({ key, name, question })));
  const width = Math.max(...MODELS.map(({ name }) => name.length));
  return MODELS.map(({ key, name, question }) => `${key}  ${name.padEnd(width)}  ${question}`).join('\n');
}

function written(word: string, { native = false, out, json, force = false }: Options, folder: string): string {
  const model = MODELS.find(({ key }) => key === word.toUpperCase());
  if (!model) {
    const keys = MODELS.map(({ key }) => key);
    throw new Misuse(
      `models: no model ${word.slice(0, 80)}; the nearest is ${nearest(word.toUpperCase(), keys, 1)[0]!} of ${keys.join(', ')}.`,
    );
  }
  const name = fileNames(model)[native ? 'native' : 'live'];
  const file = out ?? name;
  if (!/\.xlsx$/i.test(file)) throw new Misuse(`--out is ${file}: expected a file that ends in .xlsx.`);
  const source = join(folder, name);
  if (!existsSync(source))
    throw new Failure(`The ready models are not there (${source}): npm run build writes them into dist/models.`);
  newFile(file, '--out', () => copyFileSync(source, file, force ? 0 : constants.COPYFILE_EXCL));
  return json ? JSON.stringify({ key: model.key, file }) : `${model.key} ${model.name}: ${file}`;
}
