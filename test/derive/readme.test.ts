/** What README says in numbers, computed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { callByName, type Answer } from '../../src/catalogue/call';
import { Problem } from '../../src/catalogue/problem';
import { named } from '../../src/catalogue/subject';
import { cellAsShown } from '../../src/derive/as-shown';
import { ERROR_IN_ARGUMENT } from '../../src/derive/wording';
import { functions } from '../../src/functions';
import { catalogue } from './files';

const README = readFileSync(join(__dirname, '../../README.md'), 'utf8');

/** What an analyst has in the cells that README names. */
const BLOCK = '{"Name","1Q26A","2Q26E";"token_spend",2,4.02;"infra_cogs",0.55,1.18}';

function typed(formula: string): Answer | Problem {
  const { definition, given } = named(catalogue, formula.replace('B2:R20', BLOCK), { argument: 'formula' });
  return callByName(definition, given, catalogue);
}

/** The last cell of an answer: its one number, or the total of a bridge. */
const shown = (answer: Answer | Problem): string => {
  if (answer instanceof Problem) return answer.code;
  return cellAsShown(answer.cells.at(-1)!.at(-1)!, answer.units?.at(-1)?.at(-1));
};

const rows = [...README.matchAll(/^\| `(=[A-Z_]+\(.*?\))` \| (.*?) \| (.*) \|$/gm)].map(
  ([, formula, answer, says]) => [formula!, answer!, says!] as const,
);

test('five formulas to start with', () => {
  expect(rows).toHaveLength(5);
});

test.each(rows)('%s answers %s', (formula, answer) => {
  expect(answer.replace(/ in all$/, '')).toBe(shown(typed(formula)));
});

test('Bedrock’s share of EBIT growth is the one that stands beside its share of gross profit', () => {
  const [, , says] = rows.find(([formula]) => formula === '=BEDROCK_CONTRIB()')!;
  const ebit = catalogue.find('BEDROCK_CONTRIB').examples[1]!.args;
  expect(says).toContain(
    `EBIT over EBIT it is ${shown(callByName(catalogue.find('BEDROCK_CONTRIB'), ebit, catalogue))}`,
  );
});

test('so many functions answer with no arguments, and the others ask by name for what they need', () => {
  const answers = functions.map((definition) => [definition, callByName(definition, {}, catalogue)] as const);
  const silent = answers.filter(([, answer]) => answer instanceof Problem);
  const all = functions.length;
  expect(README).toContain(`**${all - silent.length} of the ${all} functions answer with no arguments**`);
  expect(README).toContain(`The other ${silent.length} ask for`);
  expect(README).toContain(`${all} functions like it`);
  for (const [definition, answer] of silent) {
    const { parameter, sentence } = answer as Problem;
    expect(definition.parameters[parameter!]).toHaveProperty('required', true);
    expect(sentence).toMatch(/^\w+ is missing: expected /);
  }
});

test('the error that it shows is the one that the cell shows', () => {
  const [, formula, sentence] = /`(=TAAS_MARGIN\([^`]*\))` says `([^`]*)`/.exec(README)!;
  expect((typed(formula!) as Problem).sentence).toBe(sentence);
});

test('the rule of errors is the one of help', () => {
  expect(README.replaceAll('`', '')).toContain(ERROR_IN_ARGUMENT.replace(/ The sentence names.*$/, ''));
});

test.each([...README.matchAll(/`(=[A-Z]+_[A-Z_]+\([^`]*\))`/g)].map(([, formula]) => formula!))(
  '%s is a formula that can be typed',
  (formula) => {
    const answer = typed(formula);
    if (answer instanceof Problem) expect(formula).toBe('=TAAS_MARGIN(,,,,,5)');
  },
);
