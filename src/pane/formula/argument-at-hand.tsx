import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState, type JSX } from 'react';
import { usePane } from '../context';
import { argumentHelp, type ArgumentHelp } from './argument-help';

const useStyles = makeStyles({
  help: {
    flexShrink: 0,
    maxHeight: '40%',
    overflowY: 'auto',
    padding: '8px 14px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, display: 'block' },
});

/** While a formula of ours is typed: the argument at hand. */
export function ArgumentAtHand(): JSX.Element | null {
  const styles = useStyles();
  const { host, catalogue } = usePane();
  const [help, setHelp] = useState<ArgumentHelp>();
  useEffect(() => host.onTyping?.((typing) => setHelp(typing && argumentHelp(typing, catalogue))), [host, catalogue]);
  if (!help) return null;
  return (
    <aside className={styles.help} aria-label="The argument at hand">
      <Text weight="semibold" block>
        {help.argument || help.name}
      </Text>
      <Text block>{help.about}</Text>
      {help.facts !== '' && <Text className={styles.quiet}>{help.facts}</Text>}
      <Text className={styles.quiet}>
        {help.name}({help.parameters})
      </Text>
    </aside>
  );
}
