import type { Case } from '../../book/case';
import { dealIn } from '../../book/scenarios';
import type { Row } from '../../catalogue/define';
import { distributor, infrastructureFee, type Deal } from '../../economics/deal';
import type { Maths, Num } from '../../formula/num';

const LINES = [
  ['Net revenue', 'usd_bn_quarter'],
  ['Run-rate', 'usd_bn_year'],
  ['EBIT', 'usd_bn_quarter'],
  ['EBIT margin', 'margin'],
  ['Lab gross margin', 'margin'],
] as const;

/** What a deal comes to, line by line. */
function outcome(deal: Deal, m: Maths): Num[] {
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

/** One line for each result, one column for each scenario of the case. */
export function sideBySide(names: readonly string[], m: Maths, on: Case): Row[] {
  const columns = names.map((name) => outcome(dealIn(on, name, m), m));
  return LINES.map(([label, unit], i) => ({ label, unit, values: columns.map((column) => column[i]!) }));
}
