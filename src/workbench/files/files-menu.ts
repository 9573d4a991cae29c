/** The menu "Workbook" of the page's header: the list of workbooks, files, and whether the work is kept. */
import { Unreadable } from '../../models/xlsx/unreadable';
import { tooLarge, LIMITS } from '../../models/xlsx/unpack';
import { reasonOf } from '../../pane/reason-of';
import { ask } from './ask';
import type { SaveState } from './autosave';
import { fromFile } from './from-file';
import type { GridFiles } from './grid-files';
import { button, made } from './made';
import { emptyWorkbook, keepWork, type KeptWork, type Work } from './work';
import './files-menu.css';

export interface FilesMenuParts {
  readonly work: Work;
  readonly files: GridFiles;
  /** the add-in's functions by name */
  readonly ours: ReadonlySet<string>;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A name that every system takes for a file. */
export const fileName = (name: string): string =>
  name
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100) || 'Workbook';

function download(bytes: Uint8Array, name: string): void {
  const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type: XLSX }));
  made('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

const stateInWords = (state: SaveState): string => {
  if (state.is === 'refused') return state.why;
  return { saved: 'Saved in this browser', changed: 'Not saved yet', saving: 'Saving' }[state.is];
};

export interface FilesMenu {
  readonly element: HTMLElement;
  /** what is in view is kept, and the page goes on with another workbook; or why not, in a sentence */
  readonly add: KeptWork['add'];
}

export function filesMenu({ work, files, ours }: FilesMenuParts): FilesMenu {
  const status = made('span', { class: 'files-status', role: 'status' });
  const said = made('div', { class: 'files-said', role: 'alert' });
  const list = made('ul', { class: 'files-list', 'aria-label': 'Workbooks in this browser' });
  const toggle = made(
    'button',
    { type: 'button', 'aria-expanded': 'false', 'aria-controls': 'files-panel' },
    'Workbook',
  );
  const panel = made('div', { id: 'files-panel', class: 'files-panel', role: 'group', 'aria-label': 'Workbook' });
  panel.hidden = true;
  const name = made('input', { type: 'text', maxlength: '100', spellcheck: 'false' });
  const choose = made('input', {
    type: 'file',
    accept: '.xlsx,.xlsm,.csv',
    'aria-label': 'A file to open',
    tabindex: '-1',
  });
  choose.hidden = true;

  function shows(state: SaveState): void {
    status.textContent = stateInWords(state);
    status.classList.toggle('refused', state.is === 'refused');
  }
  const kept: KeptWork = keepWork(work, files, shows, () => location.reload());
  if (kept.why !== undefined) shows({ is: 'refused', why: kept.why });
  else if (work.revision > 0) shows({ is: 'saved' });

  const say = (...sentences: readonly string[]): void =>
    said.replaceChildren(...sentences.map((sentence) => made('p', {}, sentence)));

  /** What was asked for, with a sentence where it could not be done. */
  function tried(does: () => Promise<string | undefined>): () => void {
    return () => {
      say();
      does()
        .then((sentence) => sentence !== undefined && say(sentence))
        .catch((fault: unknown) => say(reasonOf(fault)));
    };
  }

  async function save(kind: 'live' | 'native'): Promise<undefined> {
    const { writeXlsx } = await import('../../models/xlsx/write');
    const file = await files.file();
    if (kind === 'live') {
      download(await writeXlsx(file, ours), `${fileName(kept.name())}.xlsx`);
      return;
    }
    const { withoutAddIn } = await import('../../derive/native/without-add-in');
    const { workbook, asValues } = await withoutAddIn(file);
    download(await writeXlsx(workbook, ours), `${fileName(kept.name())} (native).xlsx`);
    if (asValues > 0)
      say(
        `${asValues} ${asValues === 1 ? 'formula has' : 'formulas have'} no native form: written as values, each with a note.`,
      );
  }

  async function openFile(file: File): Promise<string | undefined> {
    const isCsv = /\.(csv|tsv|txt)$/i.test(file.name);
    if (file.size > LIMITS.file) throw tooLarge(file.size);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const title = file.name.replace(/\.\w+$/, '');
    const { workbook, unread } = isCsv
      ? (await import('../../models/csv')).readCsv(bytes, title)
      : await (await import('../../models/xlsx/read')).readXlsx(bytes, { ours });
    if (unread.length > 0) {
      const sentences = [`${file.name} opens without some of what is in it:`, ...unread];
      if (!(await ask({ sentences, yes: 'Open it so', losesWork: false }))) return undefined;
    }
    return kept.add(title, fromFile(workbook));
  }
  choose.addEventListener('change', () => {
    const [file] = choose.files ?? [];
    choose.value = '';
    if (!file) return;
    tried(() =>
      openFile(file).catch((fault: unknown) => {
        throw fault instanceof Unreadable ? new Error(`${file.name}: ${fault.message}`) : fault;
      }),
    )();
  });

  async function show(): Promise<void> {
    name.value = kept.name();
    const all = await kept.list();
    list.replaceChildren(
      ...all.map(({ id, name: title, changed }) => {
        const open = button(
          title,
          tried(() => kept.open(id)),
        );
        if (kept.isCurrent(id)) open.setAttribute('aria-current', 'true');
        const remove = button('Delete', () => {
          const sentences = [`Delete ${title}? It cannot be brought back.`];
          void ask({ sentences, yes: 'Delete', losesWork: true }).then(async (isMeant) => {
            if (!isMeant) return;
            await kept.remove(id);
            await show();
            name.focus();
          });
        });
        remove.setAttribute('aria-label', `Delete ${title}`);
        return made(
          'li',
          {},
          open,
          made('time', { datetime: changed.toISOString() }, changed.toLocaleString()),
          remove,
        );
      }),
    );
  }
  function set(isOpen: boolean): void {
    panel.hidden = !isOpen;
    toggle.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) void show().then(() => name.focus());
    else toggle.focus();
  }
  toggle.addEventListener('click', () => set(panel.hidden));
  name.addEventListener('change', () => void kept.rename(name.value).then(show));

  panel.append(
    made('label', {}, 'Name ', name),
    made(
      'div',
      { class: 'files-actions' },
      button(
        'New',
        tried(() => kept.add('Workbook', emptyWorkbook())),
      ),
      button(
        'Duplicate',
        tried(() => kept.duplicate()),
      ),
      button('Open a file…', () => choose.click()),
      button(
        'Download .xlsx',
        tried(() => save('live')),
      ),
      button(
        'Download without the add-in',
        tried(() => save('native')),
      ),
    ),
    said,
    list,
    choose,
  );
  const menu = made('div', { class: 'files-menu' }, toggle, status, panel);
  menu.addEventListener('keydown', (event) => {
    // The grid listens to keys of the whole page.
    event.stopPropagation();
    if (event.key === 'Escape' && !panel.hidden) set(false);
  });
  return { element: menu, add: kept.add };
}
