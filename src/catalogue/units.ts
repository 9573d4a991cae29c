/** A unit: how people say it, and how a cell shows it (an Excel number format, en-US). */
export interface UnitFacts {
  readonly words: string;
  readonly format: string;
}

const unit = (words: string, format: string): UnitFacts => ({ words, format });

/** Every unit of the catalogue. Flows say their period; a fraction is never mixed with a percent number. */
export const UNITS = {
  usd_bn_quarter: unit('$bn a quarter', '$#,##0.000"bn"'),
  usd_bn_year: unit('$bn a year', '$#,##0.00"bn"'),
  usd_bn: unit('$bn', '$#,##0.00"bn"'),
  usd_m_mw_year: unit('$m per MW-year', '$#,##0.00"m"'),
  usd: unit('$', '$#,##0'),
  usd_month: unit('$ a month', '$#,##0.00'),
  usd_hour: unit('$ per chip-hour', '$#,##0.0000'),
  usd_mwh: unit('$ per MWh', '$#,##0.00'),
  usd_kw: unit('$ per kW', '$#,##0'),
  usd_m_tokens: unit('$ per million tokens', '$#,##0.0000'),
  share: unit('fraction (5% is 0.05)', '0.0%'),
  margin: unit('fraction (5% is 0.05)', '0.0%'),
  rate: unit('fraction (5% is 0.05)', '0.0%'),
  bp: unit('basis points', '#,##0.0" bp"'),
  pp: unit('percentage points', '#,##0.00" pp"'),
  fraction: unit('fraction', '0.0000'),
  ratio: unit('ratio', '0.00"x"'),
  mw: unit('MW', '#,##0.0'),
  kw: unit('kW', '#,##0.00'),
  chips: unit('chips', '#,##0'),
  tokens_second: unit('tokens a second', '#,##0'),
  tn_tokens_quarter: unit('trillion tokens a quarter', '#,##0.0'),
  tn_tokens_year: unit('trillion tokens a year', '#,##0.0'),
  years: unit('years', '0.00'),
  hours_year: unit('hours a year', '#,##0'),
  hours_quarter: unit('hours a quarter', '#,##0'),
  quarters: unit('quarters', '0'),
  count: unit('count', '#,##0'),
  millions: unit('millions', '#,##0.0'),
  quantity: unit('units of one kind', '#,##0.00'),
  money: unit('one currency', '#,##0.00'),
  plain: unit('number', 'General'),
} as const satisfies Record<string, UnitFacts>;

export type Unit = keyof typeof UNITS;

export const formatOf = (id: Unit): string => UNITS[id].format;

/** A number of more places than this is written with a power of ten. */
const LONGEST = 20;

/** At most six digits, unless it is whole. */
export const brief = (x: number): string => String(Number.isInteger(x) ? x : Number(x.toPrecision(6)));

/** A number as an analyst writes it in a sentence: 5%, $0.7bn a quarter, 213 bp. */
export function spoken(value: number, id: Unit): string {
  const digits = (x: number): string => {
    const written = x.toLocaleString('en-US', { maximumSignificantDigits: 6 });
    return written.length <= LONGEST ? written : String(Number(x.toPrecision(6)));
  };
  if (UNITS[id].format.endsWith('%')) return `${digits(Number((value * 100).toPrecision(12)))}%`;
  if (id === 'bp' || id === 'pp') return `${digits(value)} ${id}`;
  return digits(value);
}

/** Whether a per cent may be meant: 5% is 0.05. */
export const isFraction = (unit: Unit): boolean => UNITS[unit].words.startsWith('fraction');
