import type { Catalogue } from '../../catalogue/define';
import type { Sheet } from '../../models/sheet';
import { part, pictured, worked, type Guide } from './guide';
import { markup, type Markup } from './markup';
import { columnOf, formulaOf, rowOf, withCells } from './model';

/** What the page lets the quarter report: no company has said so. */
const REPORTED = { token_spend: 4.3, fixed_fee: 1.5, infra_cogs: 1.22, aws_revenue: 40.9 };

export const newQuarterGuide: Guide = {
  file: 'new-quarter.html',
  title: 'A new quarter is reported',
  about: 'Which cells to fill when a quarter is out. Nothing else is edited: the answers follow by themselves.',
  functions: ['TAAS_CALL', 'TAAS_WALK', 'TAAS_SERIES', 'TAAS_PEERS', 'TAAS_CHECKS'],
  body: (catalogue) => [column(catalogue), facts(catalogue), checks(catalogue)],
};

/** What the page lets the peers report, as invented. */
const FACTS: readonly (readonly [key: string, value: string | number])[] = [
  ['Key', 'Value'],
  ['AWS.REVENUE.2Q26', REPORTED.aws_revenue],
  ['AWS.EBIT.2Q26', 15.9],
  ['GOOGLE_CLOUD.REVENUE.2Q26', 20.9],
  ['GOOGLE_CLOUD.EBIT.2Q26', 7.1],
  ['MICROSOFT_IC.REVENUE.2Q26', 36.2],
  ['MICROSOFT_IC.EBIT.2Q26', 14.5],
];
const FACTS_AT = `S1:T${FACTS.length}`;

const at = columnOf('2Q26E');
const header = rowOf('Name');
const to = `D${rowOf('To')}`;

/** The model with the quarter in it, and the facts in two columns beside it. */
export const reported: Pick<Sheet, 'cells'> = {
  cells: [
    ...withCells({
      [`${at}${header}`]: '2Q26A',
      [to]: '2Q26A',
      ...Object.fromEntries(Object.entries(REPORTED).map(([name, value]) => [`${at}${rowOf(name)}`, value])),
    }).cells,
    ...FACTS.flatMap((row, i) =>
      row.map((value, j) => ({ at: `${'ST'.charAt(j)}${i + 1}`, look: 'input' as const, value })),
    ),
  ],
};

function column(catalogue: Catalogue): Markup {
  const typed = Object.entries(REPORTED).map(
    ([name, value]) => markup`<li><code>${at}${rowOf(name)}</code> (<code>${name}</code>): ${value}</li>\n`,
  );
  return part(
    'column',
    'A column of the block',
    markup`<p>In the <a href="model-by-quarter.html">model by quarter</a> 2Q26 stood as an estimate. Type over it what was reported, also where a formula stood; the numbers here are invented:</p>
<ul>
<li><code>${at}${header}</code>, the heading: 2Q26A</li>
${typed}<li><code>${to}</code>, where the walk ends: 2Q26A</li>
</ul>`,
    markup`<p>A quarter that was not there yet is a column more: insert one before the empty last column of the block, copy the column beside it into it, and type over that.</p>`,
    markup`<p>Every row of answers follows, and so does the walk:</p>`,
    worked(formulaOf('=TAAS_CALL("TAAS_MARGIN"'), reported, 'The margin of every quarter', catalogue),
    worked(formulaOf('=TAAS_WALK('), reported, 'The walk from 1Q26A to 2Q26A', catalogue),
    pictured(formulaOf('=TAAS_WALK('), reported, catalogue),
  );
}

function facts(catalogue: Catalogue): Markup {
  return part(
    'facts',
    'The filings of the others',
    markup`<p>Write what the companies reported under the headings Key and Value, anywhere on the sheet. A key is the company, the figure and the quarter; Unit, Kind, Period, Source and Quote may stand beside it. Here in <code>${FACTS_AT}</code>, invented too:</p>
<table><tbody>${FACTS.map(([key, value]) => markup`<tr><td>${key}</td><td>${value}</td></tr>`)}</tbody></table>`,
    markup`<p>Series go on where ours end, and the peers are those of the quarter. What is yours says so; what nobody gave is #N/A in its own cell.</p>`,
    worked(`=TAAS_SERIES("AWS","REVENUE","1Q25",,${FACTS_AT})`, reported, 'AWS’ revenue to 2Q26', catalogue),
    worked(`=TAAS_PEERS(,,"2Q26",,${FACTS_AT})`, reported, 'The segments in 2Q26', catalogue),
    worked(`=TAAS_FACT("AWS.REVENUE.2Q26","KIND",${FACTS_AT})`, reported, 'Whose figure it is', catalogue),
  );
}

function checks(catalogue: Catalogue): Markup {
  const [, block] = /^=TAAS_CALL\("TAAS_MARGIN",([^,]+),/.exec(formulaOf('=TAAS_CALL("TAAS_MARGIN"'))!;
  return part(
    'checks',
    'Does it still add up?',
    markup`<p>The identities of TAAS_CHECKS, on your own quarter:</p>`,
    worked(`=TAAS_CHECKS(,,${block!},"2Q26A")`, reported, 'The checks of 2Q26A', catalogue),
    markup`<p>A FAIL asks something of the model: here the invented cost and megawatts of the quarter are not those of the chips that our base case would serve its tokens on. Rows for the chips in the block, or another cost, answer it.</p>`,
  );
}
