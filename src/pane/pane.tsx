import { FluentProvider, makeStyles, Spinner, tokens, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState, type JSX } from 'react';
import { CellTab } from './cell/cell-tab';
import { CheckUpTab } from './check-up/check-up-tab';
import { PaneContext, type PaneParts, type Tab as TabName, type Where } from './context';
import { DataBookTab } from './data-book/data-book-tab';
import { ArgumentAtHand } from './formula/argument-at-hand';
import { FunctionsTab } from './functions/functions-tab';
import { useMedia } from './media';
import { NewVersion } from './new-version';
import { part } from './part';
import { Tabs } from './tabs';

/** They bring the sheets' declarations, which no other tab waits for. */
const ModelsTab = part(async () => (await import('./models/models-tab')).ModelsTab);
/** It brings the charts, which no other tab waits for. */
const WhatIfTab = part(async () => (await import('./what-if/what-if-tab')).WhatIfTab);

const TABS: Readonly<Record<TabName, string>> = {
  cell: 'Cell',
  functions: 'Functions',
  models: 'Models',
  'what-if': 'What-if',
  'data-book': 'Data book',
  'check-up': 'Check-up',
};

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minWidth: 0,
    containerType: 'inline-size',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  body: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: '12px 14px 20px',
    '& .fui-Select, & select': { minWidth: 0 },
  },
  foot: {
    flexShrink: 0,
    padding: '6px 14px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

const PROMISE = 'Nothing you type leaves the workbook. Estimates are other people’s; this is not investment advice.';

export interface PaneProps extends Pick<PaneParts, 'host' | 'catalogue' | 'url'> {
  readonly start?: Where;
  /** takes the function that shows another part of the pane, for who stands outside */
  readonly onOpen?: (show: (where: Where) => void) => void;
}

/** What stands beside the sheet, in Excel and in the workbench alike. */
export function Pane({ host, catalogue, url, start = { tab: 'cell' }, onOpen }: PaneProps): JSX.Element {
  const styles = useStyles();
  const isDark = useMedia('(prefers-color-scheme: dark)');
  const [where, show] = useState<Where>(start);
  const [said, say] = useState('');
  const parts = useMemo(() => ({ host, catalogue, url, show, say }), [host, catalogue, url]);
  useEffect(() => onOpen?.(show), [onOpen]);
  // Another part is read from its beginning.
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (body.current) body.current.scrollTop = 0;
  }, [where]);

  return (
    <FluentProvider theme={isDark ? webDarkTheme : webLightTheme} className={styles.pane}>
      <PaneContext.Provider value={parts}>
        <Tabs label="Parts of the pane" titles={TABS} selected={where.tab} select={(tab) => show({ tab })} />
        <ArgumentAtHand />
        <div ref={body} className={styles.body} role="tabpanel" aria-labelledby={`tab-${where.tab}`} tabIndex={0}>
          <Suspense fallback={<Spinner size="small" label="One moment" />}>
            <Part where={where} />
          </Suspense>
        </div>
        <div className={styles.foot} role="status">
          {said || PROMISE}
        </div>
        <NewVersion />
      </PaneContext.Provider>
    </FluentProvider>
  );
}

function Part({ where }: { readonly where: Where }): JSX.Element {
  switch (where.tab) {
    case 'cell':
      return <CellTab />;
    case 'functions':
      return <FunctionsTab where={where} />;
    case 'models':
      return <ModelsTab />;
    case 'what-if':
      return <WhatIfTab />;
    case 'data-book':
      return <DataBookTab filter={where.filter ?? ''} />;
    case 'check-up':
      return <CheckUpTab />;
  }
}
