/** What a file _headers says of a path: each header with every value that its rules give it. */
export function headersOf(file: string, path: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  let applies = false;
  for (const line of file.split('\n').filter((each) => each.trim() !== '' && !each.startsWith('#'))) {
    if (!/^\s/.test(line)) {
      const pattern = line.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
      applies = new RegExp(`^${pattern.join('.*')}$`).test(path);
    } else if (applies) {
      const [, name, value] = /^\s+([\w-]+): (.+)$/.exec(line)!;
      (found[name!.toLowerCase()] ??= []).push(value!);
    }
  }
  return found;
}
