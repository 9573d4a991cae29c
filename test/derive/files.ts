import { parseHTML } from 'linkedom';
import { catalogueOf } from '../../src/catalogue/catalogue';
import { derivedFiles } from '../../src/derive';
import { functions } from '../../src/functions';

export const ADDIN_URL = 'https://addin.example';

export const catalogue = catalogueOf(functions);

const makers = derivedFiles(ADDIN_URL);
const texts = new WeakMap<() => string, string>();
const documents = new WeakMap<() => string, Document>();

export const fileNames = Object.keys(makers);

/** A file, made when it is first asked for. */
export function fileOf(name: string): string {
  const maker = makers[name];
  if (!maker) throw new RangeError(`no file ${name}`);
  const text = texts.get(maker) ?? maker();
  texts.set(maker, text);
  return text;
}

/** The pages of the help: of each function, the index and the data book. */
export const pageNames = fileNames.filter((name) => name.endsWith('.html'));

/** A page, to be looked at and not to be changed: `TAAS_MARGIN`. */
export function pageOf(name: string): Document {
  const maker = makers[`help/${name}.html`]!;
  const page = documents.get(maker) ?? parseHTML(fileOf(`help/${name}.html`)).document;
  documents.set(maker, page);
  return page;
}

export const each = functions.map((definition) => [definition.name, definition] as const);
