/** The formula that is being typed into a cell or the formula bar, and where the next character goes. */
import {
  DOCS_FORMULA_BAR_EDITOR_UNIT_ID_KEY,
  DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
  type DocumentDataModel,
  ICommandService,
  IUniverInstanceService,
  type Univer,
  UniverInstanceType,
} from '@univerjs/core';
import type { Host, Typing } from '../pane/host';

const TYPED = 'doc.mutation.rich-text-editing';
const CARET_MOVED = 'doc.operation.set-selections';
const EDITING = 'sheet.operation.set-cell-edit-visible';
const EDITORS = [DOCS_NORMAL_EDITOR_UNIT_ID_KEY, DOCS_FORMULA_BAR_EDITOR_UNIT_ID_KEY];

interface EditorCommand {
  readonly unitId?: string;
  readonly visible?: boolean;
  readonly ranges?: readonly { readonly endOffset?: number }[];
}

export function typingIn(univer: Univer): NonNullable<Host['onTyping']> {
  const injector = univer.__getInjector();
  const instances = injector.get(IUniverInstanceService);
  const listeners = new Set<(typing: Typing | undefined) => void>();
  let isEditing = false;
  let editor = '';
  let caret: number | undefined;
  let told: Typing | undefined;

  function typingNow(): Typing | undefined {
    const document = instances.getUnit<DocumentDataModel>(editor, UniverInstanceType.UNIVER_DOC);
    const formula = (document?.getBody()?.dataStream ?? '').replace(/\r\n$/, '');
    if (!isEditing || !formula.startsWith('=')) return undefined;
    return { formula, caret: Math.min(caret ?? formula.length, formula.length) };
  }
  function tell(): void {
    const typing = typingNow();
    if (typing?.formula === told?.formula && typing?.caret === told?.caret) return;
    told = typing;
    listeners.forEach((listener) => listener(typing));
  }

  injector.get(ICommandService).onCommandExecuted(({ id, params }) => {
    if (id !== TYPED && id !== CARET_MOVED && id !== EDITING) return;
    const { unitId, visible, ranges } = (params ?? {}) as EditorCommand;
    if (id === EDITING) isEditing = visible === true;
    else if (unitId === undefined || !EDITORS.includes(unitId)) return;
    else {
      editor = unitId;
      caret = id === CARET_MOVED ? ranges?.at(-1)?.endOffset : caret;
    }
    // The caret follows what is typed with a command of its own.
    setTimeout(tell);
  });
  return (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
}
