import { catalogueOf } from '../catalogue/catalogue';
import { VERSION } from '../book/version';
import { functions } from '../functions';
import { catalogueJson } from './catalogue-json';
import { catalogueSchema } from './catalogue-schema';
import { functionsJson } from './functions-json';
import { helpFiles } from './help';
import { llmsTxt } from './llms-txt';

/** Everything that is made from the catalogue at build time: file name → what makes its contents. */
export function derivedFiles(addinUrl: string): Record<string, () => string> {
  const catalogue = catalogueOf(functions);
  return {
    'functions.json': () => functionsJson(functions, addinUrl),
    'catalogue.json': () => catalogueJson(catalogue, addinUrl),
    'catalogue.schema.json': catalogueSchema,
    'llms.txt': () => llmsTxt(catalogue),
    'version.json': () => `${JSON.stringify({ version: VERSION })}\n`,
    ...helpFiles(catalogue),
  };
}
