import { assumed, reported, type BaseSection } from './row';

/** What BEDROCK_REVENUE takes, from AWS down. */
export const AWS_IN_THE_BLOCK: BaseSection = {
  title: 'AWS',
  rows: [
    reported(
      'aws_revenue',
      'AWS revenue',
      '$bn a quarter',
      [29.267, 30.873, 33.006, 35.579, 37.587, 41],
      'AWS.REVENUE; 2Q26E ours',
    ),
    assumed(
      'ai_share',
      'AI in AWS’ revenue',
      'share',
      [0.05, 0.06, 0.07, 0.08, 0.1, 0.12],
      'B07: about 10% in 1Q26; the others ours',
    ),
    assumed(
      'bedrock_share',
      'Bedrock in AWS’ AI revenue',
      'share',
      [0.09, 0.14, 0.19, 0.25, 0.37, 0.6],
      'B11, B12: 9% and 37%; the others ours',
    ),
  ],
};

/** Beside the block: what no function calls by this name. */
export const AWS: BaseSection = {
  title: 'AWS as reported',
  rows: [
    reported(
      'aws_ebit',
      'AWS operating income',
      '$bn a quarter',
      [11.547, 10.16, 11.434, 12.465, 14.161, 15.4],
      'AWS.EBIT; 2Q26E ours',
      { least: -1_000_000 },
    ),
    assumed(
      'aws_margin_articles',
      'AWS margin in the articles',
      'share',
      [null, null, null, 0.3567, 0.378, null],
      'A01: 37.8%; B01: 213 bp more than in 4Q25',
      { least: -1, mayBeBlank: true, standing: 'estimate' },
    ),
    reported(
      'aws_depreciation',
      'AWS depreciation and amortisation',
      '$bn a quarter',
      [4.39, 4.84, 5.65, 6.57, 7.28, 8.1],
      'AWS.DEPRECIATION (third-party); 2Q26E ours',
      { standing: 'estimate' },
    ),
    assumed(
      'ai_iaas_margin',
      'EBIT margin of AI infrastructure',
      'share',
      0.2,
      'ours; public: Oracle’s AI capacity 30 to 40% gross, CoreWeave about 1%',
      { least: -1 },
    ),
  ],
};
