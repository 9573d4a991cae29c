import { base } from '../../book/case';
import { choice, number } from '../../catalogue/parameters';

export const mw = number('mw', 'Power available, on the basis said.', { min: 0, max: 1e6, default: base.mw });
export const hours = number('hours_quarter', 'Hours of the period.', {
  min: 0,
  max: 8784,
  default: base.hours_quarter,
});
export const basis = choice(
  'What the megawatts measure.',
  { IT: 'power of servers and network', FACILITY: 'power of the whole site, cooling included' },
  'IT',
);
