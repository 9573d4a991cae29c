import { catalogueOf } from '../../src/catalogue/catalogue';
import { derivedFiles } from '../../src/derive';
import { functions } from '../../src/functions';

export const ADDIN_URL = 'https://addin.example';

export const catalogue = catalogueOf(functions);
export const files = derivedFiles(ADDIN_URL);

/** The pages of the help: file name and text. */
export const pages = Object.entries(files).filter(([name]) => name.endsWith('.html'));

export const each = functions.map((definition) => [definition.name, definition] as const);
