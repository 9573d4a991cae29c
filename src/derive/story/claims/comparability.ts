import { markup } from '../../help/markup';
import { claim } from '../claim';
import { bn, bp, share, years } from '../figure';
import { either, higher, moves, size } from '../turns';

/** The useful life of servers. */
export const LIFE = claim({
  id: 'life',
  title: 'AWS’ short depreciation flatters its margin',
  quotes: ['C03', 'C04'],
  model: 'T3',
  picture: {
    title: 'AWS’ margin as filed and at the peers’ life of servers',
    up: 'EBIT margin',
    format: '0%',
    of: [
      ['margin', 'Filed'],
      ['restated', 'Peers’ life'],
    ],
  },
  figures: {
    own: years('AWS’ servers are written off over, in the model', '=T3.AWS_LIFE'),
    common: years('The life that peers use', '=T3.COMMON_LIFE'),
    longer: bp('AWS’ margin at the peers’ life', '=T3.restated.r1.c4'),
    restated: share('AWS’ margin, restated', '=T3.restated.r1.c6'),
    margin: share('AWS’ margin as filed', '=T3.now.aws_margin'),
    shorter: bp(
      'AWS’ margin from the peers’ life to its own',
      '=TAAS_LIFE_IMPACT(T3.now.aws_depreciation,T3.now.aws_revenue,T3.COMMON_LIFE,T3.AWS_LIFE,T3.SERVERS)',
    ),
    vintage: bp(
      'The same where the fleet grows fast, by vintages',
      '=TAAS_LIFE_IMPACT(T3.now.aws_depreciation,T3.now.aws_revenue,T3.AWS_LIFE,T3.COMMON_LIFE,T3.SERVERS,"VINTAGE",60%)',
    ),
    depreciation: bn('AWS’ depreciation and amortisation', '=T3.now.aws_depreciation'),
    servers: share('Servers in it', '=T3.SERVERS'),
    rise: bp('The rise that the articles explain', '=TAAS_FACT("B01")'),
  },
  verdict: ({ shorter }) => (shorter > 0 ? 'holds' : shorter < 0 ? 'not' : 'part'),
  says: (f, v) => [
    markup`A shorter life raises the charge, so the margin ${moves(v.shorter)}: by ${size(f.shorter)} from ${f.common} to ${f.own}. ${either(v.shorter < 0, 'An article’s summary says that it “boosts” the margin; its own body has the sign right.', 'The summary that it “boosts” the margin has the sign right.')}`,
    markup`At the peers’ life AWS’ margin is ${f.restated} rather than ${f.margin}, ${f.longer} of difference; where capital spending grows fast, ${f.vintage}. ${either(v.longer > v.rise * 0.8, 'That is about as much as the whole rise', 'That is less than the rise')} of ${f.rise}, so that a comparison between clouds has to say which life it is on.`,
    'It is an upper bound: by its filing, Amazon moved only a subset of its servers, and does not say how many.',
  ],
  working: (f) => markup`${f.depreciation} × ${f.servers} × (whole − ratio of the charges) ÷ revenue = ${f.longer}`,
  standing:
    'The life is an analyst’s figure for what the filing says of a subset. AWS’ depreciation is a third party’s series. The servers’ part of it and the growth are our assumptions. Peers’ lives by way of an article.',
});

/** DeepMind's training. */
export const TRAINING = claim({
  id: 'training',
  title: 'Google Cloud’s margin is inflated by training left out of it',
  quotes: ['C18', 'B38'],
  model: 'T3',
  picture: {
    title: 'Google Cloud’s margin with training put back, beside AWS’',
    up: 'EBIT margin',
    format: '0%',
    of: [
      ['margin', 'Filed'],
      ['restated', 'With training'],
      ['atCeiling', 'At the ceiling'],
      ['lead', 'AWS'],
    ],
  },
  figures: {
    margin: share('Google Cloud’s margin as filed', '=T3.now.google_margin'),
    training: bn('Training put back, ours', '=T3.GOOGLE_TRAINING'),
    restated: share('Google Cloud’s margin with it', '=T3.restated.r2.c6'),
    ceiling: bn('The most that it can be, a quarter', '=T3.TRAINING_CEILING'),
    atCeiling: share(
      'Google Cloud’s margin at the ceiling',
      '=(T3.now.google_ebit-T3.TRAINING_CEILING)/T3.now.google_revenue',
    ),
    lead: share('AWS’ margin as filed', '=T3.now.aws_margin'),
  },
  verdict: ({ margin, restated }) => (restated < margin ? 'tell' : 'not'),
  says: (f, v) => [
    markup`The direction is not in doubt: any training put back ${either(v.restated < v.margin, 'lowers', 'does not lower')} the margin. With ${f.training} a quarter it would be ${f.restated} instead of ${f.margin}, ${higher(v.restated - v.lead)} AWS’ ${f.lead}.`,
    markup`The size cannot be told. Alphabet files its shared activities as one line, ${f.ceiling} a quarter: if all of that were Google Cloud’s, the margin would be ${f.atCeiling}. And training serves Search and others as well.`,
  ],
  working: (f) => markup`(EBIT − ${f.training}) ÷ revenue = ${f.restated}`,
  standing:
    'Fact: Google Cloud’s revenue and EBIT. Estimate: the ceiling, Alphabet’s annual report by way of a third party. Assumption of ours: the training put back.',
});
