/** What a sheet shows where a formula has no value; the workbench shows two of its own, of a circle and of bad spelling. */
const ERRORS = [
  '#NAME?',
  '#SPILL!',
  '#REF!',
  '#DIV/0!',
  '#VALUE!',
  '#NUM!',
  '#N/A',
  '#NULL!',
  '#CALC!',
  '#BUSY!',
  '#GETTING_DATA',
  '#CONNECT!',
  '#BLOCKED!',
  '#FIELD!',
  '#UNKNOWN!',
  '#EXTERNAL!',
  '#PYTHON!',
  '#CYCLE!',
  '#ERROR!',
] as const;

export type ErrorOfSheet = (typeof ERRORS)[number];

export const isError = (value: unknown): value is ErrorOfSheet => ERRORS.includes(value as ErrorOfSheet);
