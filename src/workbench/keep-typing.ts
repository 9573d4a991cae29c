/** What is being typed stays, whatever its cell comes to meanwhile. */
import type { Univer } from '@univerjs/core';
import { IEditorBridgeService } from '@univerjs/sheets-ui';

/**
 * Univer reads a cell anew into the open editor whenever its value is written, so also when a computation ends:
 * the keys pressed until then would be gone, and the next ones stand within the old formula.
 */
export function keepTyping(univer: Univer): void {
  const editor = univer.__getInjector().get(IEditorBridgeService);
  const readAnew = editor.refreshEditCellState.bind(editor);
  editor.refreshEditCellState = () => {
    if (!editor.isVisible().visible) readAnew();
  };
}
