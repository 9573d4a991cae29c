import { derived, given, named } from '../role';

const seats = named({
  copilot_seats: given('millions', 'commercial seats of Microsoft 365'),
});

export const unlistedSeats = named({
  copilot_paid_seats: given('millions', 'seats that pay for Copilot'),
});

/** Other ways to sell tokens, and the lab that makes them. */
export const verticals = named({
  api_partner_share: given('share', 'share of API revenue paid to the channel'),
  ...seats,
  copilot_price: given('usd_month', 'list price of Copilot'),
  copilot_attach: derived(
    'share',
    'seats that pay for Copilot',
    ({ source, figure }) => `${source(unlistedSeats.copilot_paid_seats)} of ${figure(seats.copilot_seats)}m`,
    (of) => of(unlistedSeats.copilot_paid_seats).div(of(seats.copilot_seats)),
  ),
  copilot_discount: given('share', 'discount off the list price'),
  copilot_cost: given('usd_month', 'cost to serve a paid seat'),
  lab_revenue: given('usd_bn_quarter', ({ now }) => `Anthropic revenue, ${now}`),
  inference_rate: given('share', 'inference cost over revenue'),
  lab_partner_share: given('share', 'payouts to cloud partners over revenue'),
  training: given('usd_bn_quarter', ({ now }) => `training cost, ${now}`),
  lab_opex: given('usd_bn_quarter', ({ now }) => `other operating cost of the lab, ${now}`),
});

/** What stands behind cross-checks. */
export const background = named({
  arr_quarter_before: given(
    'usd_bn_year',
    ({ quarter_before }) => `Anthropic annual recurring revenue, end of ${quarter_before}`,
  ),
  aws_ai_run_rate: given('usd_bn_year', ({ now }) => `AWS AI revenue run-rate, ${now}`),
  openai_backlog: given('usd_bn', 'OpenAI orders in Microsoft’s backlog'),
  azure_annual_revenue: given('usd_bn_year', 'Azure revenue of a year'),
});

/** How an analysis is run unless one says otherwise. */
export const analysis = named({
  trials: given('count', 'trials of a simulation'),
  seed: given('count', 'start of the random numbers'),
  bins: given('count', 'bins of a histogram'),
  delta: given('share', 'how far a tornado moves each input'),
});
