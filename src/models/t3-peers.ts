import {
  check,
  constant,
  heading,
  line,
  money,
  percent,
  points,
  remark,
  table,
  total,
  type Entry,
  type Model,
} from './declaration';

/** The clouds in the order of their rows; `aws` and so on begin the names of their rows. */
const CLOUDS = [
  { name: 'aws', label: 'AWS' },
  { name: 'google', label: 'Google Cloud' },
  { name: 'microsoft', label: 'Microsoft Intelligent Cloud' },
  { name: 'oracle', label: 'Oracle cloud infrastructure' },
  { name: 'coreweave', label: 'CoreWeave' },
] as const;
const LABELS = CLOUDS.map(({ label }) => label);
const UNDISCLOSED = '"undisclosed"';

/** A blank cell is no zero: what a company does not disclose stays blank. */
const disclosed = (name: string): string => `=IF(ISNUMBER(Base.${name}),Base.${name},"")`;
const where = (given: readonly string[], formula: string, otherwise = UNDISCLOSED): string =>
  `=IF(AND(${given.map((each) => `ISNUMBER(${each})`).join(',')}),${formula},${otherwise})`;

const rowsOf = (what: 'revenue' | 'ebit', unit: string): Entry[] =>
  CLOUDS.map(({ name, label }) => line(`${name}_${what}`, label, unit, disclosed(`${name}_${what}`)));

const life = (cloud: string, label: string, years: number, source: string): Entry =>
  constant(`${cloud}_LIFE`, `${label}: servers are written off over`, 'years', years, { least: 1, most: 20 }, source, {
    standing: 'estimate',
  });
const ANNUAL_REPORTS = 'annual reports, by way of an article';

const inTrend = 'all.ordinal,">"&now.ordinal-TREND,all.ordinal,"<="&now.ordinal';

/** The columns of a comparison: those of the chosen quarter, and how they moved. */
const comparison = (name: string, column: number): string =>
  [
    where([`now.${name}_revenue`], `now.${name}_revenue`),
    where([`now.${name}_ebit`], `now.${name}_ebit`),
    where([`now.${name}_margin`], `now.${name}_margin`),
    where([`now.${name}_margin`, `before.${name}_margin`], `(now.${name}_margin-before.${name}_margin)*BP`),
    where([`now.${name}_margin`, `yearago.${name}_margin`], `(now.${name}_margin-yearago.${name}_margin)*BP`),
    `=IF(COUNTIFS(${inTrend},all.${name}_margin,"<=1")<TREND,${UNDISCLOSED},SUMPRODUCT(all.weight,all.${name}_margin)/SUMPRODUCT(all.weight,all.ordinal)*BP)`,
  ][column]!;

const adjusted = (name: string, column: number): string => {
  const its = `${name.toUpperCase()}_LIFE`;
  const [margin, revenue, depreciation] = [`now.${name}_margin`, `now.${name}_revenue`, `now.${name}_depreciation`];
  const excluded = name === 'google' ? 'GOOGLE_TRAINING' : '0';
  const restated = (charge: string, to: string): string =>
    `TAAS_RESTATED_MARGIN(${margin},${revenue},${charge},${its},${to},SERVERS,"SIMPLE",0,0,${excluded})`;
  return [
    `=${its}`,
    '=COMMON_LIFE',
    where([depreciation], depreciation),
    where([depreciation, revenue], `TAAS_LIFE_IMPACT(${depreciation},${revenue},${its},COMMON_LIFE,SERVERS)`),
    `=${excluded}`,
    // Without depreciation the margin stays at the company's own life.
    where([margin], `IF(ISNUMBER(${depreciation}),${restated(depreciation, 'COMMON_LIFE')},${restated('0', its)})`),
  ][column]!;
};

/** What tokens can be of a cloud's revenue: yearly revenue, AI in it, infrastructure in that. */
const TOKENS = [
  { label: 'AWS', year: 'now.aws_revenue*QUARTERS', ai: 'now.aws_ai', iaas: 'now.aws_iaas' },
  { label: 'Google Cloud', year: 'now.google_revenue*QUARTERS', ai: 'now.google_ai', iaas: 'now.google_iaas' },
  { label: 'Azure', year: 'AZURE_REVENUE', ai: 'now.azure_ai', iaas: 'now.azure_iaas' },
] as const;

/** Peers' margins side by side, on one life of servers, and what is left for tokens. */
export const PEER_MARGINS: Model = {
  key: 'T3',
  name: 'Peer margins',
  question: 'Did AWS pull ahead of the other clouds?',
  about:
    'Azure’s own margin is undisclosed: Microsoft Intelligent Cloud is a wider segment. What a company does not disclose stays blank, never zero.',
  entries: [
    heading('Revenue'),
    ...rowsOf('revenue', '$bn a quarter'),
    heading('EBIT'),
    ...rowsOf('ebit', '$bn a quarter'),
    heading('EBIT margin'),
    ...CLOUDS.map(({ name, label }) =>
      line(
        `${name}_margin`,
        label,
        'share of revenue',
        where([`${name}_ebit`, `${name}_revenue`], `${name}_ebit/${name}_revenue`, '""'),
        {
          ...(name === 'microsoft' && { note: 'wider than Azure' }),
          ...((name === 'oracle' || name === 'coreweave') && { note: 'undisclosed: see the lines below' }),
        },
      ),
    ),
    total(
      'lead',
      'AWS’ lead over Google Cloud',
      'pp',
      where(['aws_margin', 'google_margin'], '(aws_margin-google_margin)*PP', '""'),
    ),
    line(
      'oracle_ai',
      'Oracle’s AI capacity: gross margin, not EBIT',
      'share of revenue',
      disclosed('oracle_ai_gross_margin'),
    ),
    line(
      'coreweave_adjusted',
      'CoreWeave: adjusted operating margin, not EBIT',
      'share of revenue',
      disclosed('coreweave_adjusted_margin'),
    ),
    check('Nobody earns more than it sells', '=MAX(aws_margin:coreweave_margin)<=1', 'an EBIT is above its revenue'),
    check(
      'What is undisclosed is blank, not zero',
      '=COUNTIF(aws_revenue:coreweave_revenue,0)+COUNTIF(aws_ebit:coreweave_ebit,0)=0',
      'a revenue or EBIT is zero: leave blank what is not disclosed',
    ),

    heading('The trend'),
    constant(
      'TREND',
      'Quarters in a trend, up to the chosen one',
      'quarters',
      5,
      { least: 3, most: 12, whole: true },
      'as TAAS_PEERS has it',
    ),
    line('ordinal', 'The quarter, counted', 'quarters', '=MATCH(CASE,CASES,0)', { format: '0' }),
    line(
      'weight',
      'Its distance from the middle of the trend',
      'quarters',
      `=IF(AND(ordinal>now.ordinal-TREND,ordinal<=now.ordinal),ordinal-AVERAGEIFS(all.ordinal,${inTrend}),0)`,
      { format: '0.0' },
    ),
    table({
      name: 'peers',
      title: 'The chosen quarter',
      unit: '$bn a quarter; share; bp',
      headings: ['Revenue', 'EBIT', 'Margin', 'QoQ, bp', 'YoY, bp', 'Slope, bp'],
      labels: LABELS,
      format: [money, money, percent, points, points, points],
      formula: (row, column) => comparison(CLOUDS[row]!.name, column),
      note: 'Slope: least squares, bp a quarter',
    }),
    check(
      'The lead moved by what the margins moved',
      '=IF(COUNT(peers.r1.c5,peers.r2.c5)=0,TRUE,ABS((now.lead-yearago.lead)*BP/PP-(peers.r1.c5-peers.r2.c5))<TOLERANCE*BP)',
      'the lead did not move by the difference of the margins’ moves',
      true,
    ),

    heading('On one life of servers, with the training that a segment leaves out'),
    life('AWS', 'AWS', 5, 'C03: five years, of a subset of its servers'),
    life('GOOGLE', 'Google Cloud', 6, ANNUAL_REPORTS),
    life('MICROSOFT', 'Microsoft', 6, ANNUAL_REPORTS),
    life('ORACLE', 'Oracle', 6, ANNUAL_REPORTS),
    life('COREWEAVE', 'CoreWeave', 6, ANNUAL_REPORTS),
    constant(
      'COMMON_LIFE',
      'The life that all are restated to',
      'years',
      6,
      { least: 1, most: 20 },
      'ours: what peers use',
    ),
    constant('SERVERS', 'Servers in depreciation', 'share', 0.7, { least: 0, most: 1 }, 'ours; 50 to 80%'),
    constant(
      'TRAINING_CEILING',
      'The most that training outside Google Cloud can be',
      '$bn a quarter',
      4.19,
      { least: 0, most: 1_000 },
      'Alphabet-level activities of 2025, 16.760, by the quarter: 10-K, by way of a third party',
      { standing: 'estimate' },
    ),
    constant(
      'GOOGLE_TRAINING',
      'DeepMind’s training, put back into Google Cloud',
      '$bn a quarter',
      1,
      { least: 0, most: 1_000 },
      'ours: undisclosed; 4.19 is the ceiling',
    ),
    check(
      'Training stays below its ceiling',
      '=GOOGLE_TRAINING<=TRAINING_CEILING',
      'the training put back is above all Alphabet-level activities',
      true,
    ),
    ...CLOUDS.map(({ name, label }) =>
      line(
        `${name}_depreciation`,
        `${label}: depreciation and amortisation`,
        '$bn a quarter',
        disclosed(`${name}_depreciation`),
        {
          ...(name !== 'aws' && { note: 'blank: undisclosed' }),
        },
      ),
    ),
    table({
      name: 'restated',
      title: 'Margins, restated in the chosen quarter',
      unit: 'years; $bn a quarter; bp; share',
      headings: ['Life', 'Restated to', 'D&A', 'Effect, bp', 'Training', 'Margin'],
      labels: LABELS,
      format: ['0.0', '0.0', money, points, money, percent],
      formula: (row, column) => adjusted(CLOUDS[row]!.name, column),
      note: 'without D&A: at the company’s own life',
    }),
    check(
      'AWS’ margin moved by the effect of life alone',
      '=ABS((restated.r1.c6-now.aws_margin)*BP-restated.r1.c4)<TOLERANCE*BP',
      'AWS’ restated margin is not its margin and the effect of life',
      true,
    ),

    heading('What is left for tokens'),
    line('aws_ai', 'AI in AWS’ revenue', 'share', disclosed('ai_share')),
    line('google_ai', 'AI in Google Cloud’s revenue', 'share', disclosed('google_ai_share')),
    line('azure_ai', 'AI in Azure’s revenue', 'share', disclosed('azure_ai_share')),
    line('aws_iaas', 'Infrastructure in AWS’ AI', 'share', '=1-Base.bedrock_share'),
    line('google_iaas', 'Infrastructure in Google Cloud’s AI, at least', 'share', disclosed('google_iaas_share')),
    line('azure_iaas', 'Infrastructure in Azure’s AI, at least', 'share', disclosed('azure_iaas_share')),
    constant(
      'AZURE_REVENUE',
      'Azure’s revenue of a year, in 1Q26',
      '$bn a year',
      105,
      { least: 1, most: 10_000 },
      'ours: over 75 in fiscal 2025, up 40%; B30’s 2.5 × backlog says 100 to 112',
    ),
    constant(
      'CLAIM',
      'The articles: TaaS of each is over',
      '$bn a year',
      10,
      { least: 0, most: 10_000 },
      'B16: over $10bn of ARR each, in May 2026',
      { standing: 'estimate' },
    ),
    table({
      name: 'tokens',
      title: 'The most that tokens can be, in the chosen quarter',
      unit: '$bn a year; share',
      headings: ['Revenue', 'AI', 'IaaS of AI', 'TaaS cap', 'Against the claim'],
      labels: TOKENS.map(({ label }) => label),
      format: [money, percent, percent, money, 'General'],
      formula: (row, column) => {
        const { year, ai, iaas } = TOKENS[row]!;
        const cap = `tokens.r${row + 1}.c4`;
        return [
          `=${year}`,
          where([ai], ai),
          where([iaas], iaas),
          where([ai, iaas], `${year}*${ai}*(1-${iaas})`),
          where([cap], `IF(${cap}>CLAIM,"can hold","too small: not net revenue")`),
        ][column]!;
      },
      note: 'B16 can be billings, gross, or ARR at the exit',
    }),
    check(
      'Tokens and infrastructure are AI’s revenue',
      '=IF(COUNT(tokens.r1.c4)=0,TRUE,ABS(tokens.r1.c4+tokens.r1.c1*tokens.r1.c2*tokens.r1.c3-tokens.r1.c1*tokens.r1.c2)<TOLERANCE*BP)',
      'tokens and infrastructure do not add up to AI’s revenue',
      true,
    ),

    heading('Flags'),
    remark(
      'AWS: five years for a subset of servers; the charge is higher than its peers’, so that the margin is lower, not boosted.',
    ),
    remark('Google Cloud: model training of DeepMind is outside the segment, and undisclosed; six years.'),
    remark(
      'Microsoft: Intelligent Cloud is wider than Azure, whose own margin is undisclosed; six years; the revenue and EBIT are a third party’s.',
    ),
    remark('Oracle: no operating income of OCI; CoreWeave: an adjusted margin only. Neither is ranked.'),
    remark(
      'AWS and Google Cloud are filed; AI shares are the articles’; lives by way of an article; what is ours says so. Not investment advice.',
    ),
  ],
  charts: [
    {
      kind: 'lines',
      title:
        '="In a year to "&CASE&" the margin moved by "&TEXT(peers.r1.c5/PP,"0.0")&" pp at AWS, "&TEXT(peers.r2.c5/PP,"0.0")&" at Google Cloud, "&TEXT(peers.r3.c5/PP,"0.0")&" at Microsoft"',
      across: 'Quarter',
      up: 'EBIT margin',
      format: '0%',
      series: [
        ['aws_margin', 'AWS'],
        ['google_margin', 'Google Cloud'],
        ['microsoft_margin', 'Microsoft Intelligent Cloud'],
      ],
    },
    {
      kind: 'lines',
      title:
        '="AWS’ lead over Google Cloud "&IF(now.lead<yearago.lead,"narrowed",IF(now.lead>yearago.lead,"widened","stood"))&" from "&TEXT(yearago.lead,"0.0")&" to "&TEXT(now.lead,"0.0")&" pp in the year to "&CASE',
      across: 'Quarter',
      up: 'Lead, pp of EBIT margin',
      format: '0.0',
      series: [['lead', 'AWS less Google Cloud']],
    },
  ],
};
