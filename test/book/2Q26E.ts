/** A quarter that is not yet over: the deal of the articles' 9 points of growth, the rest our guess, as an analyst would add it. */
import type { CaseData } from '../../src/book/case-data';
import { Q1_26 } from '../../src/book/cases/1Q26';
import { chosen, note, quoted } from '../../src/book/figure';

const GUESS = 'our guess';

export const Q2_26E: CaseData = {
  ...Q1_26,
  quarter: '2Q26E',
  values: {
    ...Q1_26.values,
    token_spend: chosen(4.02, [0.1, 10], 'our choice: calibrated to 9 points of AWS growth (B27)'),
    fixed_fee: chosen(1.5, [0, 5], '600 IT MW at $10m a MW-year'),
    infra_cogs: chosen(1.18, [0, 5], GUESS),
    target_margin: chosen(0.55, [0.3, 0.7], GUESS),
    mw: chosen(600, [50, 2000], GUESS),
    run_rate: chosen(11.9, [11, 13], GUESS),

    spend_multiple: chosen(2.01, [1, 5], GUESS),
    spend_multiple_quarter_before: chosen(2.7, [1, 5], 'our choice: +170%'),
    fixed_fee_quarter_before: chosen(0.7, [0, 5], 'the deal of 1Q26'),
    mw_quarter_before: chosen(280, [50, 2000], 'the deal of 1Q26'),
    bedrock_gross_profit: note('over AWS’ operating income, as AWS reports no gross profit'),
    ai_share: chosen(0.14, [0.05, 0.2], GUESS),
    ai_share_quarter_before: quoted('B07', [0.05, 0.2]),
    ai_share_year_before: chosen(0.06, [0.045, 0.08], GUESS),
    bedrock_share: quoted('B26', [0.2, 0.6]),
    bedrock_share_year_before: chosen(0.11, [0.05, 0.2], GUESS),
    bedrock_gross_margin_year_before: chosen(0.4, [0, 0.6], GUESS),
    bedrock_ebit_margin_year_before: chosen(0.35, [0, 0.55], GUESS),
    growth_pp: chosen(10, [0, 20], GUESS),

    aws_revenue: chosen(40.2, [20, 60], GUESS),
    aws_ebit: chosen(15.3, [8, 25], GUESS),
    aws_margin: chosen(0.38, [0.3, 0.45], GUESS),
    aws_margin_rise: chosen(20, [0, 500], GUESS),
    aws_capital: chosen(270, [200, 300], GUESS),
    aws_depreciation: chosen(9.6, [4, 15], GUESS),
    aws_ai_run_rate: chosen(22, [15, 30], GUESS),

    arr: chosen(54, [40, 60], GUESS),
    arr_quarter_before: quoted('B20', [29.5, 30.5]),
    growth0: chosen(0.6, [0, 1.5], GUESS),
    forecast_periods: chosen(2, [1, 12], 'the calendar'),
    lab_revenue: chosen(10.9, [1, 20], GUESS),
    training: chosen(4, [0.5, 10], GUESS),
    lab_opex: chosen(1.5, [0.2, 5], GUESS),
  },
};
