/** Excel calls again for no reason (a row inserted, a sheet opened); the same arguments have the same answer. */
const MOST_ANSWERS = 2000;
const LONGEST_KEY = 4000;

const answers = new Map<string, unknown>();

/** The remembered answer for these arguments, or a new one; the oldest are forgotten. A failure is not remembered. */
export function remembered<T>(name: string, args: readonly unknown[], compute: () => T): T {
  const key = keyOf(name, args);
  if (key === undefined) return compute();
  if (answers.has(key)) return answers.get(key) as T;
  const answer = compute();
  answers.set(key, answer);
  if (answers.size > MOST_ANSWERS) answers.delete(answers.keys().next().value!);
  return answer;
}

/** Undefined where the arguments are too many to be worth a key. */
function keyOf(name: string, args: readonly unknown[]): string | undefined {
  let cells = 0;
  for (const arg of args) if (Array.isArray(arg)) cells += arg.length * (Array.isArray(arg[0]) ? arg[0].length : 1);
  if (cells > LONGEST_KEY / 10) return undefined;
  const key = `${name} ${JSON.stringify(args)}`;
  return key.length > LONGEST_KEY ? undefined : key;
}
