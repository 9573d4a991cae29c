import { quarters } from '../book/case';
import { VERSION } from '../book/version';
import type { Catalogue, Cell, Definition } from '../catalogue/define';
import { inHelp, type Parameter } from '../catalogue/parameters';
import { withoutAssumption } from '../catalogue/lift';
import { Problem } from '../catalogue/problem';
import { ruleSentence } from '../catalogue/rules';
import { UNITS } from '../catalogue/units';
import { workingLines } from '../catalogue/working';
import { signature } from './example';
import { excelNeeded } from './excel-version';
import { byFamily } from './families';
import { nativeFormula } from './native-formula';
import { refusalsOf } from './refusals';
import { inputsAt, occasionOf, workedExamples, type Worked } from './worked';
import { parameterWords } from './wording';

/** The catalogue for programs and assistants; catalogue.schema.json says what stands where. */
export function catalogueJson(catalogue: Catalogue, addinUrl: string): string {
  const document = {
    $schema: `${addinUrl}/catalogue.schema.json`,
    name: 'TaaS for Excel',
    version: VERSION,
    base_case: quarters.now,
    families: byFamily(catalogue.functions).map(({ id, title, about }) => ({ id, title, about })),
    functions: byFamily(catalogue.functions).flatMap(({ functions }) =>
      functions.map((definition) => described(definition, catalogue, addinUrl)),
    ),
  };
  return `${JSON.stringify(document, undefined, 1)}\n`;
}

/** What it says of one function. */
export function described(definition: Definition, catalogue: Catalogue, addinUrl: string): object {
  const occasion = occasionOf(definition, catalogue);
  const native = nativeFormula(definition, occasion);
  return {
    name: definition.name,
    family: definition.family,
    answers: definition.answers,
    signature: signature(definition),
    help: `${addinUrl}/help/${definition.name}.html`,
    parameters: Object.entries(definition.parameters).map(([name, parameter]) => parameterOf(name, parameter)),
    result: {
      shape: definition.result.shape,
      ...('unit' in definition.result ? { unit: UNITS[definition.result.unit].words } : {}),
      about: definition.result.about,
    },
    rules: definition.rules.map(ruleSentence),
    shown_at: occasion.formula,
    working: definition.formula
      ? workingLines(definition, inputsAt(definition, occasion)).map(({ name, words, symbols, value }) => ({
          name,
          words,
          formula: symbols,
          value: value ?? null,
        }))
      : [],
    native: 'formula' in native ? native.formula : null,
    ...('none' in native ? { no_native: native.none } : { native_needs: excelNeeded(native.formula).excel }),
    examples: workedExamples(definition, catalogue).map(exampleOf),
    errors: refusalsOf(definition, catalogue),
    related: definition.related.filter((name) => catalogue.functions.some((other) => other.name === name)),
  };
}

function parameterOf(name: string, parameter: Parameter): object {
  const words = parameterWords(parameter);
  return {
    name,
    kind: parameter.kind,
    about: parameter.about,
    unit: words.unit,
    accepts: words.accepts,
    required: 'required' in parameter,
    ...inHelp(parameter).facts?.(parameter),
    default: withoutAssumption('default' in parameter ? parameter.default : undefined) ?? null,
    ...(words.standing ? { source: { standing: words.standing, text: words.source } } : {}),
    ...(words.plausible ? { plausible: words.plausible } : {}),
  };
}

const plain = (cell: Cell): number | string | boolean => (cell instanceof Problem ? cell.code : cell);

function exampleOf({ formula, answer, says }: Worked): object {
  if (answer instanceof Problem) return { formula, says, error: { code: answer.code, sentence: answer.sentence } };
  if (answer.single) return { formula, says, result: plain(answer.cells[0]![0]!) };
  return { formula, says, result: answer.cells.map((row) => row.map(plain)) };
}
