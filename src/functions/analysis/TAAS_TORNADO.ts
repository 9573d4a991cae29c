import { tornadoOf, unmovedInWords } from '../../analysis/tornado';
import { base } from '../../book/case';
import { defineAnswer, unitOf, type Listing } from '../../catalogue/define';
import { headers, inputs, share } from '../../catalogue/parameters';
import { Problem } from '../../catalogue/problem';
import { CASE_OF_INPUTS, SUBJECT } from './parameters';

/** One way at a time. What is not moved is named in the first cell, so that nothing is left out in silence. */
export const TAAS_TORNADO = defineAnswer({
  name: 'TAAS_TORNADO',
  family: 'analysis',
  answers: 'What moves a result most: each input lowered and raised by the same percentage, largest swing first.',
  parameters: {
    function: SUBJECT,
    inputs: inputs(
      'Two columns, parameter name and value, that replace defaults; a list or tier table that is given is moved number by number.',
    ),
    delta: share('How far each input is moved, as a share of its value.', { default: base.delta }),
    headers,
    case: CASE_OF_INPUTS,
  },
  result: {
    shape: 'cells',
    holds: 'table',
    about:
      'a line for each input: result at its low, at its high, and the swing; what is not moved is named at the top',
  },
  onlyValue: 'it analyses other functions',
  answer: (x, catalogue): Listing => {
    const tornado = tornadoOf(x, catalogue);
    const { bars, unmoved } = tornado;
    const { definition } = tornado.subject;
    const notMoved = unmovedInWords(tornado);
    if (bars.length === 0) throw new Problem('#N/A', `${definition.name} has nothing to move: ${notMoved}.`, 'inputs');
    const unit = unitOf(definition);
    return {
      header: [unmoved.length === 0 ? 'Input' : `Input (not moved: ${notMoved})`, 'Low', 'High', 'Swing'],
      rows: bars.map(({ path, low, high, swing }) => ({
        label: path,
        unit,
        values: [low?.result ?? 'n/a', high?.result ?? 'n/a', swing],
      })),
    };
  },
  examples: [
    {
      args: { headers: false },
      gives: [
        [0.59, 0.51, 0.08],
        [0.525289575289575, 0.571993127147766, 0.0467035518581908],
        [0.528544061302682, 0.56937716262976, 0.0408331013270776],
        [0.529349904397706, 0.568717504332756, 0.03936759993505],
        [0.555, 0.545, 0.01],
      ],
      says: 'infrastructure cost, spend, fee, share rates, opex',
    },
    {
      args: { function: 'TAAS_REV_SHARE(2,{0,25%;0.5,35%;1.5,40%})', headers: false },
      gives: [
        [0.595, 0.755, 0.16],
        [0.64, 0.71, 0.07],
        [0.655, 0.695, 0.04],
        [0.6625, 0.6875, 0.025],
        [0.6825, 0.6675, 0.015],
        [0.68, 0.67, 0.01],
      ],
      says: 'tiers that are given are moved too: spend, the rates of tiers 2, 3 and 1, the thresholds of 3 and 2',
    },
    { args: { function: 'TAAS_PNL' }, gives: '#VALUE!', says: 'a table has no single result to move' },
  ],
  related: ['TAAS_GRID', 'TAAS_SIMULATE'],
});
