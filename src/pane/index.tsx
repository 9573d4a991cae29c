/** The pane's script, loaded after the functions are associated. Whoever has a host and an element opens it there. */
import { createRoot } from 'react-dom/client';
import { catalogueOf } from '../catalogue/catalogue';
import { functions } from '../functions';
import type { Where } from './context';
import type { Host } from './host';
import { Pane } from './pane';

const here = new URL((document.currentScript as HTMLScriptElement).src);
// Parts that come later lie beside this script.
__webpack_public_path__ = new URL('.', here).href;

/** Opens the pane; answers the function that shows a part of it. */
export type OpenPane = (container: HTMLElement, host: Host, start?: Where) => (where: Where) => void;

declare global {
  var __webpack_public_path__: string;
  var openTaasPane: OpenPane | undefined;
}

globalThis.openTaasPane = (container, host, start) => {
  let go: ((where: Where) => void) | undefined;
  let wanted: Where | undefined;
  const onOpen = (show: (where: Where) => void): void => {
    go = show;
    if (wanted) show(wanted);
  };
  createRoot(container).render(
    <Pane
      host={host}
      catalogue={catalogueOf(functions)}
      url={(path) => new URL(path, here).href}
      onOpen={onOpen}
      {...(start && { start })}
    />,
  );
  // What is asked for before the pane stands is shown once it does.
  return (where) => (go ? go(where) : void (wanted = where));
};
