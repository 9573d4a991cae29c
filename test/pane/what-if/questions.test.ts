/** The analyst's questions: what their boxes start with, and what is asked when they are filled in. */
import { callByName } from '../../../src/catalogue/call';
import { Problem } from '../../../src/catalogue/problem';
import { chartOf } from '../../../src/charts';
import { formulaAsTyped } from '../../../src/derive/example';
import { startOf, type Filled } from '../../../src/pane/what-if/form';
import { QUESTIONS, type Question } from '../../../src/pane/what-if/questions';
import { baseCase } from '../../../src/pane/what-if/base-case';
import { analysed, type Analysed } from '../../../src/pane/what-if/subject';
import { catalogue } from '../../functions/cell';
import { offered } from './offered';

const margin = analysed('TAAS_MARGIN', catalogue);
const question = (asks: string): Question => QUESTIONS.find((each) => each.asks === asks)!;

/** The boxes of the uncertain inputs that a question begins with. */
function drawsOf({ draws }: Question, subject: Analysed): Filled[] {
  const its = draws?.(subject);
  return (its?.start ?? []).map((path) => ({
    ...startOf(its!.choices(path)),
    ...startOf(its!.values(path, 'TRIANGULAR')),
  }));
}

/** The arguments of the function that answers, with these boxes filled in anew. */
function asked(its: Question, subject = margin, filled: Filled = {}, draws = drawsOf(its, subject)) {
  const { fields, text } = baseCase(subject);
  const boxes = its.fields(subject);
  expect(boxes.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(filled)));
  return { function: text(startOf(fields)), ...its.args({ ...startOf(boxes), ...filled }, draws) };
}

const formula = (asks: string, filled?: Filled, draws?: Filled[]): string =>
  formulaAsTyped(catalogue.find(question(asks).function), asked(question(asks), margin, filled, draws));

test('each question, as it is prefilled, is a formula without what is default', () => {
  expect(formula('What moves it?')).toBe('=TAAS_TORNADO("TAAS_MARGIN")');
  expect(formula('What if both move?')).toBe(
    '=TAAS_GRID("TAAS_MARGIN","token_spend",{1;1.5;2;2.5;3},"infra_cogs",{0.35;0.45;0.55;0.65;0.75},,TRUE)',
  );
  expect(formula('What must be true?')).toBe('=TAAS_SOLVE("TAAS_MARGIN",0.5,"infra_cogs")');
  expect(formula('How likely?')).toMatch(
    /^=TAAS_SIMULATE\("TAAS_MARGIN",\{"infra_cogs","TRIANGULAR",0.4125,0.55,0.6875;"token_spend",.*\}\)$/,
  );
});

test('what is typed goes into the formula, percentages as fractions', () => {
  expect(formula('What moves it?', { delta: '20%' })).toBe('=TAAS_TORNADO("TAAS_MARGIN",,0.2)');
  expect(formula('What must be true?', { target: '60%', param: 'token_spend', high: '9' })).toBe(
    '=TAAS_SOLVE("TAAS_MARGIN",0.6,"token_spend",,9)',
  );
  expect(formula('How likely?', { trials: '1,000', seed: '7' }, [])).toBe('=TAAS_SIMULATE("TAAS_MARGIN",,1000,7)');
});

test('why it moved is asked of cells: the formula refers to them', () => {
  const filled = { cases: "'Model by quarter'!A12:Q40", from: '1Q26A', to: '2Q26E' };
  expect(formula('Why did it move?', filled)).toBe(
    `=TAAS_WALK("TAAS_MARGIN",'Model by quarter'!A12:Q40,"1Q26A","2Q26E")`,
  );
  expect(formula('Why did it move?', { ...filled, method: 'SEQUENTIAL' })).toMatch(/"2Q26E","SEQUENTIAL"\)$/);
});

test('another input of a table brings its own steps', () => {
  const across = question('What if both move?')
    .fields(margin)
    .find(({ name }) => name === 'param_x')!;
  expect(across.options).toContain('tiers[1].rate');
  expect(across.sets!('infra_cogs')).toEqual({ values_x: '0.35, 0.45, 0.55, 0.65, 0.75' });
});

describe('uncertain inputs', () => {
  const draws = question('How likely?').draws!(margin);

  test('begin with the three that move it most; another is one that is not used yet', () => {
    expect(draws.start).toEqual(['infra_cogs', 'token_spend', 'fixed_fee']);
    expect(draws.start).not.toContain(draws.another(draws.start));
    expect(draws.another(margin.varied.map(({ path }) => path))).toBe('infra_cogs');
  });

  test('have the values that their distribution takes, in rows of one width', () => {
    expect(draws.values('token_spend', 'NORMAL').map(({ label }) => label)).toEqual(['mean', 'sd']);
    const rows = [
      { path: 'token_spend', distribution: 'NORMAL', mean: '2', sd: '10%' },
      { path: 'infra_cogs', distribution: 'TRIANGULAR', low: '0.5', mode: '', high: '0.6' },
    ];
    expect(asked(question('How likely?'), margin, {}, rows)).toMatchObject({
      spec: [
        ['token_spend', 'NORMAL', 2, 0.1, null],
        ['infra_cogs', 'TRIANGULAR', 0.5, null, 0.6],
      ],
    });
  });
});

describe.each(['1,37', '5%%', '1 2', 'lots'])('%s in a box is refused, in the sentence of the cell', (wrong) => {
  const refused = (asks: string, filled: Filled, draws?: Filled[]) => {
    const args = asked(question(asks), margin, filled, draws);
    return callByName(catalogue.find(question(asks).function), args, catalogue);
  };

  test.each([
    ['What moves it?', 'delta'],
    ['What must be true?', 'target'],
    ['What must be true?', 'low'],
    ['What must be true?', 'high'],
    ['How likely?', 'trials'],
    ['How likely?', 'seed'],
  ])('%s %s', (asks, name) => {
    const problem = refused(asks, { [name]: wrong });
    expect(problem).toBeInstanceOf(Problem);
    expect((problem as Problem).sentence).toContain(`"${wrong}"`);
    expect((problem as Problem).sentence).toContain(name);
  });

  test('a value of a table, which may stand between others', () => {
    if (wrong === '1 2')
      return expect(asked(question('What if both move?'), margin, { values_x: wrong })).toMatchObject({
        values_x: [1, 2],
      });
    expect(refused('What if both move?', { values_x: `1, ${wrong}, 2` })).toMatchObject({
      sentence: expect.stringContaining(`"${wrong}"`),
    });
  });

  test('a value of an uncertain input', () => {
    const draw = { path: 'token_spend', distribution: 'UNIFORM', low: wrong, high: '3' };
    expect(refused('How likely?', {}, [draw])).toMatchObject({ sentence: expect.stringContaining(`"${wrong}"`) });
  });

  test('an input of the base case', () => {
    const { fields, text } = baseCase(margin);
    const args = { function: text({ ...startOf(fields), fixed_fee: wrong }) };
    expect(callByName(catalogue.find('TAAS_TORNADO'), args, catalogue)).toMatchObject({
      sentence: expect.stringMatching(new RegExp(`fixed_fee.*${wrong}`)),
    });
  });
});

test.each(QUESTIONS.map((each) => [each.asks, each] as const))('%s has a picture of what is offered', (_asks, its) => {
  const filled: Filled = its.function === 'TAAS_SIMULATE' ? { trials: '100' } : {};
  for (const name of offered) {
    const subject = analysed(name, catalogue);
    const moved = subject.varied.map(({ path, base }, i) => [path, base, i === 0 ? base * 0.99 || 0.5 : base]);
    const still = [...subject.given].filter((given) => !moved.some(([path]) => path === given));
    const rows = [...moved, ...still.map((given) => [given, ...Array(2).fill(subject.subject.inputs[given])])];
    const block = { cases: [['Name', 'A', 'B'], ...rows], from: 'A', to: 'B' };
    const args = { ...asked(its, subject, filled), ...(its.cases && { ...block, function: name }) };
    const picture = () => chartOf(catalogue.find(its.function), args, catalogue).kind;
    if (its.function === 'TAAS_GRID' && subject.varied.length === 1) expect(picture).toThrow('expected another input');
    else expect([name, picture()]).toEqual([name, expect.any(String)]);
  }
});
