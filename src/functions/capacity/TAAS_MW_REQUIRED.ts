import { base } from '../../book/case';
import { define } from '../../catalogue/define';
import { money, share } from '../../catalogue/parameters';

/** Linear in ARR: tokens per dollar and per watt stay as they are. */
export const TAAS_MW_REQUIRED = define({
  name: 'TAAS_MW_REQUIRED',
  family: 'capacity',
  answers: 'Inference power that a lab’s recurring revenue needs.',
  parameters: {
    arr: money('usd_bn_year', 'Annual recurring revenue of the lab.', { default: base.arr }),
    infra_share: share('Share of it that pays for infrastructure.', { default: base.infra_share }),
    fee_per_mw: money('usd_m_mw_year', 'Infrastructure fee per IT MW-year.', { default: base.fee_per_mw }),
  },
  result: { shape: 'number', unit: 'mw', about: 'IT MW' },
  formula: (x, m) => {
    const fees = m.step('infrastructure_fees_m', x.arr.times(1000).times(x.infra_share));
    return m.step('mw_required', fees.div(x.fee_per_mw));
  },
  examples: [
    { args: {}, gives: 1050, says: '$30bn of ARR' },
    { args: { arr: 100 }, gives: 3500, says: '$100bn of ARR' },
  ],
  related: ['TAAS_REVENUE_PER_MW', 'TAAS_PPA_COVERAGE', 'TAAS_CAPACITY_GAP'],
});
