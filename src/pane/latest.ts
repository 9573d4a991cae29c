/** What was told last: newest first, each once, at most so many; in memory only. */
export interface Latest<T> {
  readonly add: (told: T) => void;
  readonly list: () => readonly T[];
}

export function latest<T>(most: number, same: (a: T, b: T) => boolean): Latest<T> {
  let list: readonly T[] = [];
  return {
    add(told) {
      list = [told, ...list.filter((each) => !same(each, told))].slice(0, most);
    },
    list: () => list,
  };
}
