/**
 * The page that plays Excel: Microsoft's unmodified office.js runs in an iframe of it.
 */
import { customFunctions, type Answers } from './functions';
import { DATA_CHANGED, EVENT_CATEGORY, type Call, type RichApiRequest } from './messages';
import { excelOnTheWeb, type WebOptions } from './web';
import { simulatedWorkbook, type SimulatedWorkbook } from './workbook';

export interface ExcelPage {
  /** Opens the add-in; settles, with the milliseconds it took, when it can be called. */
  open(options: WebOptions): Promise<number>;
  /** One recalculation: all calls in one message. */
  call(calls: readonly Call[]): Promise<Answers>;
  readonly workbook: SimulatedWorkbook;
}

declare global {
  interface Window {
    excelPage: ExcelPage;
  }
}

const workbook = simulatedWorkbook((event) => {
  if (event === 'selection') web.tellSelection();
  else web.sendRichApiMessages([[EVENT_CATEGORY, DATA_CHANGED, 'Workbook', '{}', 0, false]]);
});
const functions = customFunctions((entries) => web.sendRichApiMessages(entries));
const web = excelOnTheWeb((body) => {
  const request = JSON.parse(body) as RichApiRequest;
  if (!functions.isAbout(request)) return JSON.stringify(workbook.execute(request));
  const Results = request.Actions.map((action) => ({
    ActionId: action.Id,
    Value: functions.take(action),
  }));
  return JSON.stringify({ Results });
});

window.excelPage = {
  workbook,
  call: (calls) => functions.call(calls),
  async open(options) {
    const started = performance.now();
    workbook.has(options.requirementSets['ExcelApi'] ?? '1.1');
    web.open(options);
    await functions.ready;
    return performance.now() - started;
  },
};
