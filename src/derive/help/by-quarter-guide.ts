import { current } from '../../book/case';
import type { Catalogue } from '../../catalogue/define';
import { Problem } from '../../catalogue/problem';
import { byQuarter } from '../../models/by-quarter';
import { valuesIn } from '../../models/sheet';
import { formatted, numberAsShown } from '../as-shown';
import { typed } from '../example';
import { onSheet } from '../on-sheet';
import { copied, part, pictured, worked, type Guide } from './guide';
import { markup, type Markup } from './markup';
import { columnOf, formulaOf, numberIn, rowOf, withCells, withoutRow } from './model';
import { breakable } from './parameters-section';
import { readingTable } from './table';

const MARGIN = '=TAAS_CALL("TAAS_MARGIN"';

export const byQuarterGuide: Guide = {
  file: 'model-by-quarter.html',
  title: 'Model by quarter',
  about:
    'A model with a column a quarter: one block of inputs, and one formula a row that answers every quarter of it. The third sheet of the workbench is this model.',
  functions: ['TAAS_CALL', 'TAAS_WALK', 'TAAS_ASSUMPTIONS'],
  body: (catalogue) => [
    start(catalogue),
    theBlock(),
    answers(catalogue),
    blanks(catalogue),
    alone(catalogue),
    walk(catalogue),
    native(catalogue),
    markup`<p>When a quarter is reported: <a href="new-quarter.html">which cells to fill, and nothing else</a>.</p>`,
  ],
};

const start = (catalogue: Catalogue): Markup =>
  part(
    'start',
    'From the assumptions to a block',
    worked('=TAAS_ASSUMPTIONS("TAAS_MARGIN")', byQuarter, 'The inputs of TAAS_MARGIN', catalogue),
    markup`<p>This answer is a block of one case. Copy it, paste it as values, write your quarter in place of <b>Value</b>, and add a column for each other quarter. Name, Unit, Range and Source describe a row; every other heading is a case.</p>`,
    markup`<p>Rows of other functions may stand among them: each function takes the rows that it knows, so that one block serves the whole workbook. Lists and tier tables have a row for each number, and a fourth tier is two rows more. A name that no function knows is an error that names the nearest, and so is one that comes twice.</p>`,
  );

/** The block as the sheet shows it. */
function theBlock(): Markup {
  const [, range = ''] = /(\$A\$\d+:\$[A-Z]\$\d+)/.exec(formulaOf(MARGIN))!;
  const first = Number(/\d+/.exec(range)![0]);
  const formats = new Map(byQuarter.cells.map(({ at, format }) => [at, format]));
  const [headings, ...rows] = valuesIn(byQuarter, range).map((row) => row.slice(0, -1));
  const column = columnOf('2Q26E');
  const computed = byQuarter.cells.filter(
    ({ at, value, formula }) => at.startsWith(column) && formula !== undefined && value !== undefined,
  );
  const label = (row: number): string => String(valuesIn(byQuarter, `A${row}`)[0]![0]);
  return part(
    'block',
    'The block',
    markup`<div class="scrolls" role="region" aria-label="The block of the model" tabindex="0">
<table class="spill">
<thead><tr>${headings!.map((heading) => markup`<th scope="col">${heading!}</th>`)}</tr></thead>
<tbody>
${rows.map(([name, ...cells], i) =>
  cells.every((cell) => cell === null)
    ? markup`<tr><th scope="rowgroup" colspan="${headings!.length}">${name!}</th></tr>\n`
    : markup`<tr><th scope="row">${name!}</th>${cells.map((cell, j) =>
        typeof cell === 'number'
          ? markup`<td class="number">${formatted(cell, formats.get(`${column}${first + 1 + i}`) ?? '0.00')!}</td>`
          : markup`<td>${j < 3 ? cell! : ''}</td>`,
      )}</tr>\n`,
)}</tbody>
</table>
</div>`,
    markup`<p>Infrastructure follows the spend, the fee by megawatts and the cost by tokens. What it takes stands above the block, so that no formula has a number in it:</p>
<ul>
${drivers()}</ul>
<p>In the column of 2Q26E:</p>`,
    readingTable(
      'What the block computes',
      ['Input', 'Formula', 'Comes to'],
      computed.map(({ at, formula, value, format }) => [
        markup`<code>${label(Number(at.replace(/\D+/, '')))}</code>`,
        markup`<code>${breakable(formula!)}</code>`,
        formatted(value as number, format!)!,
      ]),
    ),
    markup`<p>To Excel a blank times a price is zero, which would be a cost of nothing. So each formula is blank where a factor is, and a blank is never a zero to the block.</p>`,
  );
}

/** What stands above the block: each driver with its cell, its label, its number and its unit. */
const drivers = (): Markup[] =>
  byQuarter.cells
    .filter(({ at, look }) => look === 'input' && Number(at.replace(/\D+/, '')) < rowOf('Name'))
    .map(({ at, value }) => {
      const [[label, unit] = []] = valuesIn(byQuarter, at.replace(/\D+(\d+)/, 'A$1:B$1'));
      return markup`<li><code>${at}</code> ${label!}: ${formatted(value as number, '#,##0')!} ${unit!}</li>\n`;
    });

const answers = (catalogue: Catalogue): Markup =>
  part(
    'answers',
    'One formula a row',
    worked(formulaOf(MARGIN), byQuarter, 'The margin of every quarter', catalogue),
    markup`<p>The case is left out, so all of them are answered side by side. The fourth argument is TRUE: strict, an input without a row is an error rather than ours. A table is one formula as well:</p>`,
    worked(formulaOf('=TAAS_CALL("TAAS_PNL"'), byQuarter, 'The profit and loss of every quarter', catalogue),
    markup`<p>One line of it is <code>TAAS_PNL[EBIT]</code> in the place of <code>TAAS_PNL</code>. The last column of the block’s range is empty: a quarter that is inserted before it is in every answer at once.</p>`,
  );

function blanks(catalogue: Catalogue): Markup {
  const [formula, lax] = [formulaOf(MARGIN), formulaOf(MARGIN).replace(',,TRUE', '')];
  const cleared = `${columnOf('2Q26E')}${rowOf('infra_cogs')}`;
  const quarter = formula.replace(',,TRUE)', ',"2Q26E",TRUE)');
  const [ours, yours] = [lax.replace(/\)$/, ',"2Q26E")'), quarter];
  const value = (of: string, sheet: Parameters<typeof onSheet>[1]): string => {
    const answer = onSheet(of, sheet, catalogue);
    if (answer instanceof Problem) throw answer;
    return numberAsShown(answer.cells[0]![0] as number, 'margin');
  };
  return part(
    'blank',
    'What a blank does',
    markup`<p>With <code>${cleared}</code> cleared, the cost of 2Q26E, its column is an error and the others stand. The case alone:</p>`,
    worked(quarter, withCells({ [cleared]: null }), 'The margin of 2Q26E', catalogue),
    markup`<p>Without the row, strict says so too:</p>`,
    worked(quarter, withoutRow('infra_cogs'), 'The margin of 2Q26E', catalogue),
    markup`<p>Where strict is left out, an input without a row has our value of ${current.quarters.now}, and <code>${breakable(ours)}</code> would be ${value(ours, withoutRow('infra_cogs'))} rather than ${value(yours, byQuarter)}: a number, but not of one quarter.</p>`,
  );
}

function alone(catalogue: Catalogue): Markup {
  const formula = formulaOf('=TAAS_MARGIN(');
  const shown = (of: string, quarter: string): string =>
    numberAsShown(
      numberIn(of, columnOf(quarter).charCodeAt(0) - columnOf('1Q25A').charCodeAt(0), byQuarter, catalogue),
      'margin',
    );
  return part(
    'alone',
    'By the spend alone',
    worked(formula, byQuarter, 'The margin by the spend alone', catalogue),
    markup`<p>A range in the place of one value answers each of its cells; the other arguments are those of our base case, ${current.quarters.now}. Fee and cost stand still while the spend grows, so the margin climbs from ${shown(formula, '1Q26A')} in 1Q26A to ${shown(formula, '4Q27E')} in 4Q27E, and nothing says so. Where infrastructure follows the spend it goes from ${shown(formulaOf(MARGIN), '1Q26A')} to ${shown(formulaOf(MARGIN), '4Q27E')}.</p>`,
  );
}

function walk(catalogue: Catalogue): Markup {
  const formula = formulaOf('=TAAS_WALK(');
  const [from, to] = ['From', 'To'].map((label) => `D${rowOf(label)}`);
  return part(
    'walk',
    'Why the margin moved',
    markup`<p>From the case in <code>${from!}</code> to that in <code>${to!}</code>; what the inputs did adds up to the change exactly.</p>`,
    worked(formula, byQuarter, 'The walk from 1Q26A to 2Q26E', catalogue),
    pictured(formula, byQuarter, catalogue),
    markup`<p>A line of a table moves too, in dollars:</p>`,
    worked(
      formula.replace('"TAAS_MARGIN"', '"TAAS_PNL[EBIT]"'),
      byQuarter,
      'The walk of EBIT from 1Q26A to 2Q26E',
      catalogue,
    ),
  );
}

/** The formula of one quarter in cells of its column, to be filled to the right. */
function native(catalogue: Catalogue): Markup {
  const column = columnOf('1Q25A');
  const tiers = [1, 2, 3].map((tier) =>
    ['from', 'rate'].map((end) => valuesIn(byQuarter, `${column}${rowOf(`tiers[${tier}].${end}`)}`)[0]![0]),
  );
  const args = Object.keys(catalogue.find('TAAS_MARGIN').parameters).map((name) => {
    if (name === 'tiers') return typed(tiers);
    return byQuarter.cells.some(({ at, value }) => at.startsWith('A') && value === name)
      ? `${column}${rowOf(name)}`
      : '';
  });
  const call = `TAAS_MARGIN(${args.join(',').replace(/,+$/, '')})`;
  const formula = `=TAAS_NATIVE(${typed(call)})`;
  const answer = onSheet(formula, byQuarter, catalogue);
  if (answer instanceof Problem) throw answer;
  return part(
    'native',
    'For a colleague without the add-in',
    copied(formula),
    markup`<p>answers a formula in Excel’s own functions. Put it under the first quarter and fill it to the right; the cells that it reads move along. The tiers stand in it as numbers, since a formula takes them as a table of two columns.</p>`,
    markup`<div class="copied"><pre id="native-formula"><code>${String(answer.cells[0]![0])}</code></pre></div>`,
  );
}
