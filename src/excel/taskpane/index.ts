import type { Where } from '../../pane/context';
import { excelHost } from '../host';
import './taskpane.css';

/** The buttons on Home that open a part of the pane, by the functions that the manifest names. */
const BUTTONS: Readonly<Record<string, Where>> = {
  showFunctions: { tab: 'functions' },
  showModels: { tab: 'models' },
  showCheckUp: { tab: 'check-up' },
};

void Office.onReady().then(() => {
  const show = globalThis.openTaasPane?.(document.getElementById('pane')!, excelHost);
  for (const [name, where] of Object.entries(BUTTONS)) {
    Office.actions?.associate(name, (event: Office.AddinCommands.Event) => {
      show?.(where);
      void Office.addin.showAsTaskpane().finally(() => event.completed());
    });
  }
});
