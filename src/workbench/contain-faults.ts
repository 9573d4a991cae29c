/** A formula that fails while it is computed is an error of its own cell: Univer would stop at it, and compute no other. */
import type { Univer } from '@univerjs/core';
import {
  type BaseReferenceObject,
  ErrorType,
  ErrorValueObject,
  type FunctionVariantType,
  IFormulaRuntimeService,
  Interpreter,
} from '@univerjs/engine-formula';
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
  interpreter.executeAsync = (node) => executeAsync(node).catch(faultOf);
}
