import { Text } from '@fluentui/react-components';
import { lazy, type ComponentType, type LazyExoticComponent, type JSX } from 'react';

/**
 * A part of the pane whose script is fetched when it is first shown. Where that does not arrive, as when a new version has
 * taken its place on the host, the part says so and the rest of the pane goes on.
 */
export function part<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: await load().catch((): ComponentType<Props> => NotThere) }));
}

function NotThere(): JSX.Element {
  return (
    <Text role="alert">
      This part of the pane did not arrive from its host, where a new version may have taken its place. Save the
      workbook, close it and open it again.
    </Text>
  );
}
