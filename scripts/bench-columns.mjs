// The columns of every function that answers a number, in each of its choices, against its loop written out: straight
// lines in which what stays as it is, is a constant. All inputs vary but the tiers and those that are zero.
import { performance } from 'node:perf_hooks';

const ROWS = 200_000;
const ROUNDS = 11;

/** Each function in each of its choices, on the arguments of the first of its examples that answers a number there. */
function* programs({ functions, callByName, inputsOf }) {
  for (const definition of functions) {
    if (!definition.formula || definition.result.shape !== 'number' || definition.onlyValue) continue;
    const choices = Object.entries(definition.parameters).filter(([, { kind }]) => kind === 'choice');
    let combinations = [{}];
    for (const [name, { options }] of choices) {
      combinations = combinations.flatMap((some) =>
        Object.keys(options).map((option) => ({ ...some, [name]: option })),
      );
    }
    const example = definition.examples.find(({ gives }) => typeof gives === 'number').args;
    for (const chosen of combinations) {
      const args = definition.examples.map(({ args: given }) => ({ ...example, ...given, ...chosen }));
      const answered = args.find((each) => typeof callByName(definition.name, each).cells?.[0][0] === 'number');
      if (!answered) continue;
      const order = Object.keys(definition.parameters).map((name) => answered[name] ?? null);
      const title = [definition.name, ...Object.values(chosen)].join(' ');
      yield { title, definition, inputs: inputsOf(definition, order) };
    }
  }
}

const printed = {
  plus: (a, b) => `(${a}+${b})`,
  minus: (a, b) => `(${a}-${b})`,
  times: (a, b) => `(${a}*${b})`,
  div: (a, b) => `(${a}/${b})`,
  pow: (a, b) => `Math.pow(${a},${b})`,
  max: (a, b) => `Math.max(${a},${b})`,
  min: (a, b) => `Math.min(${a},${b})`,
  exp: (a) => `Math.exp(${a})`,
  ln: (a) => `Math.log(${a})`,
  expm1: (a) => `Math.expm1(${a})`,
  log1p: (a) => `Math.log1p(${a})`,
  atLeast: (a, b) => `(${a}>=${b})`,
  above: (a, b) => `(${a}>${b})`,
  when: (a, b, c) => `(${a}?${b}:${c})`,
  sum: (...all) => (all.length > 0 ? `(${all.join('+')})` : '0'),
};

/** The loop that someone would write who has only this question. */
export function writtenOut(root) {
  const order = [];
  const seen = new Set();
  const uses = new Map();
  const visit = (node) => {
    if (seen.has(node)) return;
    seen.add(node);
    for (const each of node.args) {
      uses.set(each, (uses.get(each) ?? 0) + 1);
      visit(each);
    }
    order.push(node);
  };
  visit(root);
  const text = new Map();
  const names = [];
  const body = [];
  for (const node of order) {
    const { op, args } = node;
    let line;
    if (op === 'constant') line = `(${node.value})`;
    else if (op === 'none') line = 'NaN';
    else if (op === 'input') line = `c${names.push(node.name) - 1}[i]`;
    else line = printed[op](...args.map((each) => text.get(each)));
    if (uses.get(node) > 1 && op !== 'constant' && op !== 'none') {
      body.push(`const v${body.length}=${line};`);
      line = `v${body.length - 1}`;
    }
    text.set(node, line);
  }
  const columns = names.map((_, k) => `c${k}=c[${k}]`).join(',');
  const head = columns && `const ${columns};`;
  const loop = `for(let i=0;i<n;i++){${body.join('')}o[i]=${text.get(root)}}`;
  // eslint-disable-next-line no-new-func -- what the add-in never does: it is printed where it is measured
  return { names, run: new Function('c', 'o', 'n', head + loop) };
}

/** Numbers around what stands there, inside the declared range. */
function around(value, max, n, uniform) {
  const column = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const drawn = value * (0.8 + 0.4 * uniform());
    column[i] = drawn > max ? max - (drawn - max) : drawn;
  }
  return column;
}

/** One row a program: the median of the ratios round by round. */
export function benchColumns(core, uniform, ratioOf) {
  const rows = [];
  for (const { title, definition, inputs } of programs({ ...core, callByName: core.answer })) {
    const at = [...core.numbersOf(definition, inputs)].filter(
      ([path, value]) =>
        value !== undefined && value !== 0 && definition.parameters[path.split('[')[0]].kind !== 'tiers',
    );
    const varied = at.map(([path]) => path);
    if (varied.length === 0) continue;
    const columns = Object.fromEntries(
      at.map(([path, value]) => {
        const { max = Infinity } = definition.parameters[path.split('[')[0]];
        return [path, around(value, max, ROWS, uniform)];
      }),
    );
    const [root] = core.symbolic(definition, inputs, (path) => varied.includes(path), true).roots.flat();
    const hand = writtenOut(root);
    const program = core.columnsOf(definition, inputs, varied);
    const byHand = hand.names.map((path) => columns[path]);
    const [ours, theirs] = [new Float64Array(ROWS), new Float64Array(ROWS)];
    const times = { columns: { all: [] }, loop: { all: [] } };
    for (let round = 0; round < ROUNDS + 5; round++) {
      const start = performance.now();
      program.run(columns, ROWS, [ours]);
      const between = performance.now();
      hand.run(byHand, theirs, ROWS);
      const end = performance.now();
      if (round < 5) continue;
      times.columns.all.push(between - start);
      times.loop.all.push(end - between);
    }
    const apart = ours.findIndex((x, i) => Math.abs(x - theirs[i]) > 1e-9 * Math.max(1e-6, Math.abs(x)));
    if (apart !== -1) throw new Error(`${title}: ${ours[apart]} by columns, ${theirs[apart]} by the loop`);
    rows.push({ title, inputs: varied.length, ratio: ratioOf(times.columns, times.loop) });
  }
  return rows;
}
