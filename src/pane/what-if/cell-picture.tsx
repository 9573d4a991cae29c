import { Spinner, Text } from '@fluentui/react-components';
import { useEffect, useState, type JSX } from 'react';
import { hasChart } from '../../charts';
import type { Catalogue } from '../../catalogue/define';
import type { CallView } from '../cell/cell-view';
import { usePane } from '../context';
import { callsIn } from '../../derive/formula/calls';
import { valuesOf } from '../../derive/formula/values';
import { follow } from '../follow';
import type { Host } from '../host';
import { Picture } from './picture';
import type { Outcome } from './run';
import { useRunner } from './use-runner';

interface Props {
  readonly call: CallView;
  /** the sheet that the formula stands on */
  readonly sheet: string;
}

/** The picture of an answer in a cell: a bridge, a walk, a tornado, a table of two inputs, a distribution. */
export const CellPicture = ({ call, sheet }: Props): JSX.Element | null =>
  hasChart(call) && call.unknown === undefined ? <Drawn call={call} sheet={sheet} /> : null;

function Drawn({ call, sheet }: Props): JSX.Element | null {
  const { host, catalogue } = usePane();
  const runner = useRunner();
  const [outcome, setOutcome] = useState<Outcome>();
  const { name, text, result } = call;
  useEffect(() => {
    setOutcome(undefined);
    let isOver = false;
    const ask = async (args: Arguments | 'unknown'): Promise<void> => {
      const its = args === 'unknown' ? undefined : await runner.ask({ name, args }, () => undefined);
      if (!isOver) setOutcome(its ?? { stopped: true });
    };
    const end = follow(
      (listener) => host.onChange(listener),
      () => argumentsOf(text, sheet, host, catalogue),
      (args) => void ask(args),
    );
    return () => {
      isOver = true;
      end();
      runner.stop();
    };
  }, [name, text, sheet, host, catalogue, runner]);

  if (!outcome) return <Spinner size="tiny" label="Drawing" />;
  if ('stopped' in outcome) return null;
  if ('chart' in outcome) return <Picture chart={outcome.chart} />;
  // What is wrong with the call is said where the cell shows its error.
  return !result.startsWith('#') ? <Text block>{outcome.problem.sentence}</Text> : null;
}

type Arguments = Readonly<Record<string, unknown>>;

/** The arguments of a call by name, as they are now, unless only the sheet knows one. */
async function argumentsOf(
  text: string,
  sheet: string,
  host: Host,
  catalogue: Catalogue,
): Promise<Arguments | 'unknown'> {
  const [call] = callsIn(`=${text}`, catalogue);
  const values = call ? await valuesOf(call, { host, catalogue, sheet }) : [];
  if (!call || values.some(({ kind }) => kind === 'unknown')) return 'unknown';
  const names = Object.keys(call.definition.parameters);
  return Object.fromEntries(names.map((name, i) => [name, values[i] && 'value' in values[i] ? values[i].value : null]));
}
