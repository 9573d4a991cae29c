/**
 * Excel on the web: the page around the add-in's iframe, and the postMessage protocol by which it
 * speaks to office.js. The names, numbers and layouts are Microsoft's; the values are ours.
 */
import type { RichApiEntry } from './messages';

const REQUEST = 0;
const RESPONSE = 1;
const INVOKE_METHOD = 0;
const REGISTER_EVENT = 1;
const ANSWER_TO_CALL = 0;
const ANSWER_TO_EVENT = 1;
const EXECUTE_RICH_API = 93;
const EXCEL_ON_THE_WEB = 16;
/** HostInfoFlags: shared runtime (1) and custom functions (2). */
const HOST_FLAGS = 1 | 2;

export interface WebOptions {
  /** The add-in's page. */
  readonly url: string;
  /** What `Office.context.requirements.isSetSupported` answers from. */
  readonly requirementSets: Readonly<Record<string, string>>;
}

interface Message {
  readonly _messageType: number;
  readonly _actionType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data?: { DdaMethod?: { DispatchId: number }; ArrayData?: unknown[] };
}

export interface Web {
  /** Loads the add-in in an iframe as Excel on the web does. */
  open(options: WebOptions): void;
  /** Sends calls of custom functions, for which the runtime has registered. */
  sendRichApiMessages(entries: RichApiEntry[]): void;
  /** Tells whoever has registered that another range is selected. */
  tellSelection(): void;
}

/** `execute` answers the body of a rich-API request. */
export function excelOnTheWeb(execute: (body: string) => string): Web {
  const registered = new Map<string, (data: unknown) => void>();
  const controlId = crypto.randomUUID();
  let frame: HTMLIFrameElement | undefined;
  let context: object = {};

  function reply(event: MessageEvent, to: Message, responseType: number, data: unknown): void {
    const message = {
      _messageType: RESPONSE,
      _responseType: responseType,
      _actionName: to._actionName,
      _conversationId: to._conversationId,
      _correlationId: to._correlationId,
      _errorCode: 0,
      _data: data,
      _origin: location.origin,
      _serializerVersion: 1,
    };
    (event.source as Window).postMessage(JSON.stringify(message), event.origin);
  }

  addEventListener('message', (event: MessageEvent) => {
    if (!frame || event.source !== frame.contentWindow) return;
    const message = parse(event.data);
    if (message?._messageType !== REQUEST) return;
    const answer = (data: unknown) => reply(event, message, ANSWER_TO_CALL, data);

    if (message._actionType === REGISTER_EVENT) {
      registered.set(message._actionName, (data) => reply(event, message, ANSWER_TO_EVENT, data));
      return answer({ Error: 0 });
    }
    if (message._actionType !== INVOKE_METHOD) {
      registered.delete(message._actionName);
      return answer({ Error: 0 });
    }
    if (message._actionName === 'ContextActivationManager_getAppContextAsync') return answer(context);
    if (message._actionName !== 'executeMethod') return answer(null);
    if (message._data?.DdaMethod?.DispatchId !== EXECUTE_RICH_API) return answer({ Version: 1, Error: 0 });
    const body = execute(String(message._data.ArrayData?.[4]));
    answer({ Version: 1, Error: 0, Data: [200, [], body] });
  });

  return {
    open({ url, requirementSets }) {
      const locale = 'en-US';
      const correlationId = crypto.randomUUID();
      context = {
        _id: controlId,
        _appName: EXCEL_ON_THE_WEB,
        _appVersion: '16.0',
        _appMinorVersion: 0,
        _appUILocale: locale,
        _dataLocale: locale,
        _docUrl: `${location.origin}/Book1.xlsx`,
        _clientMode: 0,
        _settings: [],
        _reason: 'documentOpened',
        _osfControlType: 1,
        // Office.js reads this as XML; what is none becomes a page of the parser's own, with styles that the policy refuses.
        _eToken: encodeURIComponent('<r><t cid="" oid="" aid=""/></r>'),
        _correlationId: correlationId,
        _appInstanceId: controlId,
        _hostFullVersion: '16.0.0.0',
        _requirementMatrix: JSON.stringify(requirementSets),
        _addinName: 'TaaS for Excel',
        _appDomains: [],
        _featureGates: {},
        _initialDisplayMode: 1,
      };
      const flags = String(HOST_FLAGS);
      const hostInfo = ['Excel', 'Web', '16.01', locale, correlationId, '', '', flags];
      frame = document.createElement('iframe');
      frame.title = 'add-in';
      frame.width = '360';
      frame.height = '720';
      frame.name = JSON.stringify({
        baseFrameName: 'excel',
        hostInfo: hostInfo.join('|'),
        serializerVersion: 1,
        flights: '[]',
        xdmInfo: [crypto.randomUUID(), controlId, location.origin].join('|'),
      });
      const allowed =
        'allow-scripts allow-forms allow-same-origin allow-popups ' + 'allow-popups-to-escape-sandbox allow-downloads';
      frame.setAttribute('sandbox', allowed);
      const page = new URL(url);
      page.searchParams.set('_host_Info', hostInfo.join('$'));
      frame.src = page.href;
      document.body.append(frame);
    },

    sendRichApiMessages(entries) {
      const event = registered.get('richApiMessage');
      if (!event) throw new Error('the add-in has not registered for calls of custom functions');
      event({ ArrayData: entries });
    },

    tellSelection: () => registered.get('documentSelectionChanged')?.({}),
  };
}

function parse(data: unknown): Message | undefined {
  try {
    return typeof data === 'string' ? (JSON.parse(data) as Message) : undefined;
  } catch {
    return undefined;
  }
}
