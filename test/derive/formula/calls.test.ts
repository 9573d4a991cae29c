import { callsIn, argumentAt, withArguments } from '../../../src/derive/formula/calls';
import { catalogue } from '../../functions/cell';

const said = (formula: string) =>
  callsIn(formula, catalogue).map(({ definition, args, depth, start, end }) => ({
    name: definition.name,
    args: args.map(({ text }) => text),
    depth,
    text: formula.slice(start, end),
  }));

it('finds a call with names, arrays, spills, blanks and text that holds commas and brackets', () => {
  expect(said('=TAAS_MARGIN(spend, , {1,2;3,4}, \'A, B\'!C3:D4, A5#, "a,)(", -5%)')).toEqual([
    {
      name: 'TAAS_MARGIN',
      args: ['spend', '', '{1,2;3,4}', "'A, B'!C3:D4", 'A5#', '"a,)("', '-5%'],
      depth: 0,
      text: '=TAAS_MARGIN(spend, , {1,2;3,4}, \'A, B\'!C3:D4, A5#, "a,)(", -5%)'.slice(1),
    },
  ]);
});

it('finds calls in other functions and in one another, however Excel wrote their names', () => {
  expect(
    said('=IF(A1>0,taas_run_rate(TAAS_TOKEN_COST(B2)),2)+_xldudf_TAAS_MARGIN()+[2]!_xldudf_BEDROCK_REVENUE(1)'),
  ).toEqual([
    { name: 'TAAS_RUN_RATE', args: ['TAAS_TOKEN_COST(B2)'], depth: 1, text: 'taas_run_rate(TAAS_TOKEN_COST(B2))' },
    { name: 'TAAS_TOKEN_COST', args: ['B2'], depth: 2, text: 'TAAS_TOKEN_COST(B2)' },
    { name: 'TAAS_MARGIN', args: [], depth: 0, text: '_xldudf_TAAS_MARGIN()' },
    { name: 'BEDROCK_REVENUE', args: ['1'], depth: 0, text: '_xldudf_BEDROCK_REVENUE(1)' },
  ]);
});

it('finds none in text, in a name or in the function of someone else', () => {
  expect(said('="TAAS_MARGIN(1)"&TAAS_MARGIN&SUM(1,2)&TAAS_NO_SUCH(1)')).toEqual([]);
});

describe('which argument is being typed', () => {
  const at = (typed: string) => {
    const found = argumentAt(typed.replace('|', ''), typed.indexOf('|'), catalogue);
    return found && `${found.call.definition.name} ${found.argument}`;
  };
  it.each([
    ['=TAAS_MARGIN(|', 'TAAS_MARGIN 0'],
    ['=TAAS_MARGIN(1,|', 'TAAS_MARGIN 1'],
    ['=TAAS_MARGIN(1,2|,3)', 'TAAS_MARGIN 1'],
    ['=TAAS_MARGIN(1,{1,2;|', 'TAAS_MARGIN 1'],
    ['=TAAS_MARGIN(1,(2+|', 'TAAS_MARGIN 1'],
    ['=TAAS_MARGIN(1,TAAS_TOKEN_COST(|', 'TAAS_TOKEN_COST 0'],
    ['=TAAS_MARGIN(1,TAAS_TOKEN_COST(2)|', 'TAAS_MARGIN 1'],
    ['=TAAS_MARGIN("a,|', 'TAAS_MARGIN 0'],
    ['=TAAS_MARGIN(1,SUM(|', undefined],
    ['=TAAS_MARGIN(1)|', undefined],
    ['=TAAS_MAR|', undefined],
  ])('%s', (typed, expected) => expect(at(typed)).toBe(expected));
});

describe('other arguments', () => {
  const changed = (formula: string, texts: string[], which = 0) =>
    withArguments(formula, callsIn(formula, catalogue)[which]!, texts);
  it.each([
    ['=TAAS_MARGIN()', ['1'], '=TAAS_MARGIN(1)'],
    ['=TAAS_MARGIN()', ['', '2'], '=TAAS_MARGIN(,2)'],
    ['=TAAS_MARGIN( 1 , B2 )*2', ['1', 'B3'], '=TAAS_MARGIN( 1 , B3 )*2'],
    ['=TAAS_MARGIN(1,2,3)', ['1', '', ''], '=TAAS_MARGIN(1)'],
    ['=TAAS_MARGIN(1,2,)', ['1', '2', ''], '=TAAS_MARGIN(1,2,)'],
    ['=TAAS_MARGIN(1,{1,2;3,4},x)', ['1', '{1,2;3,5}', 'x'], '=TAAS_MARGIN(1,{1,2;3,5},x)'],
    ["=TAAS_MARGIN('a,b'!C1,2)", ["'a,b'!C1", '3'], "=TAAS_MARGIN('a,b'!C1,3)"],
    ["=TAAS_MARGIN(1,'a,b'!C1)", ['2', "'a,b'!C1"], "=TAAS_MARGIN(2,'a,b'!C1)"],
  ])('%s with %j', (formula, texts, expected) => expect(changed(formula, texts)).toBe(expected));

  it('stands within another call', () => {
    expect(changed('=TAAS_RUN_RATE( TAAS_TOKEN_COST(B2), 4)', ['B3'], 1)).toBe(
      '=TAAS_RUN_RATE( TAAS_TOKEN_COST(B3), 4)',
    );
  });
});
