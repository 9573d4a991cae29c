/** Which of environments.json a copy is. */
export interface Environment {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
}
export const LOCALHOST: string;
export const NAMING: readonly string[];
export function checkedAddress(text: string, options?: { site?: boolean }): string;
export function environmentOf(address: string, asked?: string): Environment;
export function manifestFor(xml: string, address: string, version: string): string;
