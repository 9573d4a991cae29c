import { markup } from '../../help/markup';
import { claim } from '../claim';
import { bn, bnTenths, bp, bpWhole, pp, quoted, ratio, share } from '../figure';
import { either, moved, moves, size, thanBefore } from '../turns';

/** The rise itself, as the articles have it and as it was filed. */
export const RISE = claim({
  id: 'rise',
  title: 'AWS’ margin rose, and the rise alone added to EBIT',
  quotes: ['B01', 'A01', 'A02'],
  model: 'T1',
  picture: {
    title: 'The change of AWS’ margin on the quarter before, as quoted and as filed',
    up: 'bp',
    format: '0',
    of: [
      ['said', 'Articles'],
      ['filed', 'Filed'],
    ],
  },
  figures: {
    said: quoted(bpWhole, 'B01'),
    filed: bp('Change of AWS’ margin on the quarter before, as filed', '=T3.peers.r1.c4'),
    level: share('AWS’ margin in the article, A01', '=TAAS_FACT("A01")'),
    filedLevel: share('AWS’ margin as filed', '=T3.now.aws_margin'),
    before: share('AWS’ margin in 4Q25 as filed', '=T3.before.aws_margin'),
    impliedBefore: share('AWS’ margin in 4Q25 that the articles’ change implies', '=T1.before.margin'),
    year: bp('Change of AWS’ margin on a year before, as filed', '=T3.peers.r1.c5'),
    saidExtra: quoted(bnTenths, 'A02'),
    extra: bn('What the articles’ change is worth on AWS’ revenue', '=T1.headline'),
    filedExtra: bn(
      'What the filed change is worth on AWS’ revenue',
      '=(T3.now.aws_margin-T3.before.aws_margin)*T3.now.aws_revenue',
    ),
    needs: bn('AWS’ quarterly revenue at which both would be true', '=TAAS_FACT("A02")/(TAAS_FACT("B01")/10000)'),
    revenue: bn('AWS’ revenue as filed', '=T3.now.aws_revenue'),
    leverage: ratio('Growth of EBIT on growth of revenue, on a year before', '=T1.leverage'),
  },
  verdict: ({ said, filed, filedExtra, saidExtra }) =>
    filed <= 0 ? 'not' : Math.abs(filed - said) < 1 && Math.abs(filedExtra - saidExtra) < 0.05 ? 'holds' : 'part',
  says: (f, v) => [
    markup`As filed, AWS’ margin ${moved(v.filed)} from ${f.before} to ${f.filedLevel}: ${size(f.filed)} on the quarter before, ${thanBefore(v.filed - v.said)} the ${f.said} that the articles quote. ${either(Math.abs(v.filed - v.said) < 1, 'Both agree.', markup`Theirs is right only if 4Q25 is taken as ${f.impliedBefore}, which no filing shows. A reading is that a charge of that quarter was added back; no article says so.`)}`,
    markup`On a year before, the margin ${moved(v.year)} by ${size(f.year)}. EBIT grew ${f.leverage} as fast as revenue, so that operating leverage ${either(v.leverage > 1, 'shows on the year as well', 'is a matter of the quarter, not of the year')}.`,
    markup`The “about ${f.saidExtra}” of extra operating income is ${f.filedExtra} on the filed change and ${f.extra} on the articles’ own: ${either(Math.abs(v.filedExtra - v.extra) < 0.05, 'both come from one bridge', 'the change and the extra income come from different bridges')}. Both would be true of a cloud with ${f.needs} of revenue a quarter; AWS has ${f.revenue}.`,
  ],
  working: (f) => markup`change of the margin × revenue of the quarter: ${f.said} of ${f.revenue} is ${f.extra}`,
  standing:
    'Revenue and EBIT are facts that Amazon filed. The margin’s level and change are the articles’: a ratio of rounded figures, and an analyst’s figure. Which charge would explain the difference is nobody’s statement.',
});

/** How much of the rise is Bedrock. */
export const BEDROCK_PART = claim({
  id: 'bedrock',
  title: 'Claude through Bedrock drove the rise',
  quotes: ['C01', 'C16'],
  model: 'T1',
  picture: 0,
  figures: {
    rise: bp('Change of AWS’ margin, on the articles’ basis', '=T1.bridge.r4.c3'),
    core: bp('The core in the bridge', '=T1.bridge.r1.c3'),
    coreMix: bp('Of it mix', '=T1.bridge.r1.c1'),
    coreRate: bp('Of it rate', '=T1.bridge.r1.c2'),
    iaas: bp('AI infrastructure in the bridge', '=T1.bridge.r2.c3'),
    bedrock: bp('Bedrock in the bridge', '=T1.bridge.r3.c3'),
    mix: bp('Of it mix', '=T1.bridge.r3.c1'),
    rate: bp('Of it rate', '=T1.bridge.r3.c2'),
    portion: share('Bedrock’s part of the rise', '=T1.bridge.r3.c3/T1.bridge.r4.c3'),
    without: bp('AWS’ rise without Bedrock', '=T1.impact.r2.c1'),
    contribution: bp('Bedrock’s contribution by that view', '=T1.impact.r3.c1'),
    ofEbit: share('Bedrock’s share of the rise of EBIT', '=T1.impact.r4.c1'),
    most: bp(
      'Bedrock’s contribution had it earned nothing in 4Q25',
      '=INDEX(TAAS_SEGMENT_IMPACT(T1.before.revenue,T1.before.ebit,T1.now.revenue,T1.now.ebit,T1.before.bedrock,0,T1.now.bedrock,T1.now.bedrock_ebit,FALSE),3)',
    ),
    mostPortion: share(
      'The same, of the rise',
      '=INDEX(TAAS_SEGMENT_IMPACT(T1.before.revenue,T1.before.ebit,T1.now.revenue,T1.now.ebit,T1.before.bedrock,0,T1.now.bedrock,T1.now.bedrock_ebit,FALSE),3)/T1.bridge.r4.c3',
    ),
    before: share('Bedrock’s margin in 4Q25, ours', '=T1.before.bedrock_margin'),
  },
  verdict: ({ portion }) => (portion > 0.5 ? 'holds' : portion > 0 ? 'part' : 'not'),
  says: (f, v) => [
    markup`On our terms of the deal Bedrock is ${f.bedrock} of ${f.rise}, ${f.portion} of it: ${f.mix} because more of AWS’ revenue is Bedrock, ${f.rate} because Bedrock’s own margin ${moved(v.rate)}. AI infrastructure is ${f.iaas} and the core ${f.core}, of which ${f.coreRate} are the core’s own margin and ${f.coreMix} its weight.`,
    markup`Taken out of AWS altogether, Bedrock leaves a rise of ${f.without}; its contribution by that view is ${f.contribution}, and its share of the rise of EBIT is ${f.ofEbit}.`,
    either(
      v.portion > 0.5,
      markup`So Bedrock is the larger part of the rise.`,
      markup`So the larger part is not Bedrock but the core. Only if Bedrock had earned nothing in 4Q25, where we have ${f.before}, would its contribution be ${f.most}, ${f.mostPortion} of the rise; the claim needs a margin near that.`,
    ),
  ],
  working: (f) =>
    markup`mix: change of the share of revenue × (own margin − AWS’ margin); rate: change of the own margin × share of revenue; both at the average of the quarters. ${f.core} + ${f.iaas} + ${f.bedrock} = ${f.rise}`,
  standing:
    'AWS’ revenue is a fact that Amazon filed; the change of the margin is the articles’. Bedrock’s and AI’s shares are the articles’ estimates in 1Q26 and our assumption in 4Q25; the deal and the margin of AI infrastructure are our assumptions, and the core is what is left. Amazon discloses no margin of any segment.',
});

/** The lead over Google Cloud. */
export const LEAD = claim({
  id: 'lead',
  title: 'AWS has pulled ahead',
  quotes: ['C09', 'A03'],
  model: 'T3',
  picture: 1,
  figures: {
    year: pp('AWS’ lead over Google Cloud in 1Q25', '=T3.yearago.lead'),
    before: pp('The lead in 4Q25', '=T3.before.lead'),
    now: pp('The lead in 1Q26', '=T3.now.lead'),
    aws: share('AWS’ margin as filed', '=T3.now.aws_margin'),
    google: share('Google Cloud’s margin as filed', '=T3.now.google_margin'),
    said: quoted(share, 'A03'),
    microsoft: share('Microsoft Intelligent Cloud’s margin', '=T3.now.microsoft_margin'),
    awsSlope: bp('AWS’ trend, a quarter', '=T3.peers.r1.c6'),
    googleSlope: bp('Google Cloud’s trend, a quarter', '=T3.peers.r2.c6'),
  },
  verdict: ({ year, before, now, aws, microsoft }) =>
    now < before && now < year ? (now > 0 && aws > microsoft ? 'part' : 'not') : aws > microsoft ? 'holds' : 'part',
  says: (f, v) => [
    markup`AWS ${either(v.now > 0, 'is ahead of', 'is behind')} Google Cloud, ${f.aws} against ${f.google} (the article has ${f.said}), and the lead ${either(v.now < v.year, 'has narrowed', 'has widened')}: ${f.year} in 1Q25, ${f.before} in 4Q25, ${f.now} in 1Q26.`,
    markup`By least squares over the quarters of the trend AWS’ margin ${moves(v.awsSlope)} by ${size(f.awsSlope)} a quarter and Google Cloud’s ${moves(v.googleSlope)} by ${size(f.googleSlope)}. ${either(v.awsSlope < v.googleSlope, 'A “true rising trend” of AWS alone is not in the filings; it is there only from the trough in 2Q25.', 'AWS has the steeper trend.')}`,
    markup`Against Microsoft Intelligent Cloud AWS is ${either(v.aws > v.microsoft, 'ahead', 'behind')}: it has ${f.microsoft}. That segment is wider than Azure, whose own margin is not disclosed.`,
  ],
  working: (f) => markup`EBIT ÷ revenue of each segment, and the difference: ${f.aws} − ${f.google} = ${f.now}`,
  standing:
    'Facts: revenue and EBIT of AWS and of Google Cloud, as filed. Estimate: Microsoft’s segment, by way of a third party. Nobody outside Microsoft knows Azure’s margin.',
});

/** Whether peers lagged. */
export const PEERS = claim({
  id: 'peers',
  title: 'The other clouds lagged',
  quotes: ['B38', 'B37', 'C17', 'C19'],
  model: 'T3',
  picture: 0,
  figures: {
    aws: bp('AWS on the quarter before', '=T3.peers.r1.c4'),
    google: bp('Google Cloud on the quarter before', '=T3.peers.r2.c4'),
    microsoft: bp('Microsoft Intelligent Cloud on the quarter before', '=T3.peers.r3.c4'),
    awsYear: bp('AWS on a year before', '=T3.peers.r1.c5'),
    googleYear: bp('Google Cloud on a year before', '=T3.peers.r2.c5'),
    microsoftYear: bp('Microsoft Intelligent Cloud on a year before', '=T3.peers.r3.c5'),
    oracle: share('Gross margin of Oracle’s AI capacity', '=T3.now.oracle_ai'),
    coreweave: share('CoreWeave’s adjusted operating margin', '=T3.now.coreweave_adjusted'),
  },
  verdict: ({ aws, google, microsoft }) =>
    google < aws && microsoft < aws ? 'holds' : google >= aws && microsoft >= aws ? 'not' : 'part',
  says: (f, v) => [
    markup`In the quarter Google Cloud’s margin ${moved(v.google)} by ${size(f.google)}, against AWS’ ${f.aws}; on the year it ${moved(v.googleYear)} by ${size(f.googleYear)} while AWS’ ${moved(v.awsYear)} by ${size(f.awsYear)}. “Limited” ${either(v.google < v.aws, 'stands', 'is not what was reported')}; that the segment leaves training out is another matter, below.`,
    markup`Microsoft Intelligent Cloud ${moved(v.microsoft)} by ${size(f.microsoft)} in the quarter and ${moved(v.microsoftYear)} by ${size(f.microsoftYear)} on the year, which ${either(v.microsoft < 0, 'agrees', 'does not agree')} with a weaker Azure; Azure itself is not disclosed.`,
    markup`Oracle and CoreWeave file no comparable EBIT: the gross margin of Oracle’s AI capacity is ${f.oracle}, CoreWeave’s adjusted operating margin ${f.coreweave}. Neither can be ranked.`,
  ],
  working: (f) => markup`margin of 1Q26 − margin of 4Q25, for each: AWS ${f.aws}, Google Cloud ${f.google}`,
  standing:
    'Facts: AWS and Google Cloud, as filed. Estimates: Microsoft’s segment, Oracle’s and CoreWeave’s margins, by way of third parties. What a company does not disclose stays blank in the model.',
});
