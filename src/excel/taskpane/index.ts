import { offerAnalysis } from '../../pane/analyse/section';
import { button, byId, element } from '../../pane/element';
import { follow } from '../../pane/follow';
import { found, foundSentence, type Listed } from '../../pane/functions';
import { insert } from '../../pane/insert';
import { whyLines, type WhyLine } from '../../pane/why';
import { implementation } from '../implementation';
import { catalogue, listed } from '../more-functions';
import { excelHost as host } from '../host';
import './taskpane.css';

function functionItem({ name, family, answers, parameters, example }: Listed): HTMLElement {
  const put = button(
    'Insert',
    { class: 'insert', 'aria-label': `Insert ${name}`, title: `Put ${example} into the active cell` },
    () => void insert(host, example).then(({ said }) => (byId('said').textContent = said)),
  );
  return element(
    'li',
    { class: 'function' },
    element(
      'div',
      { class: 'head' },
      element('code', { class: 'name' }, name),
      element('span', { class: 'family' }, family),
      put,
    ),
    element('p', { class: 'answers' }, answers),
    element('code', { class: 'signature' }, `${name}(${parameters})`),
  );
}

function showFunctions(): void {
  const list = found(listed, (byId('search') as HTMLInputElement).value);
  byId('found').textContent = foundSentence(list);
  byId('functions').replaceChildren(...list.map(functionItem));
}

function showWhy(lines: readonly WhyLine[]): void {
  byId('no-complaints').hidden = lines.length > 0;
  byId('why').replaceChildren(
    ...lines.map(({ code, function: name, sentence, at }) =>
      element(
        'li',
        { class: 'complaint' },
        element('strong', { class: 'code' }, code),
        ' ',
        element('code', { class: 'name' }, name),
        ' ',
        element('time', { class: 'when', datetime: at.toISOString() }, at.toLocaleTimeString()),
        element('p', { class: 'sentence' }, sentence),
      ),
    ),
  );
}

void Promise.resolve(implementation(catalogue.find('TAAS_VERSION'), catalogue)()).then((version) => {
  byId('version').textContent = typeof version === 'string' ? version : '';
});
byId('search').addEventListener('input', showFunctions);
showFunctions();
follow(host.onComplaint, () => whyLines(host), showWhy);
offerAnalysis(byId('analyse') as HTMLDetailsElement, host, 'analyse.js');
void Office.onReady();
