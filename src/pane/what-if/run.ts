import type { ErrorCode } from '../../catalogue/problem';
import type { Chart } from '../../charts/chart';
import type { News, Question } from '../../charts/messages';

export type Outcome =
  | { readonly chart: Chart }
  | { readonly problem: { readonly code: ErrorCode; readonly sentence: string } }
  | { readonly stopped: true };

export interface Runner {
  /** One at a time: a question while another is worked on stops that one. */
  ask(question: Question, progress: (done: number) => void): Promise<Outcome>;
  /** Ends the worker at once; the next question starts another. */
  stop(): void;
  /** Ends the worker, whatever it does: nothing is left, and nothing more is begun. */
  close(): void;
}

/** Asks a worker, so that the page stays quick however long an analysis takes. */
export function runner(script: URL): Runner {
  let worker: Worker | undefined;
  let isClosed = false;
  let finish: ((outcome: Outcome) => void) | undefined;

  function stop(): void {
    if (!finish) return;
    worker?.terminate();
    worker = undefined;
    finish({ stopped: true });
  }

  return {
    stop,
    close() {
      isClosed = true;
      stop();
      worker?.terminate();
      worker = undefined;
    },
    ask(question, progress) {
      stop();
      if (isClosed) return Promise.resolve({ stopped: true });
      return new Promise((resolve) => {
        const done = (outcome: Outcome): void => {
          finish = undefined;
          resolve(outcome);
        };
        finish = done;
        const running = (worker ??= new Worker(script));
        running.onmessage = ({ data }: MessageEvent<News>) => {
          if ('done' in data) progress(data.done);
          else done(data);
        };
        running.onerror = (event) => {
          event.preventDefault();
          running.terminate();
          worker = undefined;
          const sentence = `The analysis could not be run here${event.message ? `: ${event.message}` : ''}.`;
          done({ problem: { code: '#VALUE!', sentence } });
        };
        running.postMessage(question);
      });
    },
  };
}
