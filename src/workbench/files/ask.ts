/** A question that must be answered before anything is done. Escape leaves all as it is, and so does Enter where yes loses something. */
import { button, made } from './made';

export interface Question {
  readonly sentences: readonly string[];
  readonly yes: string;
  readonly losesWork: boolean;
}

export function ask({ sentences, yes, losesWork }: Question): Promise<boolean> {
  const dialog = made('dialog', { class: 'files-ask', 'aria-labelledby': 'files-asked' });
  const asked = made('div', { id: 'files-asked' }, ...sentences.map((sentence) => made('p', {}, sentence)));
  const no = button('Cancel', () => dialog.close());
  const go = button(yes, () => dialog.close(yes));
  (losesWork ? no : go).setAttribute('autofocus', '');
  dialog.append(asked, made('div', { class: 'files-actions' }, no, go));
  // The grid listens to keys of the whole page.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  document.body.append(dialog);
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      // The keyboard is given back as the dialog closes, and before it is gone.
      dialog.remove();
      resolve(dialog.returnValue === yes);
    });
    dialog.showModal();
  });
}
