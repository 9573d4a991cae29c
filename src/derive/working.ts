/** The working in its units: which unit each named line has follows from those of the inputs, as in a physics lesson. */
import { answerOf, type Inputs, type Step } from '../catalogue/call';
import { catalogueOf } from '../catalogue/catalogue';
import { unitOf, type Catalogue, type Definition } from '../catalogue/define';
import { domainAt } from '../catalogue/numbers';
import { symbolic } from '../catalogue/readings';
import { isFraction, type Unit } from '../catalogue/units';
import { inOrder, type Expression } from '../formula/expression';
import { formatted, numberAsShown } from './as-shown';

/** `number` is one without a unit, such as the 4 of four quarters; undefined where it cannot be told. */
type Known = Unit | 'number' | undefined;

/** The unit of each named line, by its name, where it can be told. */
export function unitsOfSteps(definition: Definition, inputs: Inputs): ReadonlyMap<string, Unit> {
  if (!definition.formula) return new Map();
  const { roots, steps } = symbolic(definition, inputs, () => true, false);
  const units = new Map<Expression, Known>();
  const unitFor = (node: Expression): Known => units.get(node);
  for (const node of inOrder([...roots.flat(), ...steps.map((step) => step.node)])) {
    units.set(node, unitOfNode(node, definition, node.args.map(unitFor)));
  }
  rowUnits(definition, inputs).forEach((row, i) =>
    row.forEach((unit, j) => {
      if (unit !== undefined && roots[i]?.[j]) units.set(roots[i][j], unit);
    }),
  );
  return new Map(
    steps.flatMap(({ name, node }): [string, Unit][] => {
      const unit = units.get(node);
      return unit === undefined || unit === 'number' ? [] : [[name, unit]];
    }),
  );
}

/** The units that the results are declared with. */
function rowUnits(definition: Definition, inputs: Inputs): readonly (readonly (Unit | undefined)[])[] {
  if (definition.result.shape === 'number') return [[unitOf(definition)]];
  if (definition.result.shape === 'list') return [Array<Unit>(MOST_OF_A_LIST).fill(definition.result.unit)];
  const { cells, units = [] } = answerOf(definition, { ...inputs, headers: false }, NONE);
  return cells.map((_, i) => units[i] ?? []);
}
const MOST_OF_A_LIST = 1000;
const NONE: Catalogue = catalogueOf([]);

function unitOfNode({ op, name, args }: Expression, definition: Definition, units: readonly Known[]): Known {
  switch (op) {
    case 'input':
      return plainFraction(domainAt(definition, name).unit);
    case 'constant':
      return 'number';
    case 'plus':
    case 'minus':
    case 'max':
    case 'min':
    case 'sum':
      return common(units);
    case 'when':
      return common(units.slice(1).filter((_, i) => args[i + 1]!.op !== 'none'));
    case 'times':
      return product(units[0], units[1], args);
    case 'div':
      return quotient(units[0], units[1]);
    default:
      return undefined;
  }
}

/** All fractions are alike: what is left of 1 after a share is a share. */
const plainFraction = (unit: Unit): Known => (isFraction(unit) ? 'share' : unit === 'plain' ? 'number' : unit);

/** Like is added to like; a number without a unit takes that of the others. */
function common(units: readonly Known[]): Known {
  const own = [...new Set(units.filter((unit) => unit !== 'number'))];
  if (own.length > 1) return undefined;
  return own.length === 0 ? 'number' : own[0];
}

function product(x: Known, y: Known, args: readonly Expression[]): Known {
  if (x === 'share' && y === 'number') return SCALED.get(args[1]!.value) ?? 'number';
  if (x === 'number' && y === 'share') return 'number';
  if (isFactor(x) && y !== 'number') return isFactor(y) ? 'share' : y;
  if (isFactor(y) && x !== 'number') return x;
  return x === 'number' && y === 'number' ? 'number' : undefined;
}

/** Of something, in its unit. */
const isFactor = (unit: Known): boolean => unit === 'share' || unit === 'ratio';

/** A fraction as a number of its parts. */
const SCALED: ReadonlyMap<number, Unit> = new Map([
  [100, 'pp'],
  [10_000, 'bp'],
]);

/** Like over like is a fraction. */
function quotient(x: Known, y: Known): Known {
  if (x === 'number' && y === 'number') return 'number';
  if (x === undefined || y === undefined || y === 'number') return undefined;
  if (isFactor(y)) return isFactor(x) || x === 'number' ? undefined : x;
  return x === y ? 'share' : undefined;
}

/** A named line as an analyst reads it: 55.0%, $1.375bn. */
export function stepAsShown({ name, value }: Step, units: ReadonlyMap<string, Unit>): string {
  const unit = units.get(name);
  return unit === undefined ? formatted(value, '#,##0.0000')! : numberAsShown(value, unit);
}
