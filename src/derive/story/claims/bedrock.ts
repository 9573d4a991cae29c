import { markup } from '../../help/markup';
import { claim } from '../claim';
import { bn, bnTenths, bnWhole, bp, checked, pp, quoted, share, shareWhole, words } from '../figure';
import { either, higher, moved, size } from '../turns';

const GROSS = 'Bedrock share of profit growth, gross profit';
const EBIT = 'Bedrock share of profit growth, EBIT';

/** The walk by driver. */
export const WALK = claim({
  id: 'walk',
  title: 'The lab’s growth moved Bedrock’s own margin',
  quotes: ['C16'],
  model: 'T2',
  picture: {
    title: 'What each input did to Bedrock’s margin from 4Q25 to 1Q26',
    up: 'bp',
    format: '#,##0',
    of: [
      ['spend', 'Token spend'],
      ['fee', 'Fee'],
      ['cogs', 'COGS'],
      ['all', 'Together'],
    ],
  },
  figures: {
    from: share('Bedrock’s margin in 4Q25', '=TAAS_CALL("TAAS_MARGIN",BLOCK,"4Q25A",TRUE)'),
    to: share('Bedrock’s margin in 1Q26', '=TAAS_CALL("TAAS_MARGIN",BLOCK,"1Q26A",TRUE)'),
    spend: bp('What token spend did', step('token_spend')),
    fee: bp('What the infrastructure fee did', step('fixed_fee')),
    cogs: bp('What infrastructure COGS did', step('infra_cogs')),
    all: bp('All together', step('Total')),
    ebitSpend: bn('What token spend did to EBIT', step('token_spend', 'TAAS_PNL[EBIT]')),
    ebitFee: bn('What the fee did to EBIT', step('fixed_fee', 'TAAS_PNL[EBIT]')),
    ebitCogs: bn('What COGS did to EBIT', step('infra_cogs', 'TAAS_PNL[EBIT]')),
    ebitAll: bn('All together, of EBIT', step('Total', 'TAAS_PNL[EBIT]')),
  },
  verdict: ({ spend, all }) => (spend > 0 && all > 0 ? 'tell' : 'not'),
  says: (f, v) => [
    markup`From 4Q25 to 1Q26 Bedrock’s margin ${moved(v.all)} from ${f.from} to ${f.to}. Walked input by input, what the lab’s customers spend did ${f.spend} and the fee for more capacity ${f.fee}; the cost of that capacity did ${f.cogs}. Together that is ${f.all}.`,
    markup`In dollars: spend ${f.ebitSpend}, fee ${f.ebitFee}, cost ${f.ebitCogs}, together ${f.ebitAll} of EBIT in a quarter.`,
    either(
      v.spend > 0,
      'So growth works as the articles say, on these terms: it outruns the infrastructure under it and reaches the better tiers. The terms themselves are in no filing.',
      'On these terms growth does not lift the margin.',
    ),
  ],
  working: (f) =>
    markup`each input’s average effect over every order in which the inputs can change (Shapley): ${f.spend}, ${f.fee} and ${f.cogs} are ${f.all}`,
  standing:
    'All of it is the deal, which is our assumption inside what the articles say of it; the quarter’s growth of spend is a disclosure seen only in a third party’s digest.',
});

function step(driver: string, of = 'TAAS_MARGIN'): string {
  return `=VLOOKUP("${driver}",TAAS_WALK("${of}",BLOCK,"4Q25A","1Q26A"),4,FALSE)`;
}

/** The share of the growth of profit. */
export const CONTRIBUTION = claim({
  id: 'contribution',
  title: 'Bedrock is a large part of the year’s growth of profit',
  quotes: ['B05'],
  model: 'T1',
  picture: {
    title: 'Bedrock’s share of the year’s growth of profit, as quoted and by either measure',
    up: 'share',
    format: '0%',
    of: [
      ['said', 'Article'],
      ['gross', 'Gross profit'],
      ['ebit', 'EBIT'],
      ['onModel', 'EBIT, model'],
    ],
  },
  figures: {
    said: quoted(shareWhole, 'B05'),
    gross: share('Bedrock’s gross profit over AWS’ operating income, growth on growth', checked(GROSS, 'Value')),
    grossResult: words('What the check says of it', checked(GROSS, 'Result')),
    ebit: share('The same, EBIT over EBIT', checked(EBIT, 'Value')),
    ebitResult: words('What the check says of it', checked(EBIT, 'Result')),
    points: pp('Bedrock in AWS’ growth of revenue', '=T1.growth_points'),
    onModel: share('EBIT over EBIT on the models’ own quarters, on the articles’ basis', '=T1.contribution'),
  },
  verdict: ({ said, gross, ebit }) => {
    const near = (x: number): boolean => Math.abs(x - said) < 0.005;
    if (gross <= 0) return 'not';
    return near(gross) && near(ebit) ? 'holds' : near(gross) || near(ebit) ? 'part' : 'not';
  },
  says: (f, v) => [
    markup`The article’s ${f.said} comes out as ${f.gross} if Bedrock’s gross profit is put over AWS’ operating income (check: ${f.grossResult}), and as ${f.ebit} EBIT over EBIT (check: ${f.ebitResult}). ${either(Math.abs(v.gross - v.said) < 0.005 && Math.abs(v.ebit - v.said) >= 0.005, 'Both cannot be true.', '')}`,
    markup`AWS reports no gross profit, so the first is a ratio of unlike things${either(Math.abs(v.gross - v.said) < 0.005, ', and it agrees because Bedrock’s cost split was chosen so that it does', '')}. On the quarters of the model, with the articles’ margin, it is ${f.onModel}.`,
    markup`To AWS’ growth of revenue on the year Bedrock ${either(v.points > 0, 'added', 'did not add; it took')} ${size(f.points)}.`,
  ],
  working: () => 'change of Bedrock’s profit on a year before ÷ change of AWS’ operating income',
  standing:
    'AWS’ operating income is a fact. The share is the article’s estimate. Bedrock’s gross margin and its revenue a year before are our assumptions: other splits give other shares.',
});

/** Size, and whether it is dominant. */
export const MIX = claim({
  id: 'mix',
  title: 'Bedrock went from a niche to the dominant force of AWS’ AI',
  quotes: ['B03', 'B04', 'C07', 'C13', 'B26'],
  model: 'T1',
  picture: 1,
  figures: {
    rate: bn('Bedrock’s run-rate on the deal, a year', '=TAAS_RUN_RATE(T1.now.bedrock,4)'),
    saidRate: quoted(bnTenths, 'B03'),
    weight: share('Bedrock in AWS’ revenue', '=T1.now.bedrock_weight'),
    saidWeight: quoted(shareWhole, 'B04'),
    ofAi: share('Bedrock in AWS’ AI revenue', '=T1.now.bedrock/(T1.now.bedrock+T1.now.iaas)'),
    saidOfAi: quoted(shareWhole, 'B12'),
    yearAgo: quoted(shareWhole, 'B11'),
    next: quoted(shareWhole, 'B26'),
    ai: quoted(shareWhole, 'B07'),
    mix: bp('What its weight did to AWS’ margin in the quarter', '=T1.bridge.r3.c1'),
    margin: share('Bedrock’s margin', '=T1.now.bedrock_margin'),
    aws: share('AWS’ margin', '=T1.now.margin'),
  },
  verdict: ({ ofAi, rate, saidRate }) => (Math.abs(rate - saidRate) > 0.5 ? 'not' : ofAi > 0.5 ? 'holds' : 'part'),
  says: (f, v) => [
    markup`${either(Math.abs(v.rate - v.saidRate) <= 0.5 && Math.abs(v.weight - v.saidWeight) <= 0.005, 'The sizes fit together', 'The sizes do not fit together')}: ${f.rate} a year on the deal (articles: ${f.saidRate}), ${f.weight} of AWS’ revenue (articles: about ${f.saidWeight}), ${f.ofAi} of its AI (articles: ${f.saidOfAi}), where AI is ${f.ai} of AWS.`,
    markup`“Dominant” ${either(v.ofAi > 0.5, 'is right: it is the larger part', 'is early: it is the smaller part of AI')}. It was ${f.yearAgo} a year before; the forecast of ${f.next} for 2Q26 ${either(v.next > 0.5, 'would make it true', 'would not make it true either')}.`,
    markup`The mix ${either(v.mix > 0, 'does what is claimed in direction', 'does not do what is claimed')}: Bedrock’s margin of ${f.margin} is ${higher(v.margin - v.aws)} AWS’ ${f.aws}, so that more of it ${either(v.mix > 0, 'lifts', 'lowers')} the margin, by ${size(f.mix)} in the quarter.`,
  ],
  working: (f) => markup`net revenue of the quarter × quarters in a year = ${f.rate}; ÷ AWS’ revenue = ${f.weight}`,
  standing:
    'Shares and run-rate are an analyst’s estimates. AWS’ revenue is filed. Net revenue is our deal, calibrated to the run-rate: its agreement is no evidence.',
});

/** The economics of the deal. */
export const DEAL = claim({
  id: 'deal',
  title: 'A fee and a share of revenue give Bedrock its margin',
  quotes: ['B15', 'C14', 'B13'],
  model: 'T2',
  picture: 0,
  figures: {
    said: quoted(shareWhole, 'B15'),
    margin: share('Bedrock’s EBIT margin on the deal', '=T2.now.margin'),
    spend: bn('Gross token spend of the quarter', '=T2.now.gross'),
    fee: bn('Infrastructure fee', '=T2.now.fee_earned'),
    sharePaid: bn('Revenue share, by tiers', '=T2.now.share_earned'),
    net: bn('Net revenue', '=T2.now.net'),
    cogs: bn('Infrastructure COGS', '=T2.now.infra'),
    opex: bn('Platform opex', '=T2.now.opex'),
    ebit: bn('EBIT', '=T2.now.ebit'),
    paid: share('Revenue share of spend', '=T2.now.paid_share'),
    first: share('The first tier’s share', '=T2.tiers.r1.c2'),
    last: share('The last tier’s share', '=T2.tiers.r3.c2'),
    required: share('One flat share that reaches the target', '=T2.now.required'),
    little: bn('A smaller spend', '=T2.what_if.l1'),
    littleMargin: share('The margin on it, fee and cost as they are', '=T2.what_if.r1.c1'),
    much: bn('A larger spend', '=T2.what_if.l6'),
    muchMargin: share('The margin on it, fee and cost as they are', '=T2.what_if.r6.c1'),
    lab: share('What the lab keeps of the spend', '=T2.now.lab_margin'),
  },
  verdict: ({ said, margin }) => (Math.abs(margin - said) < 0.005 ? 'tell' : 'not'),
  says: (f, v) => [
    markup`Of ${f.spend} that customers spend in the quarter, AWS books a fee of ${f.fee} and a share of ${f.sharePaid}, ${f.paid} of the spend, by tiers from ${f.first} to ${f.last}: net revenue ${f.net}. After ${f.cogs} of infrastructure and ${f.opex} of opex, EBIT is ${f.ebit}: ${f.margin}, where the article says about ${f.said}. The lab keeps ${f.lab} of the spend.`,
    markup`The structure is the articles’; sizes, tiers and costs are ours, chosen so that the margin comes out. One flat share of ${f.required} would do the same, and so would other sets. No filing has the deal.`,
    markup`What the structure does can be told: with infrastructure as it is, the margin is ${f.littleMargin} on a spend of ${f.little} and ${f.muchMargin} on ${f.much}, ${either(v.muchMargin > v.littleMargin, 'so that it grows with use, unlike rent', 'so that it does not grow with use')}.`,
  ],
  working: (f) =>
    markup`(fee ${f.fee} + share ${f.sharePaid} − COGS ${f.cogs} − opex ${f.opex}) ÷ net revenue ${f.net} = ${f.margin}`,
  standing:
    'Estimate: the margin, an analyst’s. The articles’: a flat fee, a revenue share, thresholds. Assumptions of ours: every size, every tier, cost and opex.',
});

/** Net against gross booking. */
export const BOOKING = claim({
  id: 'booking',
  title: 'The lab is the seller of record, and AWS books net',
  quotes: ['B13'],
  model: 'T2',
  picture: {
    title: 'Bedrock’s margin by how the sale is booked, beside AWS’',
    up: 'EBIT margin',
    format: '0%',
    of: [
      ['net', 'Booked net'],
      ['gross', 'Booked gross'],
      ['aws', 'AWS'],
    ],
  },
  figures: {
    ebit: bn('EBIT, booked net', '=T2.now.ebit'),
    ebitGross: bn('EBIT, booked gross', '=T2.now.ebit_gross'),
    net: share('EBIT margin, booked net', '=T2.now.margin'),
    gross: share('EBIT margin, booked gross', '=T2.now.margin_gross'),
    take: share('Take rate', '=T2.now.take_rate'),
    aws: share('AWS’ margin as filed', '=T3.now.aws_margin'),
    mix: bp(
      'What Bedrock’s weight would do to AWS’ margin for each point of it, booked gross',
      '=(T2.now.margin_gross-T3.now.aws_margin)*100',
    ),
    mixNet: bp('The same, booked net', '=(T2.now.margin-T3.now.aws_margin)*100'),
  },
  verdict: ({ ebit, ebitGross, gross, net }) =>
    Math.abs(ebit - ebitGross) > 1e-9 ? 'not' : gross < net ? 'tell' : 'part',
  says: (f, v) => [
    markup`Booked net, Bedrock’s margin is ${f.net}; booked gross, with the spend as revenue and the lab’s part as cost, it is ${f.gross} on the same EBIT: ${f.ebit} and ${f.ebitGross}. The difference is the take rate, ${f.take}.`,
    markup`${either(Math.abs(v.gross - v.aws) < 0.01, 'On the gross presentation Bedrock earns what AWS earns anyway', 'On the gross presentation Bedrock does not earn what AWS earns')} (${f.aws}), so that a point more of it in AWS’ revenue moves the margin by ${f.mix}; booked net it moves it by ${f.mixNet}. ${either(Math.abs(v.mix) < Math.abs(v.mixNet), 'The mix effect rests on how the sale is booked, not on what is earned.', 'The mix effect does not rest on how the sale is booked.')}`,
    'Who controls the tokens before the customer does decides it under the revenue standard; neither company has published its reading.',
  ],
  working: (f) => markup`margin booked gross = margin booked net × take rate: ${f.net} × ${f.take} = ${f.gross}`,
  standing:
    'That AWS books net is the articles’ and a marketplace page’s; Amazon does not break it out. The deal is our assumption; that EBIT is the same either way is arithmetic.',
});

/** Token businesses above a size. */
export const TAAS_SIZE = claim({
  id: 'size',
  title: 'The token business of each hyperscaler is past the size that the article names',
  quotes: ['B16', 'B10'],
  model: 'T3',
  picture: {
    title: 'The most that tokens can be, against the size that is claimed',
    up: '$bn a year',
    format: '0',
    of: [
      ['said', 'Claimed, over'],
      ['aws', 'AWS'],
      ['google', 'Google Cloud'],
      ['azure', 'Azure'],
    ],
  },
  figures: {
    said: quoted(bnWhole, 'B16'),
    aws: bn('The most that AWS’ tokens can be, a year', '=T3.tokens.r1.c4'),
    google: bn('Google Cloud’s', '=T3.tokens.r2.c4'),
    azure: bn('Azure’s', '=T3.tokens.r3.c4'),
    iaas: quoted(shareWhole, 'B10'),
    finding: words('What the model says of AWS’', '=T3.tokens.r1.c5'),
  },
  verdict: ({ said, aws, google, azure }) => {
    const above = [aws, google, azure].filter((each) => each > said).length;
    return above === 3 ? 'holds' : above > 0 ? 'part' : 'not';
  },
  says: (f, v) => [
    markup`If infrastructure is over ${f.iaas} of the AI of Azure and Google Cloud, tokens are at most what is left: ${f.google} a year for Google Cloud and ${f.azure} for Azure; AWS’ own shares give ${f.aws}. The article says over ${f.said} for each: ${f.finding}.`,
    either(
      Math.max(v.aws, v.google, v.azure) < v.said,
      'All fall short, so another definition is the likely reason: what customers are billed, gross, or recurring revenue at the end of the quarter. It is not the net revenue that the margin is of.',
      'Not all of them fall short, so the claim can hold on net revenue.',
    ),
  ],
  working: (f) =>
    markup`revenue of a year × AI’s share × (whole − infrastructure’s share) = ${f.google} for Google Cloud`,
  standing:
    'Facts: revenue of AWS and Google Cloud. Estimates: AI’s and infrastructure’s shares, the articles’; these are bounds. Assumption of ours: Azure’s revenue of a year.',
});
