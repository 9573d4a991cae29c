/** How the grid's engine reads what is typed: the formula in the cell stays as it is. */
import { tokenize } from '@borgar/fx/xlsx';
import { IUniverInstanceService, type Univer, UniverInstanceType, type Workbook, type Worksheet } from '@univerjs/core';
import { ErrorType, IFunctionService, Lexer, LexerTreeBuilder } from '@univerjs/engine-formula';
import { signsAsCalls } from '../models/xlsx/signs';
import { type Here, notHere } from './not-here';
import { spillSigns } from './spill-signs';

/** `A1#` and `@A1` as calls; numbers as Univer knows them: 1e3 and 2.50 would be texts to it. */
export function asRead(formula: string): string {
  const tokens = tokenize(formula, { mergeRefs: true });
  return signsAsCalls(
    tokens,
    tokens.map(({ type, value }) => (type === 'number' ? String(Number(value)) : value)),
  ).join('');
}

/** What a reading came to is remembered: a sheet is computed again at every key. */
const REMEMBERED = 20_000;

export function readFormulas(univer: Univer, unit: string): void {
  const injector = univer.__getInjector();
  injector.get(IFunctionService).registerExecutors(...spillSigns.map(([Sign, name]) => new Sign(name)));
  const here = hereIn(univer, unit);
  const lexer = injector.get(Lexer);
  const build = lexer.treeBuilder.bind(lexer);
  const read = new Map<string, string>();

  // A name is read where a formula has it.
  const names: { _handleNestedDefinedName?: (text: string, given: unknown) => unknown } = injector.get(
    LexerTreeBuilder,
  ) as object;
  const readName = names._handleNestedDefinedName!.bind(names);
  names._handleNestedDefinedName = (text, given) => readName(asRead(text), given);

  lexer.treeBuilder = (formula, transformSuffix) => {
    if (notHere(formula, here) !== undefined) return ErrorType.CALC as ErrorType.VALUE; // any error is taken for the answer
    let text = read.get(formula);
    if (text === undefined) {
      if (read.size >= REMEMBERED) read.clear();
      read.set(formula, (text = asRead(formula)));
    }
    return build(text, transformSuffix);
  };
}

export function hereIn(univer: Univer, unit: string): Here {
  const injector = univer.__getInjector();
  const instances = injector.get(IUniverInstanceService);
  const functions = injector.get(IFunctionService);
  const sizeOf = (sheet: Worksheet) => ({ rows: sheet.getRowCount(), columns: sheet.getColumnCount() });
  return {
    /** A formula's own sheet is at most as large as the largest. */
    sizeOf(name) {
      const book = instances.getUnit<Workbook>(unit, UniverInstanceType.UNIVER_SHEET);
      const named = name === '' ? undefined : book?.getSheetBySheetName(name);
      if (name !== '') return named ? sizeOf(named) : undefined;
      const sizes = (book?.getSheets() ?? []).map(sizeOf);
      return {
        rows: Math.max(...sizes.map(({ rows }) => rows)),
        columns: Math.max(...sizes.map(({ columns }) => columns)),
      };
    },
    argumentsOf(name) {
      const its = functions.getExecutor(name);
      return its && its.minParams >= 0 ? { least: its.minParams, most: its.maxParams } : undefined;
    },
  };
}
