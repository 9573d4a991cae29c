import { useEffect, useMemo } from 'react';
import { usePane } from '../context';
import { runner, type Runner } from './run';

/** Asks a worker beside the pane; what it is at when the view goes is ended with it. */
export function useRunner(): Runner {
  const { url } = usePane();
  const its = useMemo(() => runner(new URL(url('analysis-worker.js'))), [url]);
  useEffect(() => () => its.close(), [its]);
  return its;
}
