/** The native reading: what an analyst would have typed, in names that LET takes. */
import { Graph, type Expression } from '../../../src/formula/expression';
import { letName, native } from '../../../src/formula/print/excel';
import { readsAsCell } from '../../../src/formula/print/reads-as-cell';
import type { Maths, Num } from '../../../src/formula/num';
import { evaluated } from '../../engines/ironcalc';

type Formula = (x: Readonly<Record<'a' | 'b' | 'c', Num>>, m: Maths) => Num;

function graphed(formula: Formula): { graph: Graph; root: Expression } {
  const graph = new Graph(false);
  const x = { a: graph.input('a'), b: graph.input('b'), c: graph.input('c') };
  return { graph, root: formula(x, graph.maths) as Expression };
}

const written = (formula: Formula, bindings: Record<string, string> = {}): string => {
  const { graph, root } = graphed(formula);
  return native([[root]], graph.steps, bindings);
};

describe('brackets only where they are needed', () => {
  test.each<[string, Formula]>([
    ['=a+b+c', (x) => x.a.plus(x.b).plus(x.c)],
    ['=a+b+c', (x) => x.a.plus(x.b.plus(x.c))],
    ['=a-b-c', (x) => x.a.minus(x.b).minus(x.c)],
    ['=a-(b-c)', (x) => x.a.minus(x.b.minus(x.c))],
    ['=a-(b+c)', (x) => x.a.minus(x.b.plus(x.c))],
    ['=a+b-c', (x) => x.a.plus(x.b.minus(x.c))],
    ['=(a+b)*c', (x) => x.a.plus(x.b).times(x.c)],
    ['=a*b+c', (x) => x.a.times(x.b).plus(x.c)],
    ['=a*b*c', (x) => x.a.times(x.b.times(x.c))],
    ['=a*b/c', (x) => x.a.times(x.b.div(x.c))],
    ['=a/b/c', (x) => x.a.div(x.b).div(x.c)],
    ['=a/(b/c)', (x) => x.a.div(x.b.div(x.c))],
    ['=a/(b*c)', (x) => x.a.div(x.b.times(x.c))],
    ['=a/b*c', (x) => x.a.div(x.b).times(x.c)],
    ['=(a-b)/(a+b)', (x) => x.a.minus(x.b).div(x.a.plus(x.b))],
    ['=0-a', (x, m) => m.num(0).minus(x.a)],
    ['=a+(-2)', (x) => x.a.plus(-2)],
    ['=a*(-0.5)', (x) => x.a.times(-0.5)],
  ])('%s', (text, formula) => {
    expect(written(formula)).toBe(text);
  });
});

describe('worksheet functions', () => {
  test.each<[string, Formula]>([
    ['=POWER(a+b,2)', (x) => x.a.plus(x.b).pow(2)],
    ['=MAX(0,a-b)', (x, m) => m.max(0, x.a.minus(x.b))],
    ['=MIN(a,b)', (x, m) => m.min(x.a, x.b)],
    ['=EXP(a*b)', (x, m) => m.exp(x.a.times(x.b))],
    ['=LN(a/b)', (x, m) => m.ln(x.a.div(x.b))],
    [
      '=LET(x_,a-b,IF(ABS(x_)<0.01,x_*(1+x_/2*(1+x_/3*(1+x_/4*(1+x_/5*(1+x_/6*1))))),EXP(x_)-1))',
      (x, m) => m.expm1(x.a.minus(x.b)),
    ],
    [
      '=LET(x_,a,IF(ABS(x_)<0.01,x_*(1/1-x_*(1/2-x_*(1/3-x_*(1/4-x_*(1/5-x_*(1/6-x_*(1/7-x_*(1/8)))))))),LN(1+x_)))',
      (x, m) => m.log1p(x.a),
    ],
    ['=IF(a>=b,a,b)', (x, m) => m.when(x.a.atLeast(x.b), x.a, x.b)],
    ['=IF(a-b>0,1,0)', (x, m) => m.when(x.a.minus(x.b).above(0), 1, 0)],
    ['=SUM(a,b*c,1)', (x, m) => m.sum([x.a, x.b.times(x.c), 1])],
    ['=0', (_, m) => m.sum([])],
    ['=IF(a>0,a,NA())', (x, m) => m.when(x.a.above(0), x.a, m.none('no answer'))],
  ])('%s', (text, formula) => {
    expect(written(formula)).toBe(text);
  });
});

test('what is near zero keeps its digits, also one inside the other', () => {
  const near = [1e-30, 1e-15, 1e-9, 0.0099, 0.01, 0.5, 3, -1e-15, -0.0099, -0.01, -0.5, 0];
  const grown: Formula = (x, m) => m.expm1(m.log1p(x.a).times(x.b));
  const formulas = [3, -30].flatMap((years) =>
    near.map((rate) => [written(grown, { a: String(rate), b: String(years) }), rate, years] as const),
  );
  const judged = evaluated(formulas.map(([text]) => text));
  const wrong = formulas.flatMap(([, rate, years], i) => {
    const expected = Math.expm1(years * Math.log1p(rate));
    return Math.abs((judged[i] as number) - expected) <= 1e-13 * Math.abs(expected) ? [] : [[rate, years, judged[i]]];
  });
  expect(wrong).toEqual([]);
});

describe('numbers as Excel takes them', () => {
  test.each<[number, string]>([
    [0.25, '=a+0.25'],
    [-3, '=a+(-3)'],
    [1e21, '=a+1E21'],
    [1.5e-7, '=a+1.5E-7'],
    [-1e-9, '=a+(-1E-9)'],
    [1 / 3, '=a+0.333333333333333'],
    [0.1 + 0.2, '=a+0.3'],
    [1e15, '=a+1000000000000000'],
  ])('%d', (x, text) => {
    expect(written(({ a }) => a.plus(x))).toBe(text);
  });
});

describe('LET', () => {
  test('names the inputs that are used, in the order in which they are bound', () => {
    expect(written((x) => x.c.times(x.a), { a: '2', b: '3', c: 'B4' })).toBe('=LET(a,2,c_,B4,c_*a)');
  });

  test('names each line once; the last is the answer itself', () => {
    const formula: Formula = (x, m) => {
      const net = m.step('net', x.a.plus(x.b));
      const gross = m.step('gross', net.minus(x.b));
      return m.step('margin', gross.div(net));
    };
    expect(written(formula, { a: '1', b: '2' })).toBe('=LET(a,1,b,2,net,a+b,gross,net-b,gross/net)');
  });

  test('leaves out lines that the answer does not need, and lines that only rename', () => {
    const formula: Formula = (x, m) => {
      m.step('unused', x.a.times(7));
      const same = m.step('renamed_input', x.a);
      m.step('a_number', m.num(3));
      const once = m.step('sum', same.plus(x.b));
      return m.step('sum_again', once);
    };
    expect(written(formula, { a: '1', b: '2' })).toBe('=LET(a,1,b,2,a+b)');
  });

  test('gives lines of one name different names', () => {
    const formula: Formula = (x, m) => {
      const first = m.step('fee', x.a.plus(1));
      const second = m.step('FEE', first.plus(2));
      return m.step('total', second.times(second)).plus(first);
    };
    expect(written(formula, { a: '1' })).toBe('=LET(a,1,fee,a+1,FEE_2,fee+2,total,FEE_2*FEE_2,total+fee)');
  });

  test('an answer that is a line used by others is referred to', () => {
    const { graph, root } = graphed((x, m) => m.step('net', x.a.plus(x.b)));
    const double = root.times(2) as Expression;
    graph.maths.step('double', double);
    expect(native([[root]], graph.steps, { a: '1', b: '2' })).toBe('=LET(a,1,b,2,a+b)');
    expect(native([[root, double]], graph.steps, { a: '1', b: '2' })).toBe(
      '=LET(a,1,b,2,net,a+b,double,net*2,HSTACK(net,double))',
    );
  });

  test('stacks rows and columns', () => {
    const { graph, root } = graphed((x) => x.a.plus(x.b));
    const other = root.times(2) as Expression;
    const bound = { a: '1', b: '2' };
    expect(native([[root], [other]], graph.steps, bound)).toBe('=LET(a,1,b,2,VSTACK(a+b,(a+b)*2))');
    expect(native([[root, other]], graph.steps, bound)).toBe('=LET(a,1,b,2,HSTACK(a+b,(a+b)*2))');
    expect(
      native(
        [
          [root, other],
          [other, root],
        ],
        graph.steps,
        bound,
      ),
    ).toBe('=LET(a,1,b,2,VSTACK(HSTACK(a+b,(a+b)*2),HSTACK((a+b)*2,a+b)))');
  });

  test('without anything to name there is none', () => {
    expect(written((_, m) => m.num(2).plus(3))).toBe('=2+3');
  });
});

describe('names', () => {
  test.each<[string, boolean]>([
    ['A1', true],
    ['net1', true],
    ['XFD1048576', true],
    ['abc123', true],
    ['R1C1', true],
    ['r', true],
    ['c', true],
    ['R5', true],
    ['C12', true],
    ['RC', true],
    ['r1c', true],
    ['rc12', true],
    ['arr0', true],
    ['ebit0', false],
    ['margin1', false],
    ['net', false],
    ['rate', false],
    ['net_1', false],
    ['a', false],
    ['rcx', false],
    ['TAAS_MARGIN', false],
  ])('%s reads as a cell: %s', (name, expected) => {
    expect(readsAsCell(name)).toBe(expected);
  });

  test.each<[string, string]>([
    ['token_spend', 'token_spend'],
    ['tiers[2].rate', 'tiers_2_rate'],
    ['demands[3]', 'demands_3'],
    ['net1', 'net1_'],
    ['c', 'c_'],
    ['net revenue', 'net_revenue'],
  ])('%s is called %s', (name, expected) => {
    expect(letName(name)).toBe(expected);
  });

  test('every legal name is one that LET takes', () => {
    const names = ['net_revenue', 'ebit0', 'tiers_2_rate', 'c_', 'net1_', 'rc12_', 'arr0_', 'a'];
    expect(evaluated(names.map((name) => `=LET(${name},2,${name}*3)`))).toEqual(names.map(() => 6));
  });
});
