import type { NewWorkbook } from '../pane/host';
import { supports } from './asked';

/** In a window of its own, which Excel opens; it has no name until it is saved. */
export async function openWorkbook({ name, file }: NewWorkbook): Promise<string> {
  if (!supports('1.8'))
    throw new Error(
      'This Excel opens no workbook from here (that needs ExcelApi 1.8): take the live file, and open that.',
    );
  await Excel.createWorkbook(await base64Of(await file()));
  return `${name} is handed to Excel, which opens it in a window of its own.`;
}

async function base64Of(file: Blob): Promise<string> {
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    reader.onload = () => resolve((reader.result as string).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(new Error('The file could not be read.'));
    reader.readAsDataURL(file);
  });
}
