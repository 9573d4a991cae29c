/** The ready models, each with the sheet of inputs that it stands on. */
import { baseSheet } from './base-sheet';
import type { Model } from './declaration';
import { modelSheet } from './layout';
import { MARGIN_BRIDGE } from './t1-margin-bridge';
import { DEAL_ECONOMICS } from './t2-deal';
import { PEER_MARGINS } from './t3-peers';
import { LAB_PROFIT } from './t4-lab';
import { CAPACITY_AND_POWER } from './t5-capacity';
import { SCENARIOS_AND_RISK } from './t6-scenarios';
import { VERTICAL_ECONOMICS } from './t7-verticals';
import type { WorkbookFile } from './xlsx/workbook-file';

export const MODELS: readonly Model[] = [
  MARGIN_BRIDGE,
  DEAL_ECONOMICS,
  PEER_MARGINS,
  LAB_PROFIT,
  CAPACITY_AND_POWER,
  SCENARIOS_AND_RISK,
  VERTICAL_ECONOMICS,
];

/** Models and the inputs below them as a workbook: formulas, and no values yet. */
export function workbookOf(models: readonly Model[]): WorkbookFile {
  const sheets = models.map(modelSheet);
  return {
    sheets: [...sheets.map(({ sheet }) => sheet), baseSheet()],
    names: sheets.flatMap(({ names }) => names),
  };
}
