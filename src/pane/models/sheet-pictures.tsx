import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState, type JSX } from 'react';
import { usePane } from '../context';
import { follow } from '../follow';
import type { Host } from '../host';
import { Picture } from '../what-if/picture';
import { picturesReader, type SheetPicturesView } from './pictures-of-sheet';

const useStyles = makeStyles({
  part: { marginTop: '20px' },
  title: { margin: '12px 0 0', fontWeight: tokens.fontWeightSemibold },
});

/** The pictures of the model in view, drawn anew as its cells change; a host that draws them itself needs none here. */
export function SheetPictures(): JSX.Element | null {
  const { host } = usePane();
  return host.drawsPictures ? null : <Drawn host={host} />;
}

function Drawn({ host }: { readonly host: Host }): JSX.Element | null {
  const styles = useStyles();
  const [view, setView] = useState<SheetPicturesView | null>(null);
  useEffect(() => follow((listener) => host.onChange(listener), picturesReader(host), setView), [host]);
  if (!view || view.pictures.length === 0) return null;
  return (
    <section className={styles.part} aria-label={`Pictures of ${view.sheet}`}>
      <Text as="h2" weight="semibold">
        Pictures of {view.sheet}
      </Text>
      {view.pictures.map(({ title, chart, doubt }, i) => (
        <div key={i}>
          {chart ? <Picture chart={chart} /> : <p className={styles.title}>{title}</p>}
          {doubt !== undefined && <Text block>{doubt}</Text>}
        </div>
      ))}
    </section>
  );
}
