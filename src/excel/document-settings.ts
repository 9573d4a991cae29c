import { LOAD_ON_OPEN, PLAIN_NUMBERS } from '../pane/check-up/settings';
import type { Host } from '../pane/host';
import { askForCardsAgain } from './cards';

/** What the document keeps for us, and what follows from it. */
export const documentSettings: Host['settings'] = {
  known: [PLAIN_NUMBERS.name, LOAD_ON_OPEN.name],
  get: (name) => Office.context.document.settings.get(name) as unknown,
  async set(name, value) {
    if (name === LOAD_ON_OPEN.name) {
      const { load, none } = Office.StartupBehavior;
      await Office.addin.setStartupBehavior(value === true ? load : none);
    }
    await keep(name, value);
    if (name === PLAIN_NUMBERS.name) askForCardsAgain();
  },
};

const keep = (name: string, value: unknown): Promise<void> =>
  new Promise((resolve, reject) => {
    const { settings } = Office.context.document;
    settings.set(name, value);
    settings.saveAsync(({ status, error }) =>
      status === Office.AsyncResultStatus.Succeeded ? resolve() : reject(new Error(error.message)),
    );
  });
