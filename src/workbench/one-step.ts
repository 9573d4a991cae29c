/** What is done at once is undone at once, of however many commands of the grid it was made. */
import { type IUndoRedoItem, IUndoRedoService, type Univer } from '@univerjs/core';

export type OneStep = <T>(work: () => Promise<T> | T) => Promise<T>;

export function oneStep(univer: Univer, unit: string): OneStep {
  const steps = univer.__getInjector().get(IUndoRedoService);
  // Univer takes back first what was done first: a sheet would come back under a name that is still another's.
  const inward: { _tryBatchingElements?: (step: IUndoRedoItem, next: IUndoRedoItem) => void } = steps as object;
  inward._tryBatchingElements = (step, next) => {
    step.redoMutations.push(...next.redoMutations);
    step.undoMutations.unshift(...next.undoMutations);
  };
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
