import { inOrderOf, inputsOf, workedAnswerOf } from '../../src/catalogue/call';
import { isFraction } from '../../src/catalogue/units';
import { stepAsShown, unitsOfSteps } from '../../src/derive/working';
import { catalogue } from '../functions/cell';

function working(name: string, args: Readonly<Record<string, unknown>> = {}): Record<string, string> {
  const definition = catalogue.find(name);
  const inputs = inputsOf(definition, inOrderOf(definition, args));
  const units = unitsOfSteps(definition, inputs);
  return Object.fromEntries(
    workedAnswerOf(definition, inputs, catalogue).working.map((step) => [step.name, stepAsShown(step, units)]),
  );
}

test('the working of a margin is in money until it is divided by money', () => {
  expect(working('TAAS_MARGIN')).toEqual({
    infrastructure_fee: '$0.700bn',
    revenue_share: '$0.675bn',
    net_revenue: '$1.375bn',
    gross_profit: '$0.825bn',
    platform_opex: '$0.069bn',
    ebit: '$0.756bn',
    ebit_margin: '55.0%',
  });
});

test('what is paid for a year is never shown as what is paid for a quarter', () => {
  expect(working('TAAS_ROIC')['ebit_after_tax']).toMatch(/^\$38\.\d\dbn$/);
});

/** A line that is multiplied by a hundred has another unit, or none. */
test.each(catalogue.functions.filter(({ formula }) => formula).map(({ name }) => name))(
  '%s: a fraction of the working is no larger than what is said of it',
  (name) => {
    const definition = catalogue.find(name);
    for (const { args } of definition.examples.filter(({ gives }) => typeof gives !== 'string')) {
      const inputs = inputsOf(definition, inOrderOf(definition, args));
      const units = unitsOfSteps(definition, inputs);
      for (const step of workedAnswerOf(definition, inputs, catalogue).working) {
        const unit = units.get(step.name);
        if (unit && isFraction(unit)) expect(Math.abs(step.value)).toBeLessThan(20);
      }
    }
  },
);
