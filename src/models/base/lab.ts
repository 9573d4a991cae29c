import { assumed, type BaseSection } from './row';

/** A model lab as the articles have Anthropic: ARR at both ends of a quarter, and what revenue costs. */
export const LAB: BaseSection = {
  title: 'The lab',
  rows: [
    assumed(
      'lab_arr_opening',
      'ARR when the quarter opens',
      '$bn a year',
      [1, 2, 4, 6.5, 9, 30],
      'B19, B20: 30 less 21 is 9 when 1Q26 opens; before that ours',
    ),
    assumed(
      'lab_arr',
      'ARR when the quarter closes',
      '$bn a year',
      [2, 4, 6.5, 9, 30, 54],
      'B20: 30 when 1Q26 closes; 2Q26E ours: up 80%; 1Q25 to 3Q25 ours',
    ),
    assumed(
      'lab_revenue_press',
      'The lab’s revenue in the press',
      '$bn a quarter',
      [null, null, null, null, 4.8, 10.9],
      'press for 1Q26 and its forecast of 2Q26',
      { mayBeBlank: true, standing: 'estimate' },
    ),
    assumed(
      'lab_gross_margin',
      'Gross margin of inference',
      'share',
      [0.38, 0.38, 0.38, 0.38, 0.65, 0.65],
      'B24: 38% for the year 2025, set for each of its quarters; B23: mid-60s in 1Q26; 2Q26E ours',
      { least: -10, standing: 'estimate', estimate: 'assumption' },
    ),
    assumed('lab_partner_share', 'Paid to partners', 'share', 0.1, 'press: about a tenth of revenue'),
    assumed('lab_vertex_share', 'Vertex: of the lab’s revenue', 'share', 0.12, 'ours'),
    assumed('lab_vertex_payout', 'Vertex: is paid, of that', 'share', 0.25, 'ours'),
    assumed('lab_foundry_share', 'Foundry: of the lab’s revenue', 'share', 0.05, 'ours'),
    assumed('lab_foundry_payout', 'Foundry: is paid, of that', 'share', 0.2, 'ours'),
    assumed(
      'lab_training',
      'Training',
      '$bn a quarter',
      [0.5, 0.7, 0.9, 1.2, 2.4, 3.5],
      'ours: half of 1Q26’s revenue in the press',
    ),
    assumed('lab_opex', 'Other operating cost', '$bn a quarter', [0.2, 0.3, 0.4, 0.5, 0.9, 1.3], 'ours'),
    assumed(
      'lab_tokens',
      'Tokens sold through Bedrock',
      'tn tokens a quarter',
      [100, 167, 300, 494, 1333.333333, 2680],
      'ours: spend on Bedrock ÷ price',
    ),
    assumed('lab_token_cost', 'Cost to serve', '$ a million tokens', 0.41285, 'ours: the bottom-up fleet', {
      most: 10_000,
    }),
  ],
};
