import { referenceTo } from './address';
import type { Complaint, Host } from './host';

/** A complaint as it is listed. */
export interface WhyLine extends Complaint {
  /** the cell's address as a formula of the sheet in view would name it, if the host tells the cell */
  readonly where?: string;
  /** the cell shows something else by now */
  readonly isOver: boolean;
}

/** Why functions answered with errors of late, newest first. */
export async function whyLines(host: Host): Promise<readonly WhyLine[]> {
  const complaints = host.complaints();
  const placed = complaints.flatMap(({ cell }) => cell ?? []);
  const inView = placed.length > 0 ? (await host.activeCell()).sheet : '';
  const values = new Map((await host.read(placed)).map(({ value }, i) => [placed[i], value]));
  return complaints.map((complaint) => {
    const { cell, code, sentence } = complaint;
    const told = { ...complaint, sentence: sentence || 'An error was handed on.' };
    return cell
      ? { ...told, where: referenceTo(cell, inView), isOver: values.get(cell) !== code }
      : { ...told, isOver: false };
  });
}
