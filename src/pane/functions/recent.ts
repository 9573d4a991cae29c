/** The functions that were opened of late, newest first, by name; kept in this browser where it lets us. */
const KEY = 'taas-recent-functions';
const MOST = 5;

let inMemory: readonly string[] = [];

export function recentNames(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((name) => typeof name === 'string').slice(0, MOST) : [];
  } catch {
    return inMemory;
  }
}

export function remember(name: string): void {
  inMemory = [name, ...recentNames().filter((each) => each !== name)].slice(0, MOST);
  try {
    localStorage.setItem(KEY, JSON.stringify(inMemory));
  } catch {
    // A browser that keeps nothing for us: until it is closed, then.
  }
}
