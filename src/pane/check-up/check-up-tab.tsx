import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Button, Text } from '@fluentui/react-components';
import { useState, type JSX, type ReactNode } from 'react';
import { usePane } from '../context';
import { ChangeFormulas } from './change-formulas';
import { CopiedText } from './copied-text';
import { diagnostics } from './diagnostics';
import { Look } from './look';
import { selfTest } from './self-test';
import { SettingsPart } from './settings-part';
import { useWork, Workspace } from './work';

/** What is wrong with our formulas in the workbook, and what can be done with all of them at once. */
export function CheckUpTab(): JSX.Element {
  return (
    <Workspace>
      <Look />
      <Accordion multiple collapsible>
        <Part value="change" title="Recalculate, freeze, go native">
          <ChangeFormulas />
        </Part>
        <Part value="self-test" title="Self-test">
          <SelfTest />
        </Part>
        <Part value="diagnostics" title="Diagnostics">
          <Diagnostics />
        </Part>
        <Part value="settings" title="Settings of this workbook">
          <SettingsPart />
        </Part>
      </Accordion>
    </Workspace>
  );
}

function Part({ value, title, children }: { value: string; title: string; children: ReactNode }): JSX.Element {
  return (
    <AccordionItem value={value}>
      <AccordionHeader as="h3" size="small">
        {title}
      </AccordionHeader>
      <AccordionPanel>{children}</AccordionPanel>
    </AccordionItem>
  );
}

function SelfTest(): JSX.Element {
  const { host, catalogue } = usePane();
  const { title, run } = useWork();
  const [report, setReport] = useState<string>();
  const test = (): void =>
    run('Testing every example', async (progress) => {
      const { text, summary, sheet } = await selfTest({ host, catalogue }, progress);
      setReport(text);
      return `${sheet}: ${summary}`;
    });
  return (
    <>
      <Text block>
        A new sheet with every example of every function: what {host.name} answers beside what it should.
      </Text>
      <Button size="small" disabled={title !== undefined} onClick={test}>
        Test on a new sheet
      </Button>
      {report !== undefined && <CopiedText label="Report" text={report} />}
    </>
  );
}

function Diagnostics(): JSX.Element {
  const parts = usePane();
  const { title, run } = useWork();
  const [text, setText] = useState<string>();
  const look = (): void =>
    run('Asking the host and this site', async () => {
      setText(await diagnostics(parts));
      return 'The diagnostics can be copied.';
    });
  return (
    <>
      <Text block>
        Versions, storage, and whether Excel may fetch the list of functions. This asks our own site once.
      </Text>
      <Button size="small" disabled={title !== undefined} onClick={look}>
        Diagnose
      </Button>
      {text !== undefined && <CopiedText label="Diagnostics" text={text} />}
    </>
  );
}
