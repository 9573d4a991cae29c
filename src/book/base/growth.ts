import { given, named } from '../role';

/** How a run-rate grows from the quarter. */
export const growth = named({
  periods_per_year: given('count', 'periods in a year'),
  monthly_subscriptions: given('usd_bn', 'subscription revenue of one month'),
  forecast_periods: given('count', ({ now }) => `quarters from ${now} to year-end`),
  growth0: given('rate', ({ next }) => `growth of the run-rate in ${next}`),
  decay: given('ratio', 'growth over the growth of the quarter before'),
});

export const returns = named({
  tax: given('rate', 'tax rate'),
  discount_rate: given('rate', 'discount rate'),
});
