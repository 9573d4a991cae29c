/**
 * Excel's side of custom functions: it sends calls to the add-in's runtime and takes the answers.
 */
import {
  CUSTOM_FUNCTION_CATEGORY,
  errorOf,
  INVOKE,
  type Action,
  type Answer,
  type Call,
  type RichApiEntry,
  type RichApiRequest,
} from './messages';

/** The actions by which Microsoft's runtime talks to Excel about custom functions. */
const ACTIONS = [
  '_GetEnabledFeatures',
  '_SetOsfControlContainerReadyForCustomFunctions',
  'SetInvocationArrayResults',
  'SetInvocationResults',
];

/** Answers later than this are reported as missing. Ours. */
const PATIENCE_MS = 30_000;

export interface CustomFunctionsHost {
  /** Settles when Microsoft's runtime has reported that it can take calls. */
  readonly ready: Promise<void>;
  isAbout(request: RichApiRequest): boolean;
  /** Takes what the runtime sends; answers what it waits for. */
  take(action: Action): unknown;
  call(calls: readonly Call[]): Promise<Answers>;
}

export interface Answers {
  /** In the order of the calls; `null` where no answer came. */
  readonly answers: readonly (Answer | null)[];
  readonly milliseconds: number;
  /** Answers that came twice, or that nobody had asked for. */
  readonly stray: number;
}

export function customFunctions(send: (entries: RichApiEntry[]) => void): CustomFunctionsHost {
  const waiting = new Map<number, (answer: Answer | null) => void>();
  let invocations = 0;
  let messages = 0;
  let stray = 0;
  let markReady: () => void = () => {};
  const ready = new Promise<void>((resolve) => (markReady = resolve));

  function accept(invocation: number, answer: Answer): void {
    const settle = waiting.get(invocation);
    if (settle) settle(answer);
    else stray += 1;
  }

  return {
    ready,

    isAbout: (request) => request.Actions.some((action) => ACTIONS.includes(action.Name)),

    take(action) {
      const [list] = action.ArgumentInfo?.Arguments ?? [];
      if (action.Name === '_GetEnabledFeatures') return [];
      if (action.Name === '_SetOsfControlContainerReadyForCustomFunctions') markReady();
      if (action.Name === 'SetInvocationArrayResults') {
        for (const [id, ok, value, code] of list as [number, boolean, unknown, number?][])
          accept(id, ok ? { value } : { error: errorOf(code), sentence: String(value) });
      }
      if (action.Name === 'SetInvocationResults') {
        for (const { id, failed, value, errorCode } of list as LongResult[])
          accept(id, failed ? { error: errorOf(errorCode), sentence: String(value) } : { value });
      }
      return null;
    },

    async call(calls) {
      const started = performance.now();
      const asked = calls.map((call) => ({ call, invocation: ++invocations }));
      const answers = Promise.all(
        asked.map(
          ({ invocation }) =>
            new Promise<Answer | null>((resolve) => {
              const settle = (answer: Answer | null) => {
                waiting.delete(invocation);
                clearTimeout(timer);
                resolve(answer);
              };
              const timer = setTimeout(() => settle(null), PATIENCE_MS);
              waiting.set(invocation, settle);
            }),
        ),
      );
      // One event carries the whole recalculation, an entry per cell, as Excel's does.
      send(
        asked.map(({ call, invocation }) => {
          const message = JSON.stringify([invocation, call.id, call.args, null, call.flags]);
          return [CUSTOM_FUNCTION_CATEGORY, INVOKE, '', message, ++messages, false];
        }),
      );
      return { answers: await answers, milliseconds: performance.now() - started, stray };
    },
  };
}

/** The older layout of an answer, still used for some results. */
interface LongResult {
  readonly id: number;
  readonly failed?: boolean;
  readonly value: unknown;
  readonly errorCode?: number;
}
