/** The ready models, each with the sheet of inputs that it stands on. */
import type { Model } from './declaration';
import { MARGIN_BRIDGE } from './t1-margin-bridge';
import { DEAL_ECONOMICS } from './t2-deal';
import { PEER_MARGINS } from './t3-peers';
import { LAB_PROFIT } from './t4-lab';
import { CAPACITY_AND_POWER } from './t5-capacity';
import { SCENARIOS_AND_RISK } from './t6-scenarios';
import { VERTICAL_ECONOMICS } from './t7-verticals';

export { workbookOf } from './workbook';

export const MODELS: readonly Model[] = [
  MARGIN_BRIDGE,
  DEAL_ECONOMICS,
  PEER_MARGINS,
  LAB_PROFIT,
  CAPACITY_AND_POWER,
  SCENARIOS_AND_RISK,
  VERTICAL_ECONOMICS,
];
