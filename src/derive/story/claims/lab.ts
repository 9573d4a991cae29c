import { markup } from '../../help/markup';
import { claim } from '../claim';
import { bn, bnWhole, checked, multiple, pp, power, quoted, ratio, share, shareWhole, words } from '../figure';
import { either, higher } from '../turns';

/** The lab's growth. */
export const GROWTH = claim({
  id: 'growth',
  title: 'The lab outgrew everyone, and goes on to the end of the year',
  quotes: ['B19', 'B21', 'B22'],
  model: 'T4',
  picture: 0,
  figures: {
    opening: bn('ARR when 1Q26 opens', '=T4.now.opening'),
    closing: bn('ARR when it closes', '=T4.now.closing'),
    netNew: bn('Net new ARR', '=T4.now.net_new'),
    revenue: bn('Revenue of the quarter that this comes to', '=T4.now.revenue'),
    press: bn('Revenue in the press', '=T4.now.press'),
    target: quoted(bnWhole, 'B22'),
    needed: share('Growth a quarter that reaches it', '=T4.needed'),
    forecast: bn('ARR at the end of the year on our path', '=T4.forecast.r3.c1'),
    multiple: quoted(multiple, 'B21'),
    bedrock: ratio('Bedrock on a year before', '=T1.now.bedrock/T1.yearago.bedrock'),
    check: words('What the check says of the multiple', checked('API 13× against Bedrock year on year', 'Result')),
    power: power('IT power that the closing ARR needs', '=T4.now.power'),
  },
  verdict: ({ revenue, press, forecast, target }) =>
    Math.abs(revenue / press - 1) <= 0.05 && forecast > target ? 'part' : 'not',
  says: (f, v) => [
    markup`From ${f.opening} to ${f.closing} in a quarter, ${f.netNew} of it new: the average of both, by the quarter, is ${f.revenue} of revenue, and the press reports ${f.press}. The history ${either(Math.abs(v.revenue / v.press - 1) <= 0.05, 'holds together', 'does not hold together')}.`,
    markup`Over ${f.target} by the end of the year takes growth of ${f.needed} a quarter. Our path has ${f.forecast}, ${higher(v.forecast - v.target)} it, because its growth was chosen so: that is a forecast, not a finding.`,
    markup`“${f.multiple}” of API revenue and Bedrock’s ${f.bedrock} on the model’s quarters are different measures, the lab’s revenue and AWS’ net part of it (check: ${f.check}); they agree in direction only. On today’s margin the closing ARR needs ${f.power}.`,
  ],
  working: (f) => markup`(${f.opening} + ${f.closing}) ÷ ends ÷ quarters in a year = ${f.revenue}`,
  standing:
    'Estimates: ARR at both ends, an analyst’s; revenue, the press’. Forecast: the end of the year, an analyst’s. Assumption of ours: the path. The company files nothing.',
});

/** The lab's margin, and who pays whom. */
export const LAB_MARGIN = claim({
  id: 'lab',
  title: 'The lab’s inference margin has recovered',
  quotes: ['B23', 'B25'],
  model: 'T4',
  picture: 1,
  figures: {
    said: quoted(shareWhole, 'B23'),
    year: shareWhole('Gross margin of inference, the year before', '=TAAS_FACT("B24")'),
    before: shareWhole('Gross margin of inference, the year before that', '=TAAS_FACT("B25")'),
    gross: share('Gross margin in the model', '=T4.now.gross_margin'),
    recovered: pp('Recovered since the lowest year', '=T4.recovered'),
    deal: share('Gross margin on the deal with AWS', '=T2.now.lab_gross'),
    after: share('The same after AWS’ share', '=T2.now.lab_margin'),
    operating: share('Operating margin, after training and partners', '=T4.now.margin'),
    profit: bn('Operating profit of the quarter', '=T4.now.profit'),
    paid: share('Payouts of the channels, of revenue', '=T4.paid'),
    press: share('Payouts in the press', '=T4.PRESS_PAYOUT'),
    finding: words('What the model says of both', '=T4.against_press'),
  },
  verdict: ({ said, deal }) => (Math.abs(deal - said) <= 0.02 ? 'tell' : 'not'),
  says: (f, v) => [
    markup`The article has about ${f.said}, after ${f.year} the year before and ${f.before} the year before that; in the model the gross margin is ${f.recovered} ${either(v.recovered > 0, 'above', 'away from')} the lowest. On the deal with AWS it is ${f.deal}, which ${either(Math.abs(v.deal - v.said) <= 0.02, 'agrees because the fee was chosen so', 'does not agree')}.`,
    markup`It is a margin of inference alone. After AWS’ share ${f.after} of the spend is left, and after training and other cost the operating margin is ${f.operating}, ${f.profit} in the quarter: ${either(v.profit < 0, 'a good gross margin and a loss', 'a profit as well')}.`,
    markup`${either(Math.abs(v.paid - v.press) <= 0.05, 'The payouts fit', 'The payouts do not fit')}: our channels are paid ${f.paid} of revenue, the press has about ${f.press} for all of them. The model says: ${f.finding}.`,
  ],
  working: (f) => markup`(spend − infrastructure) ÷ spend = ${f.deal}; less the share paid = ${f.after}`,
  standing:
    'Estimates: the gross margins, an analyst’s; payouts, the press’. Assumptions of ours: training, other cost, channels and what they are paid. Quarters before 1Q26 have the margin of their year, for want of their own.',
});

/** Who earns what. */
export const VERTICALS = claim({
  id: 'verticals',
  title: 'Tokens are where the profit is',
  quotes: ['C13', 'B10'],
  model: 'T7',
  picture: 2,
  figures: {
    bedrock: share('Bedrock: return on capital after tax', '=T7.now.bedrock_roic'),
    iaas: share('AWS’ AI infrastructure', '=T7.now.aws_iaas_roic'),
    api: share('Anthropic’s API', '=T7.now.anthropic_api_roic'),
    coreweave: share('CoreWeave', '=T7.now.coreweave_iaas_roic'),
    awsAi: share('EBIT margin of AWS’ AI together', '=T7.now.aws_ai_margin'),
    googleAi: share('of Google Cloud’s AI', '=T7.now.google_ai_margin'),
    microsoftAi: share('of Microsoft’s AI', '=T7.now.microsoft_margin'),
    aws: share('AWS’ margin as filed', '=T3.now.aws_margin'),
    revenue: bn('AI revenue of all, a quarter', '=T7.now.all_revenue'),
    ebit: bn('AI EBIT of all', '=T7.now.all_ebit'),
    atBoth: bn('Of it, paid by labs to clouds and counted at both', '=T7.now.paid_on'),
  },
  verdict: ({ bedrock, iaas, api, coreweave }) => (Math.min(bedrock, api) > Math.max(iaas, coreweave) ? 'tell' : 'not'),
  says: (f, v) => [
    markup`On our drivers capital earns ${f.bedrock} in Bedrock and ${f.api} in the lab’s API, ${f.iaas} in AWS’ rented AI and ${f.coreweave} at CoreWeave: ${either(Math.min(v.bedrock, v.api) > Math.max(v.iaas, v.coreweave), 'tokens earn more than rent in every pair', 'tokens do not earn more than rent throughout')}.`,
    markup`AWS’ AI together has a margin of ${f.awsAi}, ${higher(v.awsAi - v.aws)} AWS’ own ${f.aws}; Google Cloud’s has ${f.googleAi} and Microsoft’s ${f.microsoftAi}. AI as a whole ${either(v.awsAi < v.aws, 'is no lift to AWS’ margin', 'lifts AWS’ margin')}.`,
    markup`All verticals come to ${f.revenue} of revenue and ${f.ebit} of EBIT a quarter, of which ${f.atBoth} are revenue of labs and of clouds at once.`,
  ],
  working: () => 'EBIT of a year × (whole − tax) ÷ (megawatts × capital of a megawatt), for each vertical',
  standing:
    'Facts: revenue and EBIT of AWS and Google Cloud. Estimates: seats of Copilot, by way of an article. Everything else is our assumption: companies do not say, and other drivers give other answers.',
});
