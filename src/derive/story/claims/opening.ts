import { markup } from '../../help/markup';
import { claim } from '../claim';
import { bp, pp, share } from '../figure';
import { either, moved, size } from '../turns';

const lagged = (google: boolean, microsoft: boolean): string =>
  google && microsoft ? 'Peers did lag' : google || microsoft ? 'Not all peers lagged' : 'Peers did not lag';

/** The answer, before the claims one by one. */
export const OPENING = claim({
  id: 'answer',
  title: 'The answer',
  quotes: [],
  model: 'T1',
  picture: 0,
  figures: {
    aws: bp('AWS on the quarter before, as filed', '=T3.peers.r1.c4'),
    google: bp('Google Cloud on the quarter before, as filed', '=T3.peers.r2.c4'),
    microsoft: bp('Microsoft Intelligent Cloud on the quarter before', '=T3.peers.r3.c4'),
    rise: bp('The rise that the articles explain', '=T1.bridge.r4.c3'),
    core: bp('The core in it', '=T1.bridge.r1.c3'),
    iaas: bp('AI infrastructure in it', '=T1.bridge.r2.c3'),
    bedrock: bp('Bedrock in it', '=T1.bridge.r3.c3'),
    portion: share('Bedrock’s part of it', '=T1.bridge.r3.c3/T1.bridge.r4.c3'),
    year: pp('AWS’ lead over Google Cloud in 1Q25', '=T3.yearago.lead'),
    now: pp('The lead in 1Q26', '=T3.now.lead'),
    life: bp('What the peers’ life of servers would add', '=T3.restated.r1.c4'),
  },
  verdict: () => 'part',
  says: (f, v) => [
    markup`AWS’ margin ${moved(v.aws)} by ${size(f.aws)} in 1Q26, as filed, and the articles explain ${f.rise} of it. On our terms of the deal Bedrock is ${f.bedrock} of that, ${f.portion}; AI infrastructure is ${f.iaas} and the core ${f.core}. ${either(v.portion > 0.5, 'Claude is the larger part of the story.', either(v.portion > 0, 'Claude is a part of the story, and not the larger one.', 'Claude is no part of the rise.'))}`,
    markup`${lagged(v.google < v.aws, v.microsoft < v.aws)}: Google Cloud’s margin ${moved(v.google)} by ${size(f.google)}, Microsoft Intelligent Cloud’s ${moved(v.microsoft)} by ${size(f.microsoft)}. AWS’ lead over Google Cloud went from ${f.year} in 1Q25 to ${f.now}. The life over which servers are written off is worth ${f.life} alone, ${either(v.life > v.rise * 0.8, 'about as much as the whole rise', 'less than the rise')}.`,
  ],
  working: () => '',
  standing: '',
});
