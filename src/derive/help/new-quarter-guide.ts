import type { Catalogue } from '../../catalogue/define';
import { part, pictured, worked, type Guide } from './guide';
import { markup, type Markup } from './markup';
import { columnOf, formulaOf, rowOf, withCells } from './model';

/** What the page lets the quarter report: no company has said so. */
const REPORTED = { token_spend: 4.3, fixed_fee: 1.5, infra_cogs: 1.22, aws_revenue: 40.9 };

export const newQuarterGuide: Guide = {
  file: 'new-quarter.html',
  title: 'A new quarter is reported',
  about: 'Which cells to fill when a quarter is out. Nothing else is edited: the answers follow by themselves.',
  functions: ['TAAS_CALL', 'TAAS_WALK'],
  body: (catalogue) => [column(catalogue)],
};

function column(catalogue: Catalogue): Markup {
  const [at, header] = [columnOf('2Q26E'), rowOf('Name')];
  const to = `D${rowOf('To')}`;
  const sheet = withCells({
    [`${at}${header}`]: '2Q26A',
    [to]: '2Q26A',
    ...Object.fromEntries(Object.entries(REPORTED).map(([name, value]) => [`${at}${rowOf(name)}`, value])),
  });
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
    worked(formulaOf('=TAAS_CALL("TAAS_MARGIN"'), sheet, 'The margin of every quarter', catalogue),
    worked(formulaOf('=TAAS_WALK('), sheet, 'The walk from 1Q26A to 2Q26A', catalogue),
    pictured(formulaOf('=TAAS_WALK('), sheet, catalogue),
  );
}
