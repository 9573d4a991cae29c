/** Names of sheets as Excel takes them: 31 characters at most, no two alike but for capitals. */
export interface SheetNames {
  readonly names: readonly string[];
  readonly told: readonly string[];
}

export function sheetNames(inFile: readonly string[]): SheetNames {
  const names: string[] = [];
  const told: string[] = [];
  const taken = new Set<string>();
  for (const was of inFile) {
    const plain = usable(was);
    let [name, next] = [plain, 2];
    while (taken.has(name.toLowerCase())) name = `${plain.slice(0, 28)} ${next++}`;
    taken.add(name.toLowerCase());
    names.push(name);
    if (name === was) continue;
    told.push(
      plain === was
        ? `Two sheets are called ${was}, but for capitals: the second is ${name} here, and formulas that name it read the first.`
        : `${was === '' ? 'A sheet without a name' : `The sheet ${was}, which Excel would not take,`} is called ${name} here: formulas that name it show an error.`,
    );
  }
  return { names, told };
}

export const usable = (name: string): string =>
  name
    .replace(/[[\]:*?/\\\p{Cc}]|^'|'$/gu, ' ')
    .trim()
    .slice(0, 31)
    .trim() || 'Sheet';
