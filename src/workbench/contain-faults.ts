/** A formula that fails while it is computed is an error of its own cell: Univer would stop at it, and compute no other. */
import type { Nullable, Univer } from '@univerjs/core';
import {
  type BaseReferenceObject,
  type BaseValueObject,
  ErrorType,
  ErrorValueObject,
  type FunctionVariantType,
  IFormulaRuntimeService,
  Interpreter,
  NumberValueObject,
} from '@univerjs/engine-formula';
import { MOST_OF_TEXT } from '../models/xlsx/limits';
import type { Answers } from './answers';
import { refuseBeyond, Unsupported } from './sheet-limits';

export function containFaults(univer: Univer, answers: Answers): void {
  const injector = univer.__getInjector();
  const interpreter = injector.get(Interpreter);
  const runtime = injector.get(IFormulaRuntimeService);
  const execute = interpreter.execute.bind(interpreter);
  const executeAsync = interpreter.executeAsync.bind(interpreter);

  function faultOf(fault: unknown): FunctionVariantType {
    const { currentSubUnitId: sheet, currentRow: row, currentColumn: column } = runtime;
    const sentence =
      fault instanceof Unsupported ? fault.message : 'This grid fails at this formula, which Excel may compute.';
    answers.record({
      cell: { sheet, row, column },
      functionName: 'The grid',
      error: { code: ErrorType.CALC, sentence },
    });
    return ErrorValueObject.create(ErrorType.CALC);
  }
  interpreter.execute = (node) => {
    try {
      const answer = execute(node);
      if (answer.isReferenceObject()) refuseBeyond(answer as BaseReferenceObject);
      return answer;
    } catch (fault) {
      return faultOf(fault);
    }
  };
  // What comes to nothing is 0 in Excel: =IF(TRUE,,2), =IF(TRUE,B5), and each such cell of a table.
  const written: { _getValueObjectOfRuntimeData?: (value: Nullable<BaseValueObject>) => unknown } = runtime as object;
  const write = written._getValueObjectOfRuntimeData!.bind(runtime);
  written._getValueObjectOfRuntimeData = (value) => {
    if (value?.isString() && String(value.getValue()).length > MOST_OF_TEXT) return write(tooLong());
    return write(value?.isNull() ? NumberValueObject.create(0) : value);
  };
  function tooLong(): BaseValueObject {
    const { currentSubUnitId: sheet, currentRow: row, currentColumn: column } = runtime;
    const sentence = `The answer is a text of more than ${MOST_OF_TEXT.toLocaleString('en-US')} characters, which no cell can hold.`;
    answers.record({
      cell: { sheet, row, column },
      functionName: 'The grid',
      error: { code: ErrorType.VALUE, sentence },
    });
    return ErrorValueObject.create(ErrorType.VALUE);
  }
  interpreter.executeAsync = (node) => executeAsync(node).catch(faultOf);
}
