import { current, type Case } from '../../book/case';
import { catalogueOn } from '../../book/on-case';
import { caseWith } from '../../book/own-case';
import { defineAnswer, type Listing } from '../../catalogue/define';
import { cases, choice, headers, text } from '../../catalogue/parameters';
import { snapped } from '../../catalogue/read';
import { checksOf } from './checks';
import { passes, VERDICTS, verdictOf, type Check } from './checks/check';

const HEADER = ['Check', 'Value', 'Quoted', 'Tolerance', 'Result', 'Group', 'Basis', 'Note'];

export const TAAS_CHECKS = defineAnswer({
  name: 'TAAS_CHECKS',
  family: 'trust',
  answers:
    'Whether the model holds together, and which published figures it reproduces (PASS), was set to (SET) or cannot (FAIL), and why.',
  parameters: {
    basis: choice(
      'Which AWS margins the headlines are held against.',
      { SEED: 'as the articles give them', REPORTED: 'as the filings have them' },
      'SEED',
    ),
    headers,
    cases: cases('Your own model, one row an input and one column a case: the identities are then checks of it.', {}),
    case: text('Which case of it; blank where there is one.', {}),
  },
  result: {
    shape: 'cells',
    holds: 'table',
    about: `the master check, identities (which must hold) and reconciliations; ${Object.entries(VERDICTS)
      .map(([verdict, means]) => `${verdict}: ${means}`)
      .join(', ')}`,
  },
  onlyValue: 'it checks the base case through other functions',
  answer: (x, catalogue, on: Case = current): Listing => {
    const own = caseWith(on, x.cases ?? [[null]], x.case, catalogue);
    const asked = x.cases === undefined ? checksOf(catalogue, on) : checksOf(catalogueOn(own, catalogue), own);
    const checks = asked.filter(({ basis }) => basis === 'BOTH' || basis === x.basis);
    const identities = checks.filter(({ group }) => group === 'identity');
    const passed = identities.filter(passes).length;
    const master: Check = {
      group: 'identity',
      name: 'Master check: every identity passes',
      unit: 'count',
      value: passed,
      quoted: identities.length,
      tolerance: 0,
      basis: 'BOTH',
      note: 'reconciliations are not part of it',
    };
    return {
      header: HEADER,
      rows: [master, ...checks].map((check) => ({
        label: check.name,
        // A tolerance of 0.05% would be shown as 0.1% in the format of a share.
        unit: [check.unit, check.unit, 'plain'],
        values: [
          snapped(check.value),
          snapped(check.quoted),
          snapped(check.tolerance),
          verdictOf(check),
          check.group,
          check.basis === 'BOTH' ? 'either' : check.basis,
          check.note,
        ],
      })),
    };
  },
  examples: [
    {
      args: {},
      gives: 'Check',
      says: 'the identities, then the headlines, on the articles’ own basis',
    },
    {
      args: {
        cases: [
          ['token_spend', 4.02],
          ['infra_cogs', 1.18],
        ],
        headers: false,
      },
      gives: 11,
      says: 'an own model, whose chips and megawatts no longer make its cost: 11 of 13 identities hold',
    },
    { args: { basis: 'REPORTED', headers: false }, gives: 13, says: 'the headlines against the filings' },
  ],
  related: ['TAAS_FACTS', 'TAAS_PEERS', 'TAAS_EBIT_BRIDGE'],
});
