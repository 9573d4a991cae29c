import { Button, Text } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useEffect, useState, type JSX } from 'react';
import { usePane, type Where } from '../context';
import { callsIn } from '../../derive/formula/calls';
import type { Place } from '../host';
import { FunctionForm } from './function-form';
import { FunctionList } from './function-list';
import { remember } from './recent';
import { reasonOf } from '../reason-of';

type Here = Where & { readonly tab: 'functions' };

/** The list of functions; or the page of one, whose form may be on a formula that is there. */
export function FunctionsTab({ where }: { readonly where: Here }): JSX.Element {
  const { catalogue, show } = usePane();
  const asked = useName(where);
  const name = 'name' in asked ? asked.name : undefined;
  const definition = catalogue.functions.find((each) => each.name === name);
  useEffect(() => void (definition && remember(definition.name)), [definition]);
  if (!where.name && !where.edit) return <FunctionList />;
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowLeftRegular />}
        onClick={() => show({ tab: where.edit ? 'cell' : 'functions' })}
      >
        {where.edit ? `Back to ${where.edit.address}` : 'All functions'}
      </Button>
      {definition && (
        <FunctionForm
          key={`${definition.name} ${where.edit ? `${where.edit.sheet}!${where.edit.address}` : ''}`}
          definition={definition}
          {...(where.edit && { edit: where.edit })}
          {...(where.start !== undefined && { start: where.start })}
        />
      )}
      {name !== undefined && !definition && <Text block>There is no function {name} here.</Text>}
      {'why' in asked && <Text block>{asked.why}</Text>}
    </>
  );
}

type Asked = { readonly name: string } | { readonly why: string } | { readonly pending: true };

/** The function the page is of: as named, or the first of the cell's formula. */
function useName({ name, edit }: Here): Asked {
  const { host, catalogue } = usePane();
  const [found, setFound] = useState<{ readonly of: Place; readonly asked: Asked }>();
  useEffect(() => {
    if (!edit || name !== undefined) return undefined;
    let isLeft = false;
    const tell = (asked: Asked): void => void (isLeft || setFound({ of: edit, asked }));
    host.read([edit]).then(
      ([cell]) => {
        const [first] = callsIn(cell?.formula ?? '', catalogue);
        tell(first ? { name: first.definition.name } : { why: `There is no function of ours in ${edit.address}.` });
      },
      (error: unknown) => tell({ why: reasonOf(error) }),
    );
    return () => {
      isLeft = true;
    };
  }, [host, catalogue, edit, name]);
  if (name !== undefined) return { name };
  return found && found.of === edit ? found.asked : { pending: true };
}
