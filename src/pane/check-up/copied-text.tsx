import { Button, Field, makeStyles, Textarea } from '@fluentui/react-components';
import { useRef, type JSX } from 'react';
import { usePane } from '../context';

const useStyles = makeStyles({ text: { fontFamily: 'monospace' } });

/** A text to take along: a frame may not write to the clipboard, so it can be selected too. */
export function CopiedText({ label, text }: { readonly label: string; readonly text: string }): JSX.Element {
  const styles = useStyles();
  const { say } = usePane();
  const area = useRef<HTMLDivElement>(null);
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      say(`${label} is copied.`);
    } catch {
      area.current?.querySelector('textarea')?.select();
      say(`${label} is selected: press Ctrl+C, or ⌘C, to copy it.`);
    }
  }
  return (
    <>
      <div ref={area}>
        <Field label={label}>
          <Textarea className={styles.text} readOnly rows={8} resize="vertical" value={text} />
        </Field>
      </div>
      <Button size="small" onClick={() => void copy()}>
        Copy
      </Button>
    </>
  );
}
