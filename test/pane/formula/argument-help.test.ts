import { catalogueOf } from '../../../src/catalogue/catalogue';
import { functions } from '../../../src/functions';
import { argumentHelp } from '../../../src/pane/formula/argument-help';

const catalogue = catalogueOf(functions);
const at = (formula: string) => argumentHelp({ formula, caret: formula.length }, catalogue);

test('the argument at hand is told with its unit, its range and what it is when left out', () => {
  const help = at('=TAAS_MARGIN(');
  expect(help).toMatchObject({ name: 'TAAS_MARGIN', argument: 'token_spend' });
  expect(help!.facts).toMatch(/^\$bn a quarter; .*plausible 0\.1 to 10; left out: /);
  expect(at('=TAAS_MARGIN(1,2')!.argument).toBe('fixed_fee');
  expect(at('=1+TAAS_PNL(TAAS_MARGIN(1),')!.argument).toBe('fixed_fee');
});

test('outside of our functions there is nothing to tell, and one argument too many is told', () => {
  expect(at('=SUM(TAAS_MARGIN(1),')).toBeUndefined();
  expect(at('=TAAS_MARGIN(SUM(')).toBeUndefined();
  expect(at('=TAAS_MARGIN(1)')).toBeUndefined();
  expect(at(`=TAAS_MARGIN(${','.repeat(12)}`)!.about).toMatch(/takes \d+ arguments: this is one more/);
  expect(at('=TAAS_VERSION(')!.about).toBe('TAAS_VERSION takes no arguments.');
});

test('every argument of every function has its help', () => {
  for (const { name, parameters } of functions) {
    Object.entries(parameters).forEach(([argument, { about }], i) => {
      expect(at(`=${name}(${','.repeat(i)}`)).toMatchObject({ argument, about });
    });
  }
});
