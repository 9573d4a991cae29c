/**
 * What the grid draws without names, roles or keys gets them as it is drawn. A row is which elements, and their
 * attributes; null takes one away.
 */
type Attributes = Readonly<Record<string, string | null>>;

const button = (name: string): Attributes => ({ role: 'button', tabindex: '0', 'aria-label': name });
const FORMULA_BAR = '[data-u-comp="formula-bar"]';

const CONTROLS: readonly (readonly [elements: string, attributes: Attributes])[] = [
  // The grid's canvases ask to be first in the order of Tab, before anything else on the page.
  ['canvas[tabindex="1"]', { tabindex: '-1' }],
  ['[data-u-comp="defined-name"] > input', { 'aria-label': 'Name box: a cell to go to' }],
  ['[data-u-comp="defined-name"] > a', button('Names of this workbook')],
];

export function nameControls(grid: HTMLElement): void {
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
  new MutationObserver(name).observe(grid, { childList: true, subtree: true });
}
void FORMULA_BAR;
