import { defineAnswer, type Block, type Cell } from '../../catalogue/define';
import { choice, headers } from '../../catalogue/parameters';
import { snapped } from '../../catalogue/read';
import { checksOf, passes, type Check } from './checks';

const HEADER = ['Check', 'Value', 'Quoted', 'Tolerance', 'Result', 'Group', 'Basis', 'Note'];

export const TAAS_CHECKS = defineAnswer({
  name: 'TAAS_CHECKS',
  family: 'trust',
  answers:
    'Whether the model holds together, and which published figures it can and cannot reproduce, each with the reason.',
  parameters: {
    basis: choice(
      'Which AWS margins the headlines are held against.',
      { SEED: 'as the articles give them', REPORTED: 'as the filings have them' },
      'SEED',
    ),
    headers,
  },
  result: {
    shape: 'cells',
    about: 'the master check, then identities (must pass) and reconciliations (may fail, and say why)',
  },
  onlyValue: 'it checks the base case through other functions',
  answer: (x, catalogue): Block => {
    const checks = checksOf(catalogue).filter(({ basis }) => basis === 'BOTH' || basis === x.basis);
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
    const lines = [master, ...checks];
    const cells = lines.map((check): Cell[] => [
      check.name,
      snapped(check.value),
      snapped(check.quoted),
      check.tolerance,
      passes(check) ? 'PASS' : 'FAIL',
      check.group,
      check.basis === 'BOTH' ? 'either' : check.basis,
      check.note,
    ]);
    const units = lines.map(({ unit }) => [undefined, unit, unit, unit]);
    return x.headers
      ? { cells: [HEADER, ...cells], units: [[], ...units] }
      : { cells: cells.map((row) => row.slice(1)), units: units.map((row) => row.slice(1)) };
  },
  examples: [
    {
      args: {},
      gives: 'Check',
      says: 'the identities, then the headlines, on the articles’ own basis',
    },
    { args: { basis: 'REPORTED', headers: false }, gives: 14, says: 'the headlines against the filings' },
  ],
  related: ['TAAS_FACTS', 'TAAS_PEERS', 'TAAS_EBIT_BRIDGE'],
});
