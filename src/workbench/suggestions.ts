/** The names of functions that are offered while a formula is typed. */
import type { Univer } from '@univerjs/core';
import { IEditorService } from '@univerjs/docs-ui';
import { IDescriptionService } from '@univerjs/sheets-formula';
import { IShortcutService, KeyCode } from '@univerjs/ui';

/** Univer's keys within the list of names. */
const LIST_KEYS = 'sheet.formula-embedding-editor.search_function.';

/**
 * Every name that begins as the typed one, not Univer's first ten; and Enter and Tab take one only while the list was
 * made for what stands there. Univer makes it 0.3 seconds after the last key: `=T`, a moment, `AAS_MARGIN()` and Enter
 * would otherwise replace what was typed by the first name that begins with a T.
 */
export function suggestFunctions(univer: Univer): void {
  const injector = univer.__getInjector();
  const editors = injector.get(IEditorService);
  const descriptions = injector.get(IDescriptionService);
  const shortcuts = injector.get(IShortcutService);

  const typed = (): string => {
    const editor = editors.getFocusEditor();
    const text = editor?.getDocumentData().body?.dataStream ?? '';
    return text.slice(0, editor?.getSelectionRanges()[0]?.startOffset);
  };
  let listedFor = '';

  const search = descriptions.getSearchListByNameFirstLetter.bind(descriptions);
  descriptions.getSearchListByNameFirstLetter = (start) => {
    const before = typed();
    listedFor = before.toUpperCase().endsWith(start.toUpperCase()) ? before : '';
    const found = search(start).sort((a, b) => a.name.localeCompare(b.name));
    found.slice = () => [...found];
    return found;
  };

  const register = shortcuts.registerShortcut.bind(shortcuts);
  shortcuts.registerShortcut = (shortcut) => {
    const takes = shortcut.binding === KeyCode.ENTER || shortcut.binding === KeyCode.TAB;
    if (!takes || !shortcut.id.startsWith(LIST_KEYS)) return register(shortcut);
    return register({ ...shortcut, preconditions: () => listedFor !== '' && typed() === listedFor });
  };
}
