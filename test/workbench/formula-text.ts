/** An example's arguments as the text an analyst would type: `=TAAS_MARGIN(2,,,{0,0.25;0.5,0.35})`. */
import type { Definition, Example } from '../../src/catalogue/define';

function literal(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) {
    const rows = value.map((row: unknown) => (Array.isArray(row) ? row : [row]).map(literal).join(','));
    return `{${rows.join(';')}}`;
  }
  if (typeof value === 'string') return `"${value.replaceAll('"', '""')}"`;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return JSON.stringify(value);
}

export function formulaText({ name, parameters }: Definition, args: Example['args']): string {
  const written = Object.keys(parameters).map((parameter) =>
    literal((args as Readonly<Record<string, unknown>>)[parameter]),
  );
  while (written.at(-1) === '') written.pop();
  return `=${name}(${written.join(',')})`;
}
