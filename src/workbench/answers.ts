/** What the functions last answered in each cell, and the errors of late, with their sentences. */
import { latest } from '../pane/latest';

export interface Cell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface ErrorAnswer {
  readonly code: string;
  readonly sentence: string;
}

export interface Answer {
  readonly cell: Cell;
  readonly functionName: string;
  /** exactly what the function returned for this cell */
  readonly value?: unknown;
  readonly error?: ErrorAnswer;
}

export interface LoggedError extends Answer {
  readonly error: ErrorAnswer;
  readonly at: Date;
}

export interface Answers {
  /** A new calculation: the next answer in a cell replaces what earlier ones left there. */
  startCalculation(): void;
  record(answer: Answer): void;
  /** in the order of the calls, so the outermost function comes last */
  at(cell: Cell): readonly Answer[];
  /** newest first */
  errors(): readonly LoggedError[];
  /** Forgets what was answered in a cell, because something else is typed into it. */
  forget(cell: Cell): void;
  /** Forgets where answers were, because cells have moved. */
  forgetCells(): void;
}

const cellsKept = 20_000;
const answersPerCell = 20;
const errorsKept = 50;

const keyOf = ({ sheet, row, column }: Cell): string => `${sheet}!${row},${column}`;

export function createAnswers(): Answers {
  const cells = new Map<string, { calculation: number; answers: Answer[] }>();
  const errors = latest<LoggedError>(
    errorsKept,
    (a, b) =>
      keyOf(a.cell) === keyOf(b.cell) && a.functionName === b.functionName && a.error.sentence === b.error.sentence,
  );
  let calculation = 0;

  return {
    startCalculation() {
      calculation += 1;
    },
    record(answer) {
      const key = keyOf(answer.cell);
      const kept = cells.get(key);
      if (kept?.calculation === calculation) {
        kept.answers.push(answer);
        if (kept.answers.length > answersPerCell) kept.answers.shift();
      } else {
        cells.delete(key);
        cells.set(key, { calculation, answers: [answer] });
        const oldest = cells.size > cellsKept ? cells.keys().next().value : undefined;
        if (oldest !== undefined) cells.delete(oldest);
      }
      if (answer.error) errors.add({ ...answer, error: answer.error, at: new Date() });
    },
    at: (cell) => cells.get(keyOf(cell))?.answers ?? [],
    errors: errors.list,
    forget: (cell) => void cells.delete(keyOf(cell)),
    forgetCells: () => cells.clear(),
  };
}
