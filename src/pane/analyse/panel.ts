import { casesIn } from '../../catalogue/block';
import { catalogueOf } from '../../catalogue/catalogue';
import { orProblem, Problem } from '../../catalogue/problem';
import { draw } from '../../charts/draw';
import { formulaAsTyped } from '../../derive/example';
import { functions } from '../../functions';
import { referenceTo } from '../address';
import type { Host } from '../host';
import { insert } from '../insert';
import { baseCase } from './base-case';
import { withCells } from './cells';
import { button, element } from '../element';
import { drawRows } from './draws';
import { boxes, labelled, type Boxes } from './fields';
import { QUESTIONS, type Question } from './questions';
import type { Outcome, Runner } from './run';
import { analysable, analysed, linesOf } from './subject';

const NARROWEST = 300;

/** The analyst's questions about any function: asked in a form, answered with a picture and its formula. */
export function openPanel(container: HTMLElement, host: Host, runner: Runner): void {
  const catalogue = catalogueOf(functions);
  const offered = analysable(catalogue);
  let question = QUESTIONS[0]!;
  let asked: () => Readonly<Record<string, unknown>>;
  let text: () => string;

  const families = [...new Set(offered.map(({ family }) => family))];
  const which = element(
    'select',
    {},
    ...families.map((family) =>
      element(
        'optgroup',
        { label: family },
        ...offered.filter((each) => each.family === family).map(({ name }) => element('option', { value: name }, name)),
      ),
    ),
  );
  which.value = 'TAAS_MARGIN';
  const line = element('select', {});
  const lines = labelled('Line', line);
  const named = (): string => (lines.hidden ? which.value : `${which.value}[${line.value}]`);
  const answers = element('p', { class: 'about' });
  const about = element('p', { class: 'about' });
  const answering = element('div', { class: 'asked' });
  const inputs = element('div');
  const held = element('details', {}, element('summary', {}, 'Base case'), inputs);
  const run = element('button', { type: 'submit', class: 'run' }, 'Run');
  const cancel = button('Cancel', { class: 'cancel', hidden: '' }, () => runner.stop());
  const progress = element('progress', { max: '1', value: '0', hidden: '', 'aria-label': 'Progress' });
  const status = element('p', { role: 'status', class: 'said' });
  const result = element('div', { class: 'result' });

  function showQuestion(): void {
    const { fields, draws, block, args } = question;
    const its = analysed(named(), catalogue);
    const rows = draws && drawRows(draws(its));
    const form = boxes(fields(its));
    asked = () => args(form.filled(), rows?.filled() ?? []);
    about.textContent = question.about;
    // A block says what the inputs are.
    held.hidden = block !== undefined;
    answering.replaceChildren(...(rows ? [rows.body] : []), ...(block ? [takeSelection(block, form)] : []), form.body);
  }

  /** What is selected on the sheet, as the block that is asked about. */
  function takeSelection({ box, sets }: NonNullable<Question['block']>, form: Boxes): HTMLElement {
    async function take(): Promise<void> {
      const place = await host.selectedRange();
      const rows = await host.values(place);
      const names = orProblem(() => casesIn(rows, catalogue).names);
      form.fill({ [box]: referenceTo(place, ''), ...(names instanceof Problem ? {} : sets(names)) });
      status.textContent = names instanceof Problem ? names.sentence : '';
    }
    return button('Take the selected range', { class: 'quiet' }, () => void take());
  }

  function showLines(): void {
    const its = linesOf(catalogue.find(which.value));
    line.replaceChildren(...its.map((each) => element('option', { value: each }, each)));
    lines.hidden = its.length === 0;
    showFunction();
  }

  function showFunction(): void {
    const its = analysed(named(), catalogue);
    answers.textContent = its.subject.definition.answers;
    const { fields, text: textOf } = baseCase(its);
    const form = boxes(fields);
    text = () => textOf(form.filled());
    inputs.replaceChildren(form.body);
    showQuestion();
  }

  const questions = QUESTIONS.map((each, i) => {
    const radio = element('input', { type: 'radio', name: 'question', ...(i === 0 && { checked: '' }) });
    radio.addEventListener('change', () => {
      question = each;
      showQuestion();
    });
    return element('label', { class: 'question' }, radio, element('span', {}, each.asks));
  });
  which.addEventListener('change', showLines);
  line.addEventListener('change', showFunction);

  const panel = element(
    'form',
    { class: 'analyse', 'aria-label': 'Analyse a function' },
    labelled('Function', which),
    lines,
    answers,
    element('fieldset', {}, element('legend', {}, 'Question'), ...questions),
    about,
    answering,
    held,
    element('div', { class: 'go' }, run, cancel, progress),
    status,
    result,
  );
  panel.addEventListener('submit', (event) => {
    event.preventDefault();
    void answer();
  });

  async function answer(): Promise<void> {
    const definition = catalogue.find(question.function);
    const given = { function: question.block ? named() : text(), ...asked() };
    busy(true);
    const started = performance.now();
    const args = await withCells(given, host);
    const outcome =
      args instanceof Problem
        ? { problem: args }
        : await runner.ask({ name: definition.name, args }, (done) => {
            progress.value = done;
            status.textContent = `${Math.round(done * 100)}% done`;
          });
    busy(false);
    show(outcome, formulaAsTyped(definition, given));
    if ('chart' in outcome) status.textContent = `Done in ${((performance.now() - started) / 1000).toFixed(2)} s.`;
  }

  function busy(isBusy: boolean): void {
    run.disabled = isBusy;
    cancel.hidden = progress.hidden = !isBusy;
    progress.value = 0;
    status.textContent = '';
    if (isBusy) cancel.focus();
    else if (document.activeElement === document.body) run.focus();
  }

  function show(outcome: Outcome, formula: string): void {
    if ('stopped' in outcome) {
      status.textContent = 'Stopped.';
      return;
    }
    if ('problem' in outcome) {
      const { code, sentence } = outcome.problem;
      result.replaceChildren(
        element('p', { class: 'problem', role: 'alert' }, element('strong', {}, code), ' ', sentence),
      );
      return;
    }
    const put = button('Insert', { class: 'insert', 'aria-label': 'Insert this formula' }, () => {
      void insert(host, formula, 'The formula').then(({ said }) => (status.textContent = said));
    });
    const width = Math.max(NARROWEST, Math.min(720, result.clientWidth));
    result.replaceChildren(
      element('figure', {}, draw(outcome.chart, document, width)),
      element('div', { class: 'same' }, element('p', {}, 'The same in a cell:'), put, element('code', {}, formula)),
    );
  }

  showLines();
  container.replaceChildren(panel);
}
