import { ready, type Content, type Markup } from '../help/markup';

/** Words that turn with a number: no sentence of the story keeps its sense when its number does not. */
export const moved = (by: number): string => (by > 0 ? 'rose' : by < 0 ? 'fell' : 'stood still');
export const moves = (by: number): string => (by > 0 ? 'rises' : by < 0 ? 'falls' : 'stands still');
export const thanBefore = (by: number): string => (by > 0 ? 'more than' : by < 0 ? 'less than' : 'as much as');
export const higher = (by: number): string => (by > 0 ? 'above' : by < 0 ? 'below' : 'level with');
/** A figure without its sign, behind a word that has it; the figure itself keeps it. */
export const size = ({ html }: Markup): Markup => ready(html.replace('>−', '>'));
/** One of two sentences, by whether something holds. */
export const either = (holds: boolean, yes: Content, no: Content): Content => (holds ? yes : no);
