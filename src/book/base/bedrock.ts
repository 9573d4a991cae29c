import { spoken } from '../../catalogue/units';
import { distributor, type Deal } from '../../economics/deal';
import { quarterAfter } from '../../catalogue/quarter';
import { derived, given, named, type Of } from '../role';
import { aws } from './aws';
import { capacity } from './capacity';
import { deal, dealOf } from './deal';

const before = named({
  spend_multiple: given('ratio', ({ now }) => `customer spend of ${now} over that of the quarter before`),
  spend_multiple_quarter_before: given(
    'ratio',
    ({ quarter_before }) => `customer spend of ${quarter_before} over that of the quarter before`,
  ),
  fixed_fee_quarter_before: given(
    'usd_bn_quarter',
    ({ quarter_before }) => `flat infrastructure fee, ${quarter_before}`,
  ),
  mw_quarter_before: given('mw', ({ quarter_before }) => `IT power behind the deal, ${quarter_before}`),
});
export const unlistedBedrock = before;

/** The deal of the quarter before; its cost follows the megawatts. */
export const dealBefore = (of: Of): Deal => ({
  ...dealOf(of),
  token_spend: of(deal.token_spend).div(of(before.spend_multiple)),
  fixed_fee: of(before.fixed_fee_quarter_before),
  infra_cogs: of(deal.infra_cogs).times(of(before.mw_quarter_before)).div(of(capacity.mw)),
});

export const bedrock = named({
  bedrock_net_revenue: derived(
    'usd_bn_quarter',
    ({ now }) => `Bedrock net revenue, ${now}`,
    'the base deal',
    (of, m) => distributor(dealOf(of), m).net,
  ),
  bedrock_gross_profit: derived(
    'usd_bn_quarter',
    ({ now }) => `Bedrock gross profit, ${now}`,
    'the base deal',
    (of, m) => distributor(dealOf(of), m).gross,
  ),
  bedrock_ebit: derived(
    'usd_bn_quarter',
    ({ now }) => `Bedrock EBIT, ${now}`,
    'the base deal',
    (of, m) => distributor(dealOf(of), m).ebit,
  ),
  bedrock_net_revenue_quarter_before: derived(
    'usd_bn_quarter',
    ({ quarter_before }) => `Bedrock net revenue, ${quarter_before}`,
    ({ quarter_before, figure }) =>
      `the base deal in ${quarter_before}: spend ÷ ${figure(before.spend_multiple)}, fee ${figure(before.fixed_fee_quarter_before).toFixed(2)}, ${figure(before.mw_quarter_before)} MW`,
    (of, m) => distributor(dealBefore(of), m).net,
  ),
  bedrock_ebit_quarter_before: derived(
    'usd_bn_quarter',
    ({ quarter_before }) => `Bedrock EBIT, ${quarter_before}`,
    ({ quarter_before }) => `the base deal in ${quarter_before}`,
    (of, m) => distributor(dealBefore(of), m).ebit,
  ),
  ai_share: given('share', ({ now }) => `AI share of AWS revenue, ${now}`),
  ai_share_quarter_before: given('share', ({ quarter_before }) => `AI share of AWS revenue, ${quarter_before}`),
  ai_share_year_before: given('share', ({ year_before }) => `AI share of AWS revenue, ${year_before}`),
  bedrock_share: given('share', ({ now }) => `Bedrock’s share of AWS AI revenue, ${now}`),
  bedrock_share_year_before: given('share', ({ year_before }) => `Bedrock’s share of AWS AI revenue, ${year_before}`),
  bedrock_gross_margin_year_before: given('margin', ({ year_before }) => `Bedrock gross margin, ${year_before}`),
  bedrock_ebit_margin_year_before: given('margin', ({ year_before }) => `Bedrock EBIT margin, ${year_before}`),
  ai_iaas_margin: given('margin', 'EBIT margin of AI infrastructure rented by the hour'),
});

const revenueYearBefore = named({
  bedrock_net_revenue_year_before: derived(
    'usd_bn_quarter',
    ({ year_before }) => `Bedrock net revenue, ${year_before}`,
    ({ figure }) =>
      `AWS revenue × ${spoken(figure(bedrock.ai_share_year_before), 'share')} × ${spoken(figure(bedrock.bedrock_share_year_before), 'share')}`,
    (of) =>
      of(aws.aws_revenue_year_before)
        .times(of(bedrock.ai_share_year_before))
        .times(of(bedrock.bedrock_share_year_before)),
  ),
});
const { bedrock_net_revenue_year_before } = revenueYearBefore;

/** How Bedrock came to where it is. */
export const path = {
  ...revenueYearBefore,
  ...named({
    bedrock_gross_profit_year_before: derived(
      'usd_bn_quarter',
      ({ year_before }) => `Bedrock gross profit, ${year_before}`,
      ({ year_before, figure }) =>
        `Bedrock ${year_before} revenue at a ${spoken(figure(bedrock.bedrock_gross_margin_year_before), 'share')} gross margin`,
      (of) => of(bedrock_net_revenue_year_before).times(of(bedrock.bedrock_gross_margin_year_before)),
    ),
    bedrock_ebit_year_before: derived(
      'usd_bn_quarter',
      ({ year_before }) => `Bedrock EBIT, ${year_before}`,
      ({ year_before, figure }) =>
        `Bedrock ${year_before} revenue at a ${spoken(figure(bedrock.bedrock_ebit_margin_year_before), 'share')} EBIT margin`,
      (of) => of(bedrock_net_revenue_year_before).times(of(bedrock.bedrock_ebit_margin_year_before)),
    ),
    bedrock_net_revenue_year_before_next: derived(
      'usd_bn_quarter',
      ({ year_before_next }) => `Bedrock net revenue, ${year_before_next}`,
      ({ now, quarter_before, year_before, figure }) => {
        const middle = quarterAfter(now, -2);
        const [last, earlier] = [figure(before.spend_multiple), figure(before.spend_multiple_quarter_before)];
        const [risen, risenEarlier] = [last, earlier].map((multiple) => `+${spoken(multiple - 1, 'share')}`);
        return `geometric mean of ${year_before} and ${middle}; ${middle} = ${quarter_before} ÷ ${earlier}, ${quarter_before} = ${now} ÷ ${last} (customer spend ${risenEarlier!}, ${risen!})`;
      },
      (of) =>
        of(bedrock_net_revenue_year_before)
          .times(
            of(bedrock.bedrock_net_revenue)
              .div(of(before.spend_multiple))
              .div(of(before.spend_multiple_quarter_before)),
          )
          .pow(0.5),
    ),
    growth_pp: given('pp', ({ next }) => `points of AWS growth that Bedrock adds in ${next}E`),
  }),
};
