import { distributor } from '../../economics/deal';
import type { Maths, Num } from '../../formula/num';
import { derivedList, named, type Of, type Role } from '../role';
import { aws, seedBasis } from './aws';
import { bedrock, dealBefore } from './bedrock';
import { dealOf } from './deal';

/** Core, AI IaaS and Bedrock of one quarter; Core’s margin is solved so that AWS totals its own. */
function segments(total: Num, ebit: Num, aiShare: Num, iaasMargin: Num, taas: ReturnType<typeof distributor>) {
  const iaas = total.times(aiShare).minus(taas.net);
  const core = total.minus(iaas).minus(taas.net);
  const coreMargin = ebit.minus(iaas.times(iaasMargin)).minus(taas.ebit).div(core);
  return { revenues: [core, iaas, taas.net], margins: [coreMargin, iaasMargin, taas.ebit.div(taas.net)] };
}

type Earned = Role<Num, never>;

const now = (of: Of, m: Maths, ebit: Earned = seedBasis.aws_ebit_seed) =>
  segments(of(aws.aws_revenue), of(ebit), of(bedrock.ai_share), of(bedrock.ai_iaas_margin), distributor(dealOf(of), m));
const before = (of: Of, m: Maths, ebit: Earned = seedBasis.aws_ebit_seed_quarter_before) =>
  segments(
    of(aws.aws_revenue_quarter_before),
    of(ebit),
    of(bedrock.ai_share_quarter_before),
    of(bedrock.ai_iaas_margin),
    distributor(dealBefore(of), m),
  );

const SEGMENTS = 'Core, AI IaaS, Bedrock on the SEED basis; Core’s margin is solved so that AWS totals its own';

const AS_FILED = SEGMENTS.replace('SEED', 'REPORTED');

export const bridge = named({
  segment_revenues_quarter_before: derivedList(
    'usd_bn_quarter',
    (told) => `segment revenues, ${told.quarter_before}`,
    SEGMENTS,
    (of, m) => before(of, m).revenues,
  ),
  segment_margins_quarter_before: derivedList(
    'margin',
    (told) => `segment margins, ${told.quarter_before}`,
    SEGMENTS,
    (of, m) => before(of, m).margins,
  ),
  segment_revenues: derivedList(
    'usd_bn_quarter',
    (told) => `segment revenues, ${told.now}`,
    SEGMENTS,
    (of, m) => now(of, m).revenues,
  ),
  segment_margins: derivedList(
    'margin',
    (told) => `segment margins, ${told.now}`,
    SEGMENTS,
    (of, m) => now(of, m).margins,
  ),
  segment_margins_reported_quarter_before: derivedList(
    'margin',
    (told) => `segment margins, ${told.quarter_before}, REPORTED basis`,
    AS_FILED,
    (of, m) => before(of, m, aws.aws_ebit_quarter_before).margins,
  ),
  segment_margins_reported: derivedList(
    'margin',
    (told) => `segment margins, ${told.now}, REPORTED basis`,
    AS_FILED,
    (of, m) => now(of, m, aws.aws_ebit).margins,
  ),
});
