import fc from 'fast-check';
import { exampleFormula } from '../../../src/derive/example';
import { callsIn } from '../../../src/derive/formula/calls';
import { compute } from '../../../src/derive/formula/values';
import { filled, formsOn, formView, grouped, type Entries, type Form } from '../../../src/pane/functions/form';
import { catalogue } from '../../functions/cell';
import { openSheet, type Sheet } from '../sheet';

const formOn = (formula: string, which = 0): Form => {
  const { definition } = callsIn(formula, catalogue)[which]!;
  return formsOn(definition, formula, catalogue)[0]!;
};
const fill = (formula: string, entries: Entries, which = 0): string => filled(formOn(formula, which), entries).formula;

const look = (sheet: Sheet, formula: string, entries: Entries, address = 'B20') =>
  formView(formOn(formula), entries, { host: sheet.host, catalogue, sheet: 'Sheet1' }, { sheet: 'Sheet1', address });

describe('the formula is the shortest that an analyst would write', () => {
  it.each<[string, Entries, string]>([
    ['=TAAS_MARGIN()', {}, '=TAAS_MARGIN()'],
    ['=TAAS_MARGIN()', { token_spend: '2.5' }, '=TAAS_MARGIN(2.5)'],
    ['=TAAS_MARGIN()', { opex_rate: '6%' }, '=TAAS_MARGIN(,,,,,6%)'],
    ['=TAAS_MARGIN()', { token_spend: '$1,375', mode: 'whole' }, '=TAAS_MARGIN(1375,,,,,,"WHOLE")'],
    ['=TAAS_MARGIN(1,,,,,,"WHOLE")', { mode: '' }, '=TAAS_MARGIN(1)'],
    ['=TAAS_MARGIN(1)', { token_spend: '' }, '=TAAS_MARGIN()'],
    ['=TAAS_MARGIN( 1 , B2 )*2', { fixed_fee: 'Sheet2!B4' }, '=TAAS_MARGIN( 1 , Sheet2!B4 )*2'],
    ['=TAAS_MARGIN(1,2,)', { token_spend: '3' }, '=TAAS_MARGIN(3,2,)'],
    ['=TAAS_FACT()', { key: 'AWS.EBIT_MARGIN.1Q26' }, '=TAAS_FACT("AWS.EBIT_MARGIN.1Q26")'],
    ['=TAAS_FACT()', { key: '=my_key' }, '=TAAS_FACT(my_key)'],
    ['=TAAS_FACT()', { key: 'say "so"' }, '=TAAS_FACT("say ""so""")'],
    ['=TAAS_SOLVE()', { function: 'TAAS_MARGIN(2)', target: '60%' }, '=TAAS_SOLVE("TAAS_MARGIN(2)",60%)'],
    ['=TAAS_PNL()', { headers: 'false' }, '=TAAS_PNL(,,,,,,,,FALSE)'],
    ['=TAAS_MARGIN()', { token_spend: 'IF(A1>0,spend,A5#)' }, '=TAAS_MARGIN(IF(A1>0,spend,A5#))'],
  ])('%s with %j is %s', (formula, entries, expected) => expect(fill(formula, entries)).toBe(expected));

  it('four tiers of one’s own are typed row by row', () => {
    const tiers = [
      ['0', '20%'],
      ['1', '25%'],
      ['2', '0.3'],
      ['3', '35 %'],
      ['', ''],
    ];
    expect(fill('=TAAS_MARGIN()', { tiers })).toBe('=TAAS_MARGIN(,,,{0,0.2;1,0.25;2,0.3;3,0.35})');
  });

  it('a call within other functions is edited where it stands', () => {
    expect(fill('=ROUND(TAAS_MARGIN(spend,,,A5#),2)+N("x")', { fixed_fee: '0.9' })).toBe(
      '=ROUND(TAAS_MARGIN(spend,0.9,,A5#),2)+N("x")',
    );
  });
});

describe('what cannot stand in a formula is refused beside its field', () => {
  it.each<[string, string, RegExp]>([
    ['token_spend', '0,825', /^token_spend is "0,825": expected a number .*\(type 0\.825\)\.$/],
    ['token_spend', 'IF(A1>0;1;2)', /expected commas between arguments .* not semicolons\.$/],
    ['token_spend', '2;0,7', /not semicolons\.$/],
    ['token_spend', 'A1,B1', /expected one argument/],
    ['token_spend', '(1+2', /each bracket to be closed/],
    ['token_spend', '1+2)', /no \) without its first/],
    ['token_spend', '1 2 +', /^token_spend is "1 2 \+": expected a number/],
    ['token_spend', '"abc', /each quotation mark to have its second/],
    ['token_spend', '=', /^token_spend is/],
  ])('%s: %s', (name, typed, sentence) => {
    const { formula, problems } = filled(formOn('=TAAS_MARGIN(1,2)'), { [name]: typed });
    expect(problems.get(name)?.sentence).toMatch(sentence);
    expect(formula).toBe('=TAAS_MARGIN(,2)');
  });
});

describe('while one types', () => {
  it('the answer, its working and the formula are there', async () => {
    const view = await look(openSheet(), '=TAAS_MARGIN()', { token_spend: '1' });
    expect(view).toMatchObject({ formula: '=TAAS_MARGIN(1)', call: { result: '40.0%' } });
    expect(view.call!.working.at(-1)).toEqual({ name: 'ebit_margin', value: '40.0%' });
  });

  it('a number that is not plausible says so, and one that is not allowed has the gate’s sentence', async () => {
    const view = await look(openSheet(), '=TAAS_MARGIN()', { token_spend: '1500', opex_rate: '6' });
    expect(view.fields['token_spend']!.notes[0]).toMatch(/^token_spend is 1,500: plausible .* to .*\.$/);
    expect(view.fields['opex_rate']!.problem).toMatch(/^opex_rate is 6: expected/);
    expect(view.refusal).toBe(view.fields['opex_rate']!.problem);
  });

  it('a blank cell takes the base case, with the number; a filled one shows what it holds', async () => {
    const sheet = openSheet();
    sheet.type({ B2: 1 });
    const view = await look(sheet, '=TAAS_MARGIN()', { token_spend: 'B2', fixed_fee: 'B3' });
    expect(view.fields['token_spend']!.value).toBe('$1.000bn');
    expect(view.fields['fixed_fee']!.notes).toEqual([
      expect.stringMatching(/^B3 is blank: fixed_fee takes the base case, \$.*bn\.$/),
    ]);
  });

  it('the cell itself cannot be its own input', async () => {
    const view = await look(openSheet(), '=TAAS_MARGIN()', { token_spend: 'B19:B21' });
    expect(view.refusal).toBe('token_spend is B19:B21, where the formula itself stands: expected other cells.');
  });

  it('what only the sheet knows is said to be so', async () => {
    const view = await look(openSheet(), '=TAAS_MARGIN()', { token_spend: 'SUM(A1:A3)' });
    expect(view.call!.unknown).toBe('token_spend: it is computed by the sheet.');
    expect(view.refusal).toBeUndefined();
  });

  it('a key reads from the sheet what the call reads, once', async () => {
    const sheet = openSheet();
    sheet.type({ B2: 1, D1: 0, E1: '20%' });
    for (let key = 0; key < 9; key++) {
      const asked: string[] = [];
      const host = new Proxy(sheet.host, {
        get: (on, name, itself) => (asked.push(String(name)), Reflect.get(on, name, itself) as unknown),
      });
      await look({ ...sheet, host }, '=TAAS_MARGIN()', { token_spend: `1.${key}`, fixed_fee: 'B2', tiers: 'D1:E1' });
      expect(asked).toEqual(['resolve', 'resolve', 'values', 'values']);
    }
  });

  it('a table says where it needs room', async () => {
    const sheet = openSheet();
    sheet.type({ C22: 'mine' });
    const view = await look(sheet, '=TAAS_PNL()', {});
    expect(view.room).toMatch(/^The table needs B20:C\d+, and C22 is in use: it would show #SPILL!\.$/);
    expect(view.table![0]).toHaveLength(2);
    expect((await look(sheet, '=TAAS_PNL()', {}, 'H1')).room).toBeUndefined();
  });
});

it('of many inputs those that examples fill come first, and none is lost', () => {
  for (const definition of catalogue.functions) {
    const [first, others] = grouped(formOn(`=${definition.name}()`));
    expect([...first, ...others].sort()).toEqual(Object.keys(definition.parameters).sort());
  }
});

const answers = async (formula: string): Promise<unknown> => {
  const computed = await compute(callsIn(formula, catalogue)[0]!, {
    host: openSheet().host,
    catalogue,
    sheet: 'Sheet1',
  });
  return 'worked' in computed
    ? computed.worked.answer.cells
    : 'problem' in computed
      ? computed.problem.sentence
      : computed.why;
};

it.each(catalogue.functions.map((definition) => [definition.name, definition] as const))(
  '%s opens with each of its examples and prints a formula that answers the same',
  async (_, definition) => {
    for (const example of definition.examples) {
      const formula = exampleFormula(definition, example);
      const form = formsOn(definition, formula, catalogue)[0]!;
      expect(filled(form, {}).formula).toBe(formula);
      const typed = Object.fromEntries(
        Object.keys(definition.parameters).map((name, i) => [name, form.call.args[i]?.text ?? '']),
      );
      const anew = filled(formsOn(definition, `=${definition.name}()`, catalogue)[0]!, typed);
      expect([...anew.problems]).toEqual([]);
      expect(anew.formula).toBe(formula);
      if (example.gives !== '#VALUE!') expect(await answers(anew.formula)).toEqual(await answers(formula));
    }
  },
);

const reference = fc.constantFrom('B4', '$B$4', 'Sheet2!B4', "'P&L, 2'!B4:C9", 'A5#', 'spend', '[1]Sheet1!A1', 'A:A');
const literal = fc.oneof(
  fc.integer({ min: 0, max: 9999 }).map(String),
  fc.constantFrom('0.06', '6%', '-5%', '1E-3', 'TRUE', '""', '"a,)(""{;"', '"it\'s"', '{1,2;3,4}', '{0,"x,y";1,"}"}'),
);
const { argument } = fc.letrec<{ argument: string }>((tie) => ({
  argument: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    reference,
    literal,
    fc.tuple(tie('argument'), tie('argument')).map(([a, b]) => `${a}+ ${b}`),
    fc.tuple(tie('argument'), tie('argument')).map(([a, b]) => `IF(${a}>0, ${b},)`),
    fc
      .array(fc.oneof(tie('argument'), fc.constant('')), { maxLength: 4 })
      .map((all) => `TAAS_RUN_RATE(${all.join(',')})`),
    tie('argument').map((a) => `LET(x,${a},(x))`),
  ),
}));
const spaced = fc
  .tuple(fc.constantFrom('', ' '), fc.oneof(argument, fc.constant('')), fc.constantFrom('', ' '))
  .map((parts) => parts.join(''));
const ours = fc
  .tuple(fc.constantFrom('TAAS_MARGIN', 'taas_margin', '_xldudf_TAAS_MARGIN'), fc.array(spaced, { maxLength: 10 }))
  .map(([name, all]) => `${name}(${all.join(',')})`);
const formulas = fc
  .tuple(fc.constantFrom('=', '= 1+', '=ROUND(', '=IF(A1>"a(,",B2,-'), ours, fc.constantFrom('', '*2', '&"a, ""b("'))
  .map(([before, call, after]) =>
    `${before}${call}${after}${before.includes('(') ? ')' : ''}`.replace(/^=IF\((.*)\)$/s, '=IF($1)'),
  );

describe('whatever stands in a formula', () => {
  it('an edit of nothing prints the same text', () => {
    fc.assert(
      fc.property(formulas, (formula) => {
        expect(fill(formula, {})).toBe(formula);
      }),
    );
  });

  it('an edit of one argument changes only that one', () => {
    fc.assert(
      fc.property(formulas, fc.nat({ max: 9 }), argument, (formula, at, typed) => {
        const form = formOn(formula);
        const name = Object.keys(form.definition.parameters)[at]!;
        const after = filled(form, { [name]: typed });
        if (after.problems.size > 0) return;
        const call = callsIn(after.formula, catalogue)[0]!;
        const width = Math.max(call.args.length, form.call.args.length);
        const texts = Array.from({ length: width }, (_, i) => (i === at ? '' : (form.call.args[i]?.text ?? '')));
        expect(Array.from({ length: width }, (_, i) => (i === at ? '' : (call.args[i]?.text ?? '')))).toEqual(texts);
        expect(after.formula.slice(0, call.opened)).toBe(formula.slice(0, form.call.opened));
        expect(after.formula.slice(call.end)).toBe(formula.slice(form.call.end));
        // and back again: a name typed where a text or an option is expected is that text, unless after "="
        const before = form.call.args[at]?.text ?? '';
        const takesWords = ['choice', 'text', 'quarter'].includes(form.definition.parameters[name]!.kind);
        const typedBack = takesWords && before === 'spend' ? '=spend' : before;
        const back = filled(formOn(after.formula), { [name]: typedBack });
        expect(
          callsIn(back.formula, catalogue)[0]!
            .args.map(({ text }) => text)
            .join(',')
            .replace(/,+$/, ''),
        ).toBe(
          form.call.args
            .map(({ text }) => text)
            .join(',')
            .replace(/,+$/, ''),
        );
      }),
    );
  });
});
