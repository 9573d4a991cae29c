/** What Excel takes of one formula, as Microsoft lists it ("Excel specifications and limits", "LET function"). */
const LONGEST = 8192;
const DEEPEST = 64;
const MOST_ARGUMENTS = 255;
const MOST_NAMES = 126;

/** Texts, quoted sheets, array constants (whose commas part no arguments), brackets and commas. */
const TOKEN = /"[^"]*"|'[^']*'|\{[^}]*\}|[\w.]*\(|[),]/g;

/** Why Excel would not take a formula, to follow "it"; undefined if it would. */
export function beyondExcel(formula: string): string | undefined {
  if (formula.length > LONGEST) return exceeds('have', formula.length, 'characters', LONGEST);
  const open: { readonly name: string; arguments: number }[] = [];
  let [depth, widest, names] = [0, 0, 0];
  for (const [token] of formula.matchAll(TOKEN)) {
    if (token.endsWith('(')) {
      open.push({ name: token.slice(0, -1), arguments: 1 });
      depth = Math.max(depth, open.filter(({ name }) => name !== '').length);
    } else if (token === ',') open.at(-1)!.arguments++;
    else if (token === ')') {
      const { name, arguments: given } = open.pop()!;
      if (name === 'LET') names = Math.max(names, (given - 1) / 2);
      else widest = Math.max(widest, given);
    }
  }
  if (depth > DEEPEST) return exceeds('nest', depth, 'functions in each other', DEEPEST);
  if (widest > MOST_ARGUMENTS) return exceeds('give a function', widest, 'arguments', MOST_ARGUMENTS);
  return names > MOST_NAMES ? exceeds('name', names, 'lines', MOST_NAMES) : undefined;
}

const exceeds = (verb: string, is: number, of: string, most: number): string =>
  `would ${verb} ${is.toLocaleString('en-US')} ${of}: Excel takes ${most.toLocaleString('en-US')}`;
