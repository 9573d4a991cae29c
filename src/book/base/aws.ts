import { spoken } from '../../catalogue/units';
import { quarterAfter, quartersTo } from '../../catalogue/quarter';
import { derived, given, keyIn, named } from '../role';
import { reported } from '../series';

const own = named({
  aws_revenue: given('usd_bn_quarter', ({ now }) => `AWS revenue, ${now}`),
  aws_revenue_quarter_before: given('usd_bn_quarter', ({ quarter_before }) => `AWS revenue, ${quarter_before}`),
  aws_revenue_year_before_next: given('usd_bn_quarter', ({ year_before_next }) => `AWS revenue, ${year_before_next}`),
  aws_revenue_year_before: given('usd_bn_quarter', ({ year_before }) => `AWS revenue, ${year_before}`),
  aws_ebit: given('usd_bn_quarter', ({ now }) => `AWS operating income, ${now}`),
  aws_ebit_quarter_before: given('usd_bn_quarter', ({ quarter_before }) => `AWS operating income, ${quarter_before}`),
  aws_ebit_year_before: given('usd_bn_quarter', ({ year_before }) => `AWS operating income, ${year_before}`),
  aws_margin: given('margin', ({ now }) => `AWS operating margin, ${now}, as the article rounds it`),
});

export const unlistedAws = named({
  aws_margin_rise: given('bp', ({ quarter_before }) => `rise of the AWS operating margin since ${quarter_before}`),
});

const computed = named({
  aws_margin_quarter_before: derived(
    'margin',
    ({ quarter_before }) => `AWS operating margin, ${quarter_before}, SEED basis`,
    ({ source, figure }) => {
      const [margin, rise] = [own.aws_margin, unlistedAws.aws_margin_rise];
      return `${keyIn(source(margin))} − ${keyIn(source(rise))}: ${spoken(figure(margin), 'share')} less ${spoken(figure(rise), 'bp')}`;
    },
    (of) => of(own.aws_margin).minus(of(unlistedAws.aws_margin_rise).div(10000)),
  ),
  aws_margin_reported: derived(
    'margin',
    ({ now }) => `AWS operating margin, ${now}, as filed`,
    ({ source }) => `${keyIn(source(own.aws_ebit))} over revenue`,
    (of) => of(own.aws_ebit).div(of(own.aws_revenue)),
  ),
  aws_annual_revenue: derived(
    'usd_bn_year',
    ({ now }) => `AWS revenue, ${now} × 4`,
    ({ source }) => keyIn(source(own.aws_revenue)),
    (of) => of(own.aws_revenue).times(4),
  ),
  aws_ebit_ttm: derived(
    'usd_bn_year',
    ({ now }) => `AWS operating income, four quarters to ${now}`,
    ({ now }) => `AWS.EBIT.${quarterAfter(now, -3)} to ${now}`,
    (of, m, { quarter_before }) =>
      m.sum([
        ...quartersTo(quarter_before, 3).map((quarter) => m.num(reported('AWS', 'EBIT', quarter))),
        of(own.aws_ebit),
      ]),
  ),
  aws_capital: derived(
    'usd_bn',
    ({ now, year_before }) => `AWS segment assets, average of ${year_before} and ${now}`,
    'AWS.ASSETS, a third party’s series; gross of liabilities, so returns are a floor',
    (_, m, { now, year_before }) =>
      m
        .num(reported('AWS', 'ASSETS', year_before))
        .plus(reported('AWS', 'ASSETS', now))
        .div(2),
  ),
  aws_depreciation: given('usd_bn_quarter', ({ now }) => `AWS depreciation and amortisation, ${now}`),
});

/** AWS, as it is reported and as the articles round it. */
export const aws = { ...own, ...computed };

/** Totals on the SEED basis: revenue as reported, margins as the articles give them. */
export const seedBasis = named({
  aws_ebit_seed: derived(
    'usd_bn_quarter',
    ({ now }) => `AWS EBIT, ${now}, SEED basis`,
    ({ figure }) => `AWS revenue × ${spoken(figure(aws.aws_margin), 'share')}`,
    (of) => of(aws.aws_revenue).times(of(aws.aws_margin)),
  ),
  aws_ebit_seed_quarter_before: derived(
    'usd_bn_quarter',
    ({ quarter_before }) => `AWS EBIT, ${quarter_before}, SEED basis`,
    ({ figure }) => `AWS revenue × ${spoken(figure(aws.aws_margin_quarter_before), 'share')}`,
    (of) => of(aws.aws_revenue_quarter_before).times(of(aws.aws_margin_quarter_before)),
  ),
});
