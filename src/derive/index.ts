import { functions } from '../functions';
import { functionsJson } from './functions-json';

/** Everything that is made from the catalogue at build time: file name → contents. */
export const derivedFiles = (addinUrl: string): Record<string, string> => ({
  'functions.json': functionsJson(functions, addinUrl),
});
