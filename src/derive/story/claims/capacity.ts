import { markup } from '../../help/markup';
import { claim } from '../claim';
import {
  bp,
  checked,
  dollars,
  multipleTenths,
  percents,
  perMegawatt,
  power,
  quoted,
  share,
  shareWhole,
  words,
} from '../figure';
import { either, size } from '../turns';

/** Custom chips. */
export const CHIPS = claim({
  id: 'chips',
  title: 'Own chips make tokens cheaper, and that is in the margin',
  quotes: ['B34', 'C05', 'B35'],
  model: 'T5',
  picture: 1,
  figures: {
    share: quoted(shareWhole, 'B34'),
    trainium: dollars('A million tokens on Trainium', '=T5.now.trainium_token'),
    gpu: dollars('A million tokens on GPUs', '=T5.now.gpu_token'),
    saving: share('Cheaper by', '=(T5.now.gpu_token-T5.now.trainium_token)/T5.now.gpu_token'),
    uplift: bp('What Trainium adds to Bedrock’s margin, against GPUs alone', '=T5.now.uplift'),
    onAws: bp('The same, of AWS’ margin', '=T5.now.uplift*T1.now.bedrock_weight'),
    rise: bp('The rise that the articles explain', '=TAAS_FACT("B01")'),
    allGpu: share('Bedrock’s margin on GPUs alone', '=T6.compared.r5.c5'),
    more: share('With more of the tokens on Trainium', '=T6.compared.r6.c5'),
    base: share('As it is', '=T6.compared.r1.c5'),
  },
  verdict: ({ uplift, saving }) => (saving > 0 && uplift > 0 ? 'tell' : 'not'),
  says: (f, v) => [
    markup`Amazon has disclosed that over ${f.share} of Bedrock’s tokens run on Trainium. On our chip inputs a million tokens cost ${f.trainium} there and ${f.gpu} on GPUs, ${size(f.saving)} ${either(v.saving > 0, 'less', 'more')}; that ${either(v.uplift > 0, 'lifts', 'lowers')} Bedrock’s margin by ${size(f.uplift)}, which would be ${f.allGpu} on GPUs alone and ${f.more} with more Trainium, against ${f.base}.`,
    markup`For AWS as a whole it is ${f.onAws}, and that is a level, not a change: it is part of the rise of ${f.rise} only as far as the share of Trainium or of Bedrock rose in the quarter, and neither is disclosed by quarter.`,
    'A share of tokens is no share of cost or of revenue: tokens of small models count as tokens of large ones.',
  ],
  working: (f) =>
    markup`(cost without − cost with Trainium) ÷ (price × take rate) = ${f.uplift}; × Bedrock’s weight = ${f.onAws}`,
  standing:
    'Company’s own words, as articles tell them: the share of tokens, a lower bound, of November. Assumptions of ours inside public ranges: price, power and speed of every chip, the token price.',
});

/** Power and capacity. */
export const CAPACITY = claim({
  id: 'capacity',
  title: 'AWS has the power and the capacity for it',
  quotes: ['B28', 'B32', 'B31', 'C12', 'C15'],
  model: 'T5',
  picture: 0,
  figures: {
    need: power('IT power that the tokens need', '=T5.now.need'),
    average: power('IT power in service, average of the quarter', '=T5.now.average'),
    used: share('Of the supply asked for', '=T5.now.utilisation'),
    next: power('Needed in 2Q26E', '=INDEX(T5.all.need,MATCH("2Q26E",T5.CASES,0))'),
    nextAverage: power('In service in 2Q26E', '=INDEX(T5.all.average,MATCH("2Q26E",T5.CASES,0))'),
    nextUsed: share('Of the supply asked for in 2Q26E', '=INDEX(T5.all.utilisation,MATCH("2Q26E",T5.CASES,0))'),
    tokens: perMegawatt('Revenue of a megawatt-year of IT power: tokens', '=T5.now.mw_revenue_tokens'),
    rent: perMegawatt('Revenue of a megawatt-year of IT power: rented', '=T5.now.mw_revenue_rent'),
    returnTokens: share('Return on capital after tax: tokens', '=T5.now.return_tokens'),
    returnRent: share('Return on capital after tax: rented', '=T5.now.return_rent'),
    ai: power('Facility power that AWS’ AI needs', '=T5.now.ai_power'),
    agreed: power('Under contract and delivering', '=T5.now.agreed_power'),
    covered: share('Covered by agreements', '=T5.now.coverage'),
  },
  verdict: ({ used, nextUsed }) => (used <= 1 && nextUsed <= 1 ? 'tell' : 'not'),
  says: (f, v) => [
    markup`On dated sites the tokens of 1Q26 need ${f.need} of IT power where ${f.average} are in service, ${f.used} of what these could serve; in 2Q26 it is ${f.next} of ${f.nextAverage}, ${f.nextUsed}. There is ${either(v.nextUsed <= 1, 'room, and little of it', 'not enough')}.`,
    markup`The agreements named count when they deliver: ${f.agreed} in 1Q26 against ${f.ai} that AWS’ AI needs at the meter, ${f.covered}. ${either(v.covered < 1, 'The rest comes from the grid or from contracts that nobody names.', 'They cover it.')}`,
    markup`Why it matters for the margin: a megawatt-year earns ${f.tokens} by tokens and ${f.rent} rented out, and the capital ${f.returnTokens} against ${f.returnRent}. ${either(v.tokens > v.rent, 'Where power is what is short, tokens are the better use of it.', 'Rent is the better use of it.')}`,
    'That AWS leads in additions, and ranks behind Google alone in secured power, stands on one analyst’s count; no filing lists megawatts.',
  ],
  working: (f) =>
    markup`tokens ÷ (tokens a second of a chip × time busy) × its power = ${f.need}; ÷ ${f.average} = ${f.used}`,
  standing:
    'Estimates: ranks, additions, the size of the sites, the names of the agreements; sizes of some agreements are companies’ own by way of the press. Assumptions of ours: dates, the split of sites, the size of another agreement, chips.',
});

/** Demand risk. */
export const RISK = claim({
  id: 'risk',
  title: 'Less lock-in, more margin: AWS bears the risk of demand',
  quotes: ['B14', 'B30'],
  model: 'T6',
  picture: 1,
  figures: {
    plan: share('Tokens at plan', '=T6.shock.r7.c1'),
    below: share('Tokens where demand falls short', '=T6.shock.r4.c1'),
    demand: shareWhole('Of plan', '=T6.shock.l4'),
    rentPlan: share('Rented at plan', '=T6.shock.r7.c2'),
    rentBelow: share('Rented where demand falls short', '=T6.shock.r4.c2'),
    expected: share('Tokens over the odds of demand', '=T6.risk.r1.c1'),
    rentExpected: share('Rented over the same odds', '=T6.risk.r1.c2'),
    beta: percents('Percent of EBIT for a percent of demand: tokens', '=T6.risk.r2.c1'),
    breakeven: share('Demand at which the tokens earn nothing, of plan', '=T6.breakeven'),
    stall: share('Margin if the lab stalls', '=T6.compared.r3.c5'),
    backlog: quoted(multipleTenths, 'B30'),
    backlogResult: words('What the check says of the backlog', checked('OpenAI backlog over Azure revenue', 'Result')),
  },
  verdict: ({ plan, rentPlan, below, rentBelow }) =>
    plan > rentPlan && plan - below > rentPlan - rentBelow ? 'holds' : plan > rentPlan ? 'part' : 'not',
  says: (f, v) => [
    markup`At plan tokens earn ${f.plan} and rent ${f.rentPlan}. At ${f.demand} of plan tokens earn ${f.below} and rent under take-or-pay ${f.rentBelow}: ${either(v.plan - v.below > v.rentPlan - v.rentBelow, 'it is the token margin that gives way', 'the token margin is the steadier')}. Around there a percent of demand moves the tokens’ EBIT by ${f.beta}, and at ${f.breakeven} of plan they earn nothing.`,
    markup`Over the odds that we set, tokens ${either(v.expected > v.rentExpected, 'still earn more', 'no longer earn more')}: ${f.expected} against ${f.rentExpected}. If the lab stalls, the margin is ${f.stall}.`,
    markup`The other side of the comparison, a backlog from one customer of ${f.backlog} Azure’s annual revenue, cannot be tested (check: ${f.backlogResult}), since Azure’s revenue is not filed. Long contracts move the risk to whether one customer can pay.`,
  ],
  working: () =>
    'revenue falls with demand but for a guaranteed part of the fee, of which the tokens have none; the fixed part of COGS does not fall',
  standing:
    'The articles’: take-or-pay for infrastructure, less lock-in for tokens. Assumptions of ours: no floor, the part of COGS that is fixed, the odds. No contract is published.',
});
