import { made } from './files/made';

export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element with the id ${id}.`);
  return found;
}

/** What went wrong, for everyone to read or hear. */
export const alertOf = (sentence: string): HTMLElement => made('p', { class: 'fault', role: 'alert' }, sentence);

/** Runs a script of this site; scripts asked for one after the other run in that order. */
export function loadScript(url: string): Promise<void> {
  const script = document.createElement('script');
  script.src = url;
  script.async = false;
  return new Promise((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${url} did not load`));
    document.head.append(script);
  });
}
