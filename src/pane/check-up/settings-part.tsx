import { Field, Switch, Text } from '@fluentui/react-components';
import { useState, type JSX } from 'react';
import { usePane } from '../context';
import { isOn, settingsOf, type Setting } from './settings';
import { reasonOf } from '../reason-of';

/** Settings that the document keeps. */
export function SettingsPart(): JSX.Element {
  const { host } = usePane();
  const settings = settingsOf(host);
  if (settings.length === 0) return <Text>{host.name} has no settings of ours to keep.</Text>;
  return (
    <>
      {settings.map((setting) => (
        <OneSetting key={setting.name} setting={setting} />
      ))}
    </>
  );
}

function OneSetting({ setting }: { readonly setting: Setting }): JSX.Element {
  const { host, say } = usePane();
  const [on, setOn] = useState(isOn(host, setting));
  async function turn(to: boolean): Promise<void> {
    setOn(to);
    try {
      await host.settings.set(setting.name, to);
      say(`${setting.title} is ${to ? 'on' : 'off'} in this workbook.${setting.after ?? ''}`);
    } catch (error) {
      setOn(!to);
      say(`${setting.title} could not be kept: ${reasonOf(error)}`);
    }
  }
  return (
    <Field hint={setting.about}>
      <Switch label={setting.title} checked={on} onChange={(_, { checked }) => void turn(checked)} />
    </Field>
  );
}
