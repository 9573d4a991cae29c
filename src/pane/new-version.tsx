import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState, type JSX } from 'react';
import { VERSION } from '../book/version';
import { usePane } from './context';

const useStyles = makeStyles({
  line: {
    flexShrink: 0,
    padding: '0 14px 6px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

/** The version that runs, and whether the host has another. The host of the add-in is asked, once, when the pane opens. */
export function NewVersion(): JSX.Element {
  const styles = useStyles();
  const { url } = usePane();
  const [hosted, learn] = useState(VERSION);
  useEffect(() => {
    let isOpen = true;
    void hostedVersion(url('version.json')).then((version) => {
      if (isOpen && version !== undefined) learn(version);
    });
    return () => {
      isOpen = false;
    };
  }, [url]);
  return (
    <div className={styles.line}>
      {hosted === VERSION ? (
        <span>Version {VERSION}. </span>
      ) : (
        <strong role="alert">
          A new version, {hosted}, is there; {VERSION} is running. Save the workbook, close it and open it again.{' '}
        </strong>
      )}
      <Link href={url('help/support.html')} target="_blank" rel="noopener" inline>
        Support, privacy, licences
      </Link>
    </div>
  );
}

/** Undefined where the host cannot be reached or says no version: what runs goes on running. */
async function hostedVersion(address: string): Promise<string | undefined> {
  try {
    const response = await fetch(address, { cache: 'no-store', credentials: 'omit' });
    const { version } = (await response.json()) as { readonly version?: unknown };
    return typeof version === 'string' && /^\d+(\.\d+){2}$/.test(version) ? version : undefined;
  } catch {
    return undefined;
  }
}
