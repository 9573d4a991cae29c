/** The grid's names, as its snapshot holds them: a text of JSON among what its plugins keep. */
import type { IWorkbookData } from '@univerjs/core';
import type { FileName } from '../../models/xlsx/workbook-file';

const PLUGIN = 'SHEET_DEFINED_NAME_PLUGIN';
const ALL_SHEETS = 'AllDefaultWorkbook';

interface GridName {
  readonly id: string;
  readonly name: string;
  readonly formulaOrRefString: string;
  readonly localSheetId?: string;
}

export function namesIn({ resources, sheets = {} }: Partial<IWorkbookData>): FileName[] {
  const text = resources?.find(({ name }) => name === PLUGIN)?.data;
  const names = text ? (JSON.parse(text) as Record<string, GridName>) : {};
  return Object.values(names).map(({ name, formulaOrRefString, localSheetId }) => {
    const sheet = sheets[localSheetId ?? '']?.name;
    return { name, refersTo: `=${formulaOrRefString.replace(/^=/, '')}`, ...(sheet !== undefined && { sheet }) };
  });
}

const isReference = (text: string): boolean => /^('[^']+'|[\w.]+)!\$?[A-Z]+\$?\d+(:\$?[A-Z]+\$?\d+)?$/.test(text);

export function resourcesOf(names: readonly FileName[]): NonNullable<IWorkbookData['resources']> {
  const written = names.map(({ name, refersTo, sheet }, i): [string, GridName] => {
    const text = refersTo.replace(/^=/, '');
    const formulaOrRefString = isReference(text) ? text : `=${text}`;
    return [`name-${i}`, { id: `name-${i}`, name, formulaOrRefString, localSheetId: sheet ?? ALL_SHEETS }];
  });
  return [{ name: PLUGIN, data: JSON.stringify(Object.fromEntries(written)) }];
}
