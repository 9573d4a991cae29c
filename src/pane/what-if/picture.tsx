import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useLayoutEffect, useRef, useState, type JSX } from 'react';
import type { Chart, RowsChart } from '../../charts/chart';
import { draw } from '../../charts/draw';
import { usePane } from '../context';
import { useMedia } from '../media';
import { chartTable } from './chart-table';
import { copy, save } from './picture-file';

/** Below this, what is written in a picture does not fit; it is made smaller as a whole. */
const NARROWEST = 292;

const useStyles = makeStyles({
  figure: {
    margin: '12px 0 0',
    '& svg': { display: 'block', width: '100%', height: 'auto', forcedColorAdjust: 'none' },
    '& svg text': { forcedColorAdjust: 'none' },
  },
  // Light and dark change places, and every colour stays what it is: orange is orange.
  dark: { '& svg': { filter: 'invert(0.88) hue-rotate(180deg)' } },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '6px', margin: '8px 0' },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    '& th, & td': { padding: '3px 4px 3px 0', textAlign: 'right', overflowWrap: 'anywhere' },
    '& th:first-child': { textAlign: 'left', fontWeight: tokens.fontWeightRegular },
    '& tr': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  scroll: { overflowX: 'auto' },
  summary: { cursor: 'pointer', fontSize: tokens.fontSizeBase200 },
});

/** A picture as wide as the pane, its numbers as a table, and what can be done with it. */
export function Picture({ chart }: { readonly chart: Chart | RowsChart }): JSX.Element {
  const styles = useStyles();
  const { say } = usePane();
  const isDark = useMedia('(prefers-color-scheme: dark)');
  const paper = useRef<HTMLDivElement>(null);
  const width = useWidth(paper);
  useLayoutEffect(() => {
    paper.current?.replaceChildren(draw(chart, document, Math.max(NARROWEST, width)));
  }, [chart, width]);
  const { head, rows } = chartTable(chart);
  const tell = (said: Promise<string>): void => void said.then(say);
  return (
    <figure className={isDark ? `${styles.figure} ${styles.dark}` : styles.figure} aria-label={chart.title}>
      <div ref={paper} />
      <div className={styles.actions}>
        <Button size="small" onClick={() => tell(save(chart, 'svg'))}>
          Save SVG
        </Button>
        <Button size="small" onClick={() => tell(save(chart, 'png'))}>
          Save PNG
        </Button>
        <Button size="small" onClick={() => tell(copy(chart))}>
          Copy picture
        </Button>
      </div>
      <details>
        <summary className={styles.summary}>The picture as a table</summary>
        <Text size={200} block>
          {chart.says}
        </Text>
        <div className={styles.scroll} tabIndex={0} role="region" aria-label="Table of the picture">
          <table className={styles.table} aria-label={chart.title}>
            <thead>
              <tr>
                {head.map((name, i) => (
                  <th key={i} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([label, ...cells], i) => (
                <tr key={i}>
                  <th scope="row">{label}</th>
                  {cells.map((cell, j) => (
                    <td key={j}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}

/** How wide an element is, now and as the pane is drawn wider. */
function useWidth(of: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = of.current;
    if (!element) return;
    const measure = (): void => setWidth(Math.floor(element.clientWidth));
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [of]);
  return width;
}
