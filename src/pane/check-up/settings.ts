import type { Host } from '../host';

/** What a document keeps for us. Each is off until it is turned on. */
export interface Setting {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  /** what is to be done for it to show */
  readonly after?: string;
}

export const PLAIN_NUMBERS: Setting = {
  name: 'plainNumbers',
  title: 'Plain numbers',
  about: 'Answers without number formats and cards, for who copies them into other systems.',
  after: ' Recalculate ours brings it to the cells that have answered before.',
};

export const LOAD_ON_OPEN: Setting = {
  name: 'loadOnOpen',
  title: 'Load on open',
  about:
    'The add-in starts when this workbook is opened. A colleague who has no access to it may be asked about it, or shown an error.',
};

export const isOn = (host: Host, { name }: Setting): boolean => host.settings.get(name) === true;

/** Which of them this host can keep. */
export const settingsOf = (host: Host): readonly Setting[] =>
  [PLAIN_NUMBERS, LOAD_ON_OPEN].filter(({ name }) => host.settings.known?.includes(name));
