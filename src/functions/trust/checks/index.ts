import { current, documented, type Case } from '../../../book/case';
import { catalogueOn } from '../../../book/on-case';
import type { Catalogue } from '../../../catalogue/define';
import { BEDROCK } from './bedrock';
import type { Check } from './check';
import { CLAIMS } from './claims';
import { IDENTITIES } from './identities';
import { MARGINS } from './margins';
import { modelOf } from './model';
import { headlineOf, identityOf } from './row';
import { TAAS } from './taas';

const HEADLINES = [...MARGINS, ...BEDROCK, ...TAAS, ...CLAIMS];

/**
 * All checks. Identities are of the base case and must pass; reconciliations hold the articles against the base case of
 * their quarter and may fail, and then the note says why.
 */
export function checksOf(catalogue: Catalogue, on: Case = current): Check[] {
  const model = modelOf(on, catalogue);
  const ofArticles = on === documented ? model : modelOf(documented, catalogueOn(documented, catalogue));
  return [...IDENTITIES.map((row) => identityOf(row, model)), ...HEADLINES.map((row) => headlineOf(row, ofArticles))];
}
