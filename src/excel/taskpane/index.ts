import { Problem } from '../../catalogue/problem';
import { call } from '../../catalogue/call';
import { exampleFormula, signature } from '../../derive/example';
import { catalogue } from '../functions';
import { complaints, onComplaint } from '../why';
import { offerAnalysis } from '../../pane/analyse/section';
import { found } from '../../pane/search';
import './taskpane.css';

const element = (id: string): HTMLElement => document.getElementById(id)!;

function made<K extends keyof HTMLElementTagNameMap>(tag: K, className: string, text = ''): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  node.className = className;
  node.textContent = text;
  return node;
}

/** Puts a formula into the active cell; answers with where it is, or why it is not there. */
async function insert(formula: string): Promise<string> {
  try {
    const address = await Excel.run(async (context) => {
      const cell = context.workbook.getActiveCell();
      cell.formulas = [[formula]];
      cell.load({ address: true });
      await context.sync();
      return cell.address;
    });
    return `${formula} is in ${address}.`;
  } catch (error) {
    return `Excel did not take the formula: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function showFunctions(): void {
  const query = (element('search') as HTMLInputElement).value;
  const list = found(catalogue.functions, query);
  element('found').textContent = list.length === 1 ? '1 function' : `${list.length} functions`;
  element('functions').replaceChildren(
    ...list.map((definition) => {
      const formula = exampleFormula(definition, definition.examples[0]!);
      const item = made('li', 'function');
      const button = made('button', 'insert', 'Insert');
      button.type = 'button';
      button.setAttribute('aria-label', `Insert ${definition.name}`);
      button.title = `Put ${formula} into the active cell`;
      button.addEventListener('click', () => void insert(formula).then((said) => (element('said').textContent = said)));
      const head = made('div', 'head');
      head.append(made('code', 'name', definition.name), made('span', 'family', definition.family), button);
      item.append(head, made('p', 'answers', definition.answers), made('code', 'signature', signature(definition)));
      return item;
    }),
  );
}

function showComplaints(): void {
  const list = complaints();
  element('no-complaints').hidden = list.length > 0;
  element('why').replaceChildren(
    ...list.map((complaint) => {
      const item = made('li', 'complaint');
      const time = made('time', 'when', complaint.at.toLocaleTimeString());
      time.dateTime = complaint.at.toISOString();
      item.append(made('strong', 'code', complaint.code), ' ', made('code', 'name', complaint.function), ' ', time);
      item.append(made('p', 'sentence', complaint.sentence));
      return item;
    }),
  );
}

const version = call(catalogue.find('TAAS_VERSION'), [], catalogue);
element('version').textContent = version instanceof Problem ? version.sentence : String(version.cells[0]![0]);
element('search').addEventListener('input', showFunctions);
let telling = 0;
onComplaint(() => {
  telling ||= window.setTimeout(() => {
    telling = 0;
    showComplaints();
  });
});
showFunctions();
showComplaints();
offerAnalysis(element('analyse') as HTMLDetailsElement, { insert });
void Office.onReady();
