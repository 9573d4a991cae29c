/**
 * Workbooks store the names and the order of arguments, so these are append-only; which number of the base case stands
 * in for one stays too, and what it is in a quarter once that has been told. Another quarter may have other numbers.
 * A new function is free until it is released; then, or after a parameter more at the end of one, or a quarter more:
 * UPDATE_CONTRACT=1 npx jest contract
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseOf, documented } from '../../src/book/case';
import { CASES } from '../../src/book/cases';
import type { Assumption } from '../../src/catalogue/assumption';
import { defaultText } from '../../src/catalogue/call';
import { expectation } from '../../src/catalogue/parameters';
import { UNITS } from '../../src/catalogue/units';
import { letName } from '../../src/formula/print/excel';
import { readsAsCell } from '../../src/formula/print/reads-as-cell';
import { functions } from '../../src/functions';
import { breaks, caseBreaks, caseContractOf, contractOf, type CaseContract, type FunctionContract } from './contract';
import { SIGNATURES } from './signatures';

const FILE = join(__dirname, 'contract.json');
const kept = (existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : []) as FunctionContract[];
const current = contractOf(functions);

const CASES_FILE = join(__dirname, 'cases.json');
const keptCases = (existsSync(CASES_FILE) ? JSON.parse(readFileSync(CASES_FILE, 'utf8')) : {}) as Record<
  string,
  CaseContract
>;
const currentCases = Object.fromEntries(CASES.map((data) => [data.quarter, caseContractOf(caseOf(data))]));

const write = (file: string, contract: object): void => {
  writeFileSync(file, JSON.stringify(contract));
  execFileSync(process.execPath, [require.resolve('prettier/bin/prettier.cjs'), '--write', file]);
};

describe('the contract', () => {
  test('breaks no workbook', () => {
    expect(breaks(kept, current)).toEqual([]);
    expect(caseBreaks(keptCases, currentCases)).toEqual([]);
  });

  test('is written down whole', () => {
    if (process.env['UPDATE_CONTRACT'] && breaks(kept, current).length === 0) {
      write(FILE, current);
      write(CASES_FILE, currentCases);
      return;
    }
    const released = new Set(kept.map(({ name }) => name));
    expect(current.filter(({ name }) => released.has(name))).toEqual(kept);
    expect(Object.fromEntries(Object.keys(keptCases).map((quarter) => [quarter, currentCases[quarter]]))).toEqual(
      keptCases,
    );
  });
});

describe('what breaks a workbook', () => {
  const margin = {
    name: 'token_spend',
    kind: 'number',
    required: false,
    default: 'base token_spend',
    unit: 'usd_bn_quarter',
  };
  const mode = { name: 'mode', kind: 'choice', required: false, default: 'MARGINAL', options: ['MARGINAL', 'WHOLE'] };
  const list = { name: 'demands', kind: 'list', required: true, default: '', unit: 'share' };
  const before: FunctionContract = { name: 'TAAS_X', result: 'number, margin', parameters: [margin, mode, list] };
  const after = (change: Partial<FunctionContract>): string[] => breaks([before], [{ ...before, ...change }]);
  const withParameters = (...parameters: FunctionContract['parameters']): string[] => after({ parameters });

  test.each<[string, string[], string[]]>([
    ['nothing', after({}), []],
    ['a new function', breaks([before], [before, { ...before, name: 'TAAS_Y' }]), []],
    ['a parameter more at the end', withParameters(margin, mode, list, { ...margin, name: 'floor' }), []],
    ['an option more', withParameters(margin, { ...mode, options: ['MARGINAL', 'WHOLE', 'CLIFF'] }, list), []],
    ['a default for what was required', withParameters(margin, mode, { ...list, required: false, default: '{1}' }), []],
    ['a function that is gone', breaks([before], []), ['TAAS_X is gone.']],
    ['another result', after({ result: 'table' }), ['TAAS_X returns table, not number, margin as before.']],
    [
      'a renamed parameter',
      withParameters({ ...margin, name: 'spend' }, mode, list),
      ["TAAS_X's argument 1 was token_spend and is spend."],
    ],
    [
      'another order',
      withParameters(mode, margin, list),
      ["TAAS_X's argument 1 was token_spend and is mode.", "TAAS_X's argument 2 was mode and is token_spend."],
    ],
    ['a parameter that is gone', withParameters(margin, mode), ["TAAS_X's argument 3 was demands and is gone."]],
    [
      'another default',
      withParameters(margin, { ...mode, default: 'WHOLE' }, list),
      ["TAAS_X's mode defaults to WHOLE, not MARGINAL as before."],
    ],
    [
      'another number of the base case',
      withParameters({ ...margin, default: 'base fixed_fee' }, mode, list),
      ["TAAS_X's token_spend defaults to base fixed_fee, not base token_spend as before."],
    ],
    [
      'another unit',
      withParameters({ ...margin, unit: 'usd_bn_year' }, mode, list),
      ["TAAS_X's token_spend is in usd_bn_year, not usd_bn_quarter as before."],
    ],
    [
      'another kind',
      withParameters({ ...margin, kind: 'list' }, mode, list),
      ["TAAS_X's token_spend is of kind list, not number as before."],
    ],
    [
      'an option that is gone',
      withParameters(margin, { ...mode, options: ['MARGINAL'] }, list),
      ["TAAS_X's mode no longer takes WHOLE."],
    ],
    [
      'what was optional',
      withParameters(margin, { ...mode, required: true }, list),
      ["TAAS_X's mode was optional and is required."],
    ],
    [
      'a new parameter that must be given',
      withParameters(margin, mode, list, { ...list, name: 'probabilities' }),
      ['TAAS_X asks for probabilities, which nobody gave it before.'],
    ],
  ])('%s', (_what, found, expected) => {
    expect(found).toEqual(expected);
  });

  const told = { '1Q26': { token_spend: '2' } };
  test.each<[string, Record<string, CaseContract>, string[]]>([
    ['a quarter more, with numbers of its own', { ...told, '2Q26': { token_spend: '4.02' } }, []],
    ['a name more', { '1Q26': { token_spend: '2', fixed_fee: '0.7' } }, []],
    [
      'a number that a quarter was told with, changed',
      { '1Q26': { token_spend: '3' } },
      ['token_spend of 1Q26 is 3, not 2 as before.'],
    ],
    ['a name that is gone', { '1Q26': {} }, ['token_spend of 1Q26 is nothing, not 2 as before.']],
    ['a quarter that is gone', {}, ['token_spend of 1Q26 is nothing, not 2 as before.']],
  ])('%s', (_what, after, expected) => {
    expect(caseBreaks(told, after)).toEqual(expected);
  });
});

describe('the published catalogue', () => {
  const valueOf = caseContractOf(documented);
  const inBase = new Map(Object.values<Assumption>(documented.base).map(({ role, name }) => [role, valueOf[name]!]));
  const published = new Map(SIGNATURES.map((signature) => [signature.name, signature]));

  test('every function it names is there', () => {
    const names = current.map((contract) => contract.name);
    expect([...published.keys()].filter((name) => !names.includes(name))).toEqual([]);
  });

  test.each(current.filter(({ name }) => published.has(name)).map((contract) => [contract.name, contract] as const))(
    '%s',
    (name, contract) => {
      const signature = published.get(name)!;
      const names = contract.parameters.map((parameter) => parameter.name);
      expect(names.slice(0, signature.parameters.length)).toEqual(
        signature.parameters.map((parameter) => parameter.name),
      );
      for (const [i, parameter] of signature.parameters.entries()) {
        const { required, default: written } = contract.parameters[i]!;
        const [, role] = /^base (.*)$/.exec(written) ?? [];
        const fallback = role === undefined ? written : inBase.get(role);
        expect([parameter.name, required]).toEqual([parameter.name, parameter.required]);
        if (parameter.default !== undefined)
          expect([parameter.name, fallback]).toEqual([parameter.name, parameter.default]);
      }
    },
  );
});

describe('names', () => {
  const names = functions.map((definition) => definition.name);

  test.each(names)('%s is one that Excel takes and an analyst finds', (name) => {
    expect(name).toMatch(/^(TAAS|BEDROCK)(_[A-Z0-9]+)+$/);
    expect(name.length).toBeLessThanOrEqual(64);
    expect(readsAsCell(name)).toBe(false);
    expect(name).not.toMatch(/^[A-Z]{1,3}\d+$/);
  });

  test('no two differ by dots, underscores or case alone', () => {
    const spelt = names.map((name) => name.toUpperCase().replace(/[._]/g, ''));
    expect(new Set(spelt).size).toBe(names.length);
  });

  const each = functions.map((definition) => [definition.name, definition] as const);
  /** Read as a cell by LET, so a native formula calls it arr0_. */
  const LOOKS_LIKE_A_CELL = ['arr0'];

  test.each(each)('%s has parameters that LET takes', (_name, { parameters }) => {
    for (const name of Object.keys(parameters)) {
      expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
      expect(name.length).toBeLessThanOrEqual(64);
      if (!LOOKS_LIKE_A_CELL.includes(name)) expect(letName(name)).toBe(name);
    }
    expect(new Set(Object.keys(parameters).map(letName)).size).toBe(Object.keys(parameters).length);
  });

  test.each(each)('%s has help within the length that Excel shows', (_name, { answers, parameters }) => {
    expect(answers.length).toBeLessThanOrEqual(1024);
    expect(Object.keys(parameters).length).toBeLessThanOrEqual(128);
    for (const parameter of Object.values(parameters)) {
      const unit = 'unit' in parameter ? UNITS[parameter.unit].words : '';
      expect(
        `${parameter.about} ${unit}, ${expectation(parameter)}. Default ${defaultText(parameter)}.`.length,
      ).toBeLessThanOrEqual(512);
    }
  });
});
