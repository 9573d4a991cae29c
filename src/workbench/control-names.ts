/**
 * What the grid draws without names, roles or keys gets them as it is drawn. A row is which
 * elements, and their attributes; null takes one away.
 */
type Attributes = Readonly<Record<string, string | null>>;

const named = (name: string): Attributes => ({ 'aria-label': name });
const pressable = (name: string): Attributes => ({ role: 'button', tabindex: '0', 'aria-label': name });
/** What only a mouse can use, beside buttons that do the same. */
const forMouse: Attributes = { role: 'presentation', tabindex: '-1', 'aria-hidden': 'true' };
const bar = '[data-u-comp="formula-bar"]';
const footer = '[data-u-comp="workbench-layout"] footer';
const zoom = `${footer} > section > section > div`;

const CONTROLS: readonly (readonly [elements: string, attributes: Attributes])[] = [
  // The grid's canvases ask to be first in the order of Tab, before anything else on the page.
  ['canvas[tabindex="1"]', { tabindex: '-1' }],
  ['canvas', { 'aria-hidden': 'true' }],
  ['#__editor___INTERNAL_EDITOR__DOCS_NORMAL', { role: 'textbox', ...named('Cell') }],
  ['#__editor___INTERNAL_EDITOR__DOCS_FORMULA_BAR', { role: 'textbox', ...named('Formula bar') }],
  ['[data-u-comp="defined-name"] > input', named('Name box: a cell to go to')],
  ['[data-u-comp="defined-name"] > a', pressable('Names of this workbook')],
  [`${bar} > :nth-child(2) > :first-child span:nth-child(1)`, pressable('Leave the cell as it was')],
  [`${bar} > :nth-child(2) > :first-child span:nth-child(2)`, pressable('Enter what is typed')],
  [`${bar} > :nth-child(2) > :first-child span:nth-child(3)`, pressable('Begin a formula')],
  [`${bar} > :nth-child(2) > :nth-child(2) > :last-child`, pressable('A taller or lower formula bar')],
  [`${bar} > :nth-child(3) > button`, named('Stop the calculation')],
  ['[data-u-comp="sheet-bar-append-button"]', named('Add a sheet')],
  [`${footer} [aria-haspopup] > [data-u-comp="sheet-bar-append-button"]`, named('All sheets')],
  // The button inside opens it; a box may say that it is open if it is a group.
  [`${footer} div[aria-haspopup]`, { role: 'group', ...named('Sheets') }],
  [`${zoom} > [data-u-comp="button"]:first-child`, named('Zoom out')],
  [`${zoom} > div + [data-u-comp="button"]`, named('Zoom in')],
  [`${zoom} > div > div`, { role: 'presentation' }],
  [`${zoom} > div > div > *`, forMouse],
  ['[data-slot="popover-content"][role="dialog"]', named('Choose')],
  // A name in the list of names is pressed to go there; it is drawn as an item of no list.
  ['div > li.univer-cursor-pointer', { role: 'button', tabindex: '0' }],
  ['[data-u-comp="sidebar"]', { 'aria-expanded': null }],
  ['section[data-react-aria-top-layer] ~ section[data-react-aria-top-layer]', named('More notifications')],
];

/** What only looks like a button is pressed with Enter and the space bar too. */
function press(event: KeyboardEvent): void {
  const { target, key } = event;
  if (!(target instanceof HTMLElement) || !target.matches('[role="button"]:not(button)')) return;
  if (key !== 'Enter' && key !== ' ') return;
  event.preventDefault();
  event.stopPropagation();
  target.click();
}

export function nameControls(): void {
  const name = (): void => {
    for (const [elements, attributes] of CONTROLS) {
      for (const element of document.querySelectorAll(elements)) {
        for (const [attribute, value] of Object.entries(attributes)) {
          if (value === null) element.removeAttribute(attribute);
          else if (element.getAttribute(attribute) !== value) element.setAttribute(attribute, value);
        }
      }
    }
  };
  new MutationObserver(name).observe(document.body, { childList: true, subtree: true });
  document.addEventListener('keydown', press, { capture: true });
}
