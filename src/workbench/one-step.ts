/** What is done at once is undone at once, of however many commands of the grid it was made. */
import { IUndoRedoService, type Univer } from '@univerjs/core';

export type OneStep = <T>(work: () => Promise<T> | T) => Promise<T>;

export function oneStep(univer: Univer, unit: string): OneStep {
  const steps = univer.__getInjector().get(IUndoRedoService);
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const run = async () => {
      const step = steps.__tempBatchingUndoRedo(unit);
      try {
        return await work();
      } finally {
        step.dispose();
      }
    };
    // The grid takes one step at a time.
    const done = last.then(run);
    last = done.catch(() => undefined);
    return done;
  };
}
