/** A part of the pane, opened beside a sheet. */
import { createDOMRenderer, FluentProvider, RendererProvider, webLightTheme } from '@fluentui/react-components';
import { configure, render, type RenderResult } from '@testing-library/react';
import { useState, type JSX } from 'react';
import { PaneContext, type PaneParts, type Where } from '../../src/pane/context';
import type { Host } from '../../src/pane/host';
import { catalogue } from '../functions/cell';

// Beside other tests on a busy machine an answer may take seconds.
configure({ asyncUtilTimeout: 20_000 });

export interface Opened extends RenderResult {
  /** what was told at the foot of the pane, the newest last */
  readonly said: string[];
}

/** Opens what is shown of a place in the pane, which other parts may ask to change. */
export function openPart(host: Host, part: (where: Where) => JSX.Element, start: Where = { tab: 'cell' }): Opened {
  const said: string[] = [];
  // jsdom has no layout, and asks every rule of every sheet again for each element: the styles go into a page apart.
  const renderer = createDOMRenderer(document.implementation.createHTMLDocument());
  function Part(): JSX.Element {
    const [where, show] = useState(start);
    const [parts] = useState<PaneParts>({
      host,
      catalogue,
      url: (path) => `https://taas.example/${path}`,
      show,
      say: (sentence) => void said.push(sentence),
    });
    return <PaneContext.Provider value={parts}>{part(where)}</PaneContext.Provider>;
  }
  const view = render(
    <RendererProvider renderer={renderer}>
      <FluentProvider theme={webLightTheme}>
        <Part />
      </FluentProvider>
    </RendererProvider>,
  );
  return { ...view, said };
}
