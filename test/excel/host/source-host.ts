/** The host of the add-in's source, loaded into the pane under Microsoft's office.js, for tests outside of the page. */
import type { Complaint, Host } from '../../../src/pane/host';
import type { OpenAddin } from './excel';

export interface SourceHost {
  readonly host: Host;
  /** A function complains. */
  readonly complain: (name: string, problem: { readonly code: string; readonly sentence: string }) => Promise<unknown>;
}

export async function sourceHost({ page, pane }: OpenAddin): Promise<SourceHost> {
  let complaints: readonly Complaint[] = [];
  const listeners: (() => void)[] = [];
  await page.exposeFunction('tell', (listener: number, complained: readonly Complaint[]) => {
    complaints = complained;
    listeners[listener]!();
  });
  // As text: the dynamic import is the browser's.
  await pane.evaluate(`Promise.all([import('/src/excel/host'), import('/src/excel/why')])
    .then(([{ excelHost: host }, { complain }]) => Object.assign(window, { host, complain, stops: [] }))`);
  const ask =
    (name: string, count = 9) =>
    (...args: unknown[]): Promise<never> =>
      pane
        .evaluate(
          `host.${name}(...${JSON.stringify(args.slice(0, count))}).then((is) => ({ is }), ({ message }) => ({ message }))`,
        )
        .then((answer) => {
          const { is, message } = answer as { is: never; message?: string };
          if (message !== undefined) throw new Error(message);
          return is;
        });
  const listen =
    (name: 'onChange' | 'onComplaint') =>
    (listener: () => void): (() => void) => {
      const i = listeners.push(listener) - 1;
      void pane.evaluate(`void (stops[${i}] = host.${name}(() => tell(${i}, host.complaints())))`);
      return () => void pane.evaluate(`stops[${i}]()`);
    };
  const host: Host = {
    name: 'Excel',
    activeCell: ask('activeCell'),
    selectedRange: ask('selectedRange'),
    select: ask('select'),
    read: ask('read'),
    values: ask('values'),
    formulas: ask('formulas'),
    write: ask('write'),
    // Progress is no data, and stays outside.
    change: ask('change', 1),
    recalculate: ask('recalculate', 1),
    sheets: ask('sheets'),
    addSheet: ask('addSheet'),
    insertSheets: ask('insertSheets'),
    drawsPictures: true,
    copySheet: ask('copySheet'),
    used: ask('used'),
    resolve: ask('resolve'),
    notes: ask('notes'),
    settings: { get: () => undefined, set: ask('settings.set') },
    facts: ask('facts'),
    complaints: () => complaints,
    onChange: listen('onChange'),
    onComplaint: listen('onComplaint'),
  };
  return { host, complain: (...args) => pane.evaluate(`complain(...${JSON.stringify(args)})`) };
}
