export function addinUrl(): string;
export function checkedAddress(text: string, options?: { site?: boolean }): string;
export function environmentOf(address: string, asked?: string): { readonly id: string; readonly name: string };
export function manifestFor(xml: string, address: string, version: string): string;
