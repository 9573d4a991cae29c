import { assumed, reported, type BaseSection } from './row';

const UNDISCLOSED = { mayBeBlank: true, standing: 'estimate' } as const;

/** The clouds beside AWS: what they file, and what they do not, which stays blank. */
export const PEERS: BaseSection = {
  title: 'Peers',
  rows: [
    reported(
      'google_revenue',
      'Google Cloud revenue',
      '$bn a quarter',
      [12.26, 13.624, 15.157, 17.664, 20.03, 21.5],
      'GOOGLE_CLOUD.REVENUE; 2Q26E ours',
    ),
    reported(
      'google_ebit',
      'Google Cloud operating income',
      '$bn a quarter',
      [2.177, 2.826, 3.594, 5.313, 6.6, 7.084],
      'GOOGLE_CLOUD.EBIT; 2Q26E ours: the margin of 1Q26',
      { least: -1_000_000 },
    ),
    reported(
      'microsoft_revenue',
      'Microsoft Intelligent Cloud revenue',
      '$bn a quarter',
      [26.751, 29.878, 30.9, 32.9, 34.7, 36.4],
      'MICROSOFT_IC.REVENUE (third-party); 2Q26E ours',
      { standing: 'estimate' },
    ),
    reported(
      'microsoft_ebit',
      'Microsoft Intelligent Cloud operating income',
      '$bn a quarter',
      [11.095, 12.14, 13.39, 13.87, 13.75, 14.424],
      'MICROSOFT_IC.EBIT (third-party); 2Q26E ours: the margin of 1Q26',
      { least: -1_000_000, standing: 'estimate' },
    ),
    assumed(
      'oracle_revenue',
      'Oracle cloud infrastructure revenue',
      '$bn a quarter',
      [null, null, null, null, 4.9, null],
      'Oracle for its fiscal 3Q26, to February, by way of an article; blank: not in the data book',
      UNDISCLOSED,
    ),
    assumed(
      'oracle_ebit',
      'Oracle cloud infrastructure operating income',
      '$bn a quarter',
      [],
      'undisclosed: Oracle gives no operating income of OCI',
      { ...UNDISCLOSED, least: -1_000_000 },
    ),
    assumed(
      'oracle_ai_gross_margin',
      'Gross margin of Oracle’s AI capacity',
      'share',
      [null, null, null, null, 0.32, null],
      'Oracle for its fiscal 3Q26, by way of an article',
      { ...UNDISCLOSED, least: -1 },
    ),
    assumed(
      'coreweave_revenue',
      'CoreWeave revenue',
      '$bn a quarter',
      [null, null, null, null, 2.08, null],
      'CoreWeave for 1Q26, by way of an article; blank: not in the data book',
      UNDISCLOSED,
    ),
    assumed(
      'coreweave_ebit',
      'CoreWeave operating income',
      '$bn a quarter',
      [],
      'not in the data book: only an adjusted margin is',
      { ...UNDISCLOSED, least: -1_000_000 },
    ),
    assumed(
      'coreweave_adjusted_margin',
      'CoreWeave’s adjusted operating margin',
      'share',
      [null, null, null, null, 0.01, null],
      'CoreWeave for 1Q26: about 1%, by way of an article',
      { ...UNDISCLOSED, least: -1 },
    ),
    ...(
      [
        ['google', 'Google Cloud'],
        ['microsoft', 'Microsoft Intelligent Cloud'],
        ['oracle', 'Oracle cloud infrastructure'],
        ['coreweave', 'CoreWeave'],
      ] as const
    ).map(([name, company]) =>
      assumed(
        `${name}_depreciation`,
        `${company} depreciation and amortisation`,
        '$bn a quarter',
        [],
        'undisclosed for the segment, or not in the data book: your own figure goes here',
        { mayBeBlank: true },
      ),
    ),
    assumed(
      'google_ai_share',
      'AI in Google Cloud’s revenue',
      'share',
      [null, null, null, null, 0.36, null],
      'B08: 36%',
      UNDISCLOSED,
    ),
    assumed('azure_ai_share', 'AI in Azure’s revenue', 'share', [null, null, null, null, 0.27, null], 'B09: 27%', {
      ...UNDISCLOSED,
    }),
    assumed(
      'google_iaas_share',
      'Infrastructure in Google Cloud’s AI revenue',
      'share',
      [null, null, null, null, 0.8, null],
      'B10: over 80%, so that what is left is the most that tokens can be',
      UNDISCLOSED,
    ),
    assumed(
      'azure_iaas_share',
      'Infrastructure in Azure’s AI revenue',
      'share',
      [null, null, null, null, 0.8, null],
      'B10: over 80%, so that what is left is the most that tokens can be',
      UNDISCLOSED,
    ),
  ],
};
