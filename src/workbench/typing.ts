/** The formula that is being typed into a cell or the formula bar, and where the next character goes. */
import { ICommandService, type Univer } from '@univerjs/core';
import { IEditorService } from '@univerjs/docs-ui';
import { IEditorBridgeService } from '@univerjs/sheets-ui';
import type { Host, Typing } from '../pane/host';

const FOLLOWED = [
  'doc.mutation.rich-text-editing',
  'doc.operation.set-selections',
  'sheet.operation.set-cell-edit-visible',
];

/** Asks for the formula as it stands at the moment. */
export function typingNow(univer: Univer): () => Typing | undefined {
  const injector = univer.__getInjector();
  const editors = injector.get(IEditorService);
  const cell = injector.get(IEditorBridgeService);
  return () => {
    const editor = editors.getFocusEditor();
    if (!editor || !editors.isSheetEditor(editor.getEditorId()) || !cell.isVisible().visible) return undefined;
    const formula = (editor.getDocumentData().body?.dataStream ?? '').replace(/\r\n$/, '');
    if (!formula.startsWith('=')) return undefined;
    const caret = editor.getSelectionRanges()[0]?.endOffset ?? formula.length;
    return { formula, caret: Math.min(caret, formula.length) };
  };
}

/** Tells of each key of it, and undefined when it ends. */
export function typingIn(univer: Univer): NonNullable<Host['onTyping']> {
  const now = typingNow(univer);
  const listeners = new Set<(typing: Typing | undefined) => void>();
  let told: Typing | undefined;

  function tell(): void {
    const typing = now();
    if (typing?.formula === told?.formula && typing?.caret === told?.caret) return;
    told = typing;
    listeners.forEach((listener) => listener(typing));
  }

  univer
    .__getInjector()
    .get(ICommandService)
    .onCommandExecuted(({ id }) => {
      // The caret follows what is typed with a command of its own.
      if (FOLLOWED.includes(id)) setTimeout(tell);
    });
  return (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
}
