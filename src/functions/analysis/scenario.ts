import { base } from '../../book/assumptions';
import type { Scenario } from '../../book/scenarios';
import type { Row } from '../../catalogue/define';
import { distributor, infrastructureFee } from '../../economics/deal';
import type { Maths, Num } from '../../formula/num';

const LINES = [
  ['Net revenue', 'usd_bn_quarter'],
  ['Run-rate', 'usd_bn_year'],
  ['EBIT', 'usd_bn_quarter'],
  ['EBIT margin', 'margin'],
  ['Lab gross margin', 'margin'],
] as const;

/** What a scenario of the base deal comes to, line by line. */
function outcome(scenario: Scenario, m: Maths): Num[] {
  const deal = {
    token_spend: scenario.token_spend(m),
    fixed_fee: scenario.fixed_fee(m),
    infra_rate: base.infra_rate.value(m),
    tiers: base.tiers.value(m),
    infra_cogs: scenario.infra_cogs(m),
    opex_rate: base.opex_rate.value(m),
    mode: 'MARGINAL' as const,
    rev_share_scale: scenario.rev_share_scale(m),
  };
  const { net, ebit } = distributor(deal, m);
  const labGross = m.step('lab_gross_profit', deal.token_spend.minus(infrastructureFee(deal, m)));
  return [
    net,
    m.step('run_rate', net.times(4)),
    ebit,
    m.step('ebit_margin', ebit.div(net)),
    m.step('lab_gross_margin', labGross.div(deal.token_spend)),
  ];
}

/** One line for each result, one column for each scenario. */
export function sideBySide(scenarios: readonly Scenario[], m: Maths): Row[] {
  const columns = scenarios.map((scenario) => outcome(scenario, m));
  return LINES.map(([label, unit], i) => ({ label, unit, values: columns.map((column) => column[i]!) }));
}
