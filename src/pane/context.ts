import { createContext, useContext } from 'react';
import type { Catalogue } from '../catalogue/define';
import type { Host, Place } from './host';

/** What the pane is about: which tab, and what of it. */
export type Where =
  | { readonly tab: 'cell' }
  /** the list; a function's page; or the form on the formula of a cell */
  | { readonly tab: 'functions'; readonly name?: string; readonly start?: string; readonly edit?: Place }
  | { readonly tab: 'models' }
  | { readonly tab: 'what-if' }
  /** a fact, or what a filter says */
  | { readonly tab: 'data-book'; readonly filter?: string }
  | { readonly tab: 'check-up' };

export type Tab = Where['tab'];

/** What every part of the pane is given. */
export interface PaneParts {
  readonly host: Host;
  readonly catalogue: Catalogue;
  /** a script or a page of this site */
  readonly url: (path: string) => string;
  readonly show: (where: Where) => void;
  /** tells a sentence at the foot of the pane, aloud to a screen reader */
  readonly say: (sentence: string) => void;
}

export const PaneContext = createContext<PaneParts | undefined>(undefined);

export function usePane(): PaneParts {
  const parts = useContext(PaneContext);
  if (!parts) throw new Error('This belongs in a pane.');
  return parts;
}
