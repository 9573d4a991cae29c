/** The worksheet functions that a native formula may use, and the Excel that first had them; 0 for every Excel. */
const SINCE: Readonly<Record<string, number>> = {
  ABS: 0,
  EXP: 0,
  IF: 0,
  LN: 0,
  MAX: 0,
  MIN: 0,
  NA: 0,
  POWER: 0,
  SUM: 0,
  LET: 2021,
  HSTACK: 2024,
  VSTACK: 2024,
};

/** What a formula asks of the Excel that is to compute it. */
export interface ExcelNeeded {
  /** `Excel 2024 or later, or Microsoft 365`; `any Excel` */
  readonly excel: string;
  /** the functions because of which */
  readonly because: readonly string[];
}

/** The oldest Excel that has every function of a formula. A function of unknown age stops the build. */
export function excelNeeded(formula: string): ExcelNeeded {
  const used = [...new Set([...formula.replace(/"[^"]*"/g, '').matchAll(/\b[A-Z][A-Z0-9.]*(?=\()/g)].map(String))];
  const unknown = used.find((name) => SINCE[name] === undefined);
  if (unknown !== undefined) throw new RangeError(`which Excel has ${unknown} is not known`);
  const newest = Math.max(0, ...used.map((name) => SINCE[name]!));
  if (newest === 0) return { excel: 'any Excel', because: [] };
  const because = used.filter((name) => SINCE[name] === newest).sort();
  return { excel: `Excel ${newest} or later, or Microsoft 365`, because };
}
