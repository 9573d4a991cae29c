/**
 * The add-in's functions as Univer functions: arguments arrive as Excel would pass them, results
 * become what Excel would show, and each answer is recorded with the cell it was given in.
 */
import { BooleanNumber, type Ctor, type Nullable } from '@univerjs/core';
import {
  ArrayValueObject,
  BaseFunction,
  type BaseValueObject,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  FunctionType,
  type IFunctionInfo,
  NumberValueObject,
  StringValueObject,
} from '@univerjs/engine-formula';
import { reasonOf } from '../pane/reason-of';
import type { Answers, Cell, ErrorAnswer } from './answers';
import { type FunctionMetadata, type Metadata, type ParameterMetadata } from './metadata';
import { CellError, errorCodes, type Implementation, type Implementations } from './office-stand-in';

export interface UniverFunctions {
  readonly functions: [Ctor<BaseFunction>, string][];
  readonly descriptions: IFunctionInfo[];
}

/** A number, text, TRUE/FALSE or error as the data types of Excel write it. */
interface RichValue {
  readonly type: string;
  readonly basicValue?: unknown;
  readonly numberFormat?: string;
}

type Grid<T> = readonly (readonly T[])[];

/** More than Excel allows; a call with too many arguments is answered with a sentence instead. */
const argumentsAllowed = 255;

const isRich = (value: unknown): value is RichValue => typeof value === 'object' && value !== null && 'type' in value;

// Arguments, as Excel passes them to parameters declared `any`

function argumentOf(value: Nullable<BaseValueObject>): unknown {
  if (value == null || value.isNull()) return null;
  if (value.isError()) {
    return { type: 'Error', basicType: 'Error', basicValue: value.getValue() };
  }
  return value.getValue();
}

function cellsOf(value: BaseValueObject): Grid<Nullable<BaseValueObject>> {
  return value.isArray() ? (value as ArrayValueObject).getArrayValue() : [[value]];
}

function argumentFor(parameter: ParameterMetadata, value: BaseValueObject | undefined): unknown {
  if (value === undefined || (value.isNull() && !value.isArray())) return null;
  const cells = cellsOf(value);
  return parameter.dimensionality === 'matrix'
    ? cells.map((row) => Array.from(row, argumentOf))
    : argumentOf(cells[0]?.[0]);
}

// Results, as Excel shows them

function shown(value: unknown, format?: string): BaseValueObject {
  switch (typeof value) {
    case 'number':
      if (Number.isNaN(value)) return ErrorValueObject.create(ErrorType.VALUE);
      if (!Number.isFinite(value)) return ErrorValueObject.create(ErrorType.NUM);
      return NumberValueObject.create(value, format);
    case 'boolean':
      return BooleanValueObject.create(value);
    case 'string':
      return StringValueObject.create(value);
    default:
      if (value == null) return NumberValueObject.create(0);
      if (isRich(value) && errorOf(value) === undefined) {
        return shown(value.basicValue, value.numberFormat);
      }
      return ErrorValueObject.create((errorOf(value)?.code ?? errorCodes.invalidValue) as ErrorType);
  }
}

function errorOf(value: unknown): ErrorAnswer | undefined {
  if (value instanceof CellError) return { code: value.code, sentence: value.message };
  if (isRich(value) && value.type === 'Error') {
    const { basicValue } = value;
    return {
      code: typeof basicValue === 'string' ? basicValue : errorCodes.invalidValue,
      sentence: '',
    };
  }
  return undefined;
}

function thrown(fault: unknown, functionName: string): CellError {
  if (fault instanceof CellError) return fault;
  const reason = reasonOf(fault);
  return new CellError(errorCodes.invalidValue, `${functionName} failed: ${reason}`);
}

function rectangle(rows: BaseValueObject[][]): ArrayValueObject {
  return ArrayValueObject.create({
    calculateValueList: rows,
    rowCount: rows.length,
    columnCount: rows[0]?.length ?? 0,
    unitId: '',
    sheetId: '',
    row: -1,
    column: -1,
  });
}

/** In a list, Excel shows 0 for what is not a finite number; a ragged or flat list is an error. */
function spilled(result: readonly unknown[], functionName: string): CellError | Grid<unknown> {
  const rows = result as Grid<unknown>;
  const width = Array.isArray(rows[0]) ? rows[0].length : 0;
  const even = width > 0 && rows.every((row) => Array.isArray(row) && row.length === width);
  if (!even) {
    return new CellError(errorCodes.invalidValue, `${functionName} returned a ragged list.`);
  }
  return rows.map((row) => row.map((each) => (typeof each === 'number' && !Number.isFinite(each) ? 0 : each)));
}

/** A table for each cell of a range has no room; what is a table of one cell is that cell. */
function tableForEach(name: string, table: readonly unknown[]): unknown {
  const rows = table as Grid<unknown>;
  if (rows.length === 1 && rows[0]?.length === 1) return rows[0][0];
  return new CellError(
    errorCodes.invalidValue,
    `${name} answers a table for each cell of the range: expected one value, or TAAS_CALL, which answers a function case by case.`,
  );
}

// One function

function univerFunction(
  { name, parameters }: FunctionMetadata,
  implementation: Implementation,
  answers: Answers,
): Ctor<BaseFunction> {
  const isScalar = (index: number): boolean => parameters[index]?.dimensionality !== 'matrix';

  function call(values: readonly (BaseValueObject | undefined)[]): unknown {
    if (values.length > parameters.length) {
      const most = parameters.length === 0 ? 'no values' : `at most ${parameters.length} values`;
      const sentence = `${name} takes ${most}: ${values.length} given.`;
      return new CellError(errorCodes.invalidValue, sentence);
    }
    try {
      const args = parameters.map((parameter, index) => argumentFor(parameter, values[index]));
      return implementation(...args, { functionName: name });
    } catch (fault) {
      return thrown(fault, name);
    }
  }

  return class extends BaseFunction {
    override minParams = 0;
    override maxParams = argumentsAllowed;

    /** Text such as "55%" stays text, as it does in Excel. */
    override isArgumentsIgnoreNumberPattern(): boolean {
      return true;
    }

    override calculate(...values: BaseValueObject[]): BaseValueObject {
      const lists = values.filter((value, index) => isScalar(index) && value.isArray());
      const sizes = lists.map((list) => cellsOf(list));
      const rowCount = Math.max(1, ...sizes.map((cells) => cells.length));
      const columnCount = Math.max(1, ...sizes.map((cells) => cells[0]?.length ?? 0));
      if (rowCount * columnCount === 1) return this.#answer(values);
      return this.#lifted(values, rowCount, columnCount);
    }

    #cell(rowsDown = 0, columnsRight = 0): Cell {
      const sheet = this.subUnitId ?? '';
      return { sheet, row: this.row + rowsDown, column: this.column + columnsRight };
    }

    #record(cell: Cell, value: unknown): BaseValueObject {
      const error = errorOf(value);
      answers.record({ cell, functionName: name, value, ...(error ? { error } : {}) });
      return shown(value);
    }

    #answer(values: readonly BaseValueObject[]): BaseValueObject {
      const result = call(values);
      const rows = Array.isArray(result) ? spilled(result, name) : result;
      if (!Array.isArray(rows)) return this.#record(this.#cell(), rows);
      return rectangle(
        (rows as Grid<unknown>).map((row, down) =>
          row.map((each, right) => this.#record(this.#cell(down, right), each)),
        ),
      );
    }

    /** A range given where one value is expected: one call for each of its cells. */
    #lifted(values: BaseValueObject[], rowCount: number, columnCount: number): BaseValueObject {
      const pick = (value: BaseValueObject, index: number, row: number, column: number) => {
        if (!value.isArray() || !isScalar(index)) return value;
        const cells = cellsOf(value);
        const line = cells[cells.length === 1 ? 0 : row];
        if (!line) return ErrorValueObject.create(ErrorType.NA);
        const at = line.length === 1 ? 0 : column;
        return at < line.length ? (line[at] ?? undefined) : ErrorValueObject.create(ErrorType.NA);
      };
      const rows = Array.from({ length: rowCount }, (_r, row) =>
        Array.from({ length: columnCount }, (_c, column) => {
          const one = call(values.map((value, index) => pick(value, index, row, column)));
          return this.#record(this.#cell(row, column), Array.isArray(one) ? tableForEach(name, one) : one);
        }),
      );
      return rectangle(rows);
    }
  };
}

function description(metadata: FunctionMetadata): IFunctionInfo {
  const about = metadata.description ?? '';
  return {
    functionName: metadata.name,
    functionType: FunctionType.User,
    description: about,
    abstract: about,
    functionParameter: metadata.parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description ?? '',
      example: '',
      require: parameter.optional === true ? BooleanNumber.FALSE : BooleanNumber.TRUE,
      repeat: BooleanNumber.FALSE,
    })),
  };
}

/** Every function of functions.json; one that was never associated answers #N/A, as in Excel. */
export function univerFunctions(
  { functions }: Metadata,
  implementations: Implementations,
  answers: Answers,
): UniverFunctions {
  const missing =
    (name: string): Implementation =>
    () => {
      throw new CellError(errorCodes.notAvailable, `${name} is listed but not in functions.js.`);
    };
  return {
    functions: functions.map((metadata) => {
      const implementation = implementations.get(metadata.id.toUpperCase());
      const its = implementation ?? missing(metadata.name);
      return [univerFunction(metadata, its, answers), metadata.name.toUpperCase()];
    }),
    descriptions: functions.map(description),
  };
}
