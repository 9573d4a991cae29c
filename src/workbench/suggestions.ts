/** The names of functions that are offered while a formula is typed. */
import type { Univer } from '@univerjs/core';
import { IDescriptionService } from '@univerjs/sheets-formula';
import { IShortcutService, KeyCode } from '@univerjs/ui';
import { typingNow } from './typing';

/** Univer's keys within the list of names. */
const LIST_KEYS = 'sheet.formula-embedding-editor.search_function.';

/**
 * Every name that begins as the typed one, not Univer's first ten; and the list has the keys only while it was made for
 * what stands there. Univer makes it 0.3 seconds after the last key: with `=T`, a moment, `AAS_MARGIN()` and Enter, the
 * first name that begins with a T would otherwise replace what was typed.
 */
export function suggestFunctions(univer: Univer): void {
  const injector = univer.__getInjector();
  const descriptions = injector.get(IDescriptionService);
  const shortcuts = injector.get(IShortcutService);
  const now = typingNow(univer);
  const typed = (): string | undefined => {
    const typing = now();
    return typing?.formula.slice(0, typing.caret);
  };
  let listedFor: string | undefined;

  const search = descriptions.getSearchListByNameFirstLetter.bind(descriptions);
  descriptions.getSearchListByNameFirstLetter = (start) => {
    const before = typed();
    listedFor = before?.toUpperCase().endsWith(start.toUpperCase()) ? before : undefined;
    const found = search(start).sort((a, b) => a.name.localeCompare(b.name));
    found.slice = () => [...found];
    return found;
  };

  const register = shortcuts.registerShortcut.bind(shortcuts);
  shortcuts.registerShortcut = (shortcut) => {
    // Escape closes it in any case.
    if (!shortcut.id.startsWith(LIST_KEYS) || shortcut.binding === KeyCode.ESC) return register(shortcut);
    return register({ ...shortcut, preconditions: () => listedFor !== undefined && typed() === listedFor });
  };
}
