/** @jest-environment jsdom */
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { JSX } from 'react';
import type { Problem } from '../../../src/catalogue/problem';
import { chartOf } from '../../../src/charts';
import type { Question } from '../../../src/charts/messages';
import { cellView } from '../../../src/pane/cell/cell-view';
import type { Host } from '../../../src/pane/host';
import { CellPicture } from '../../../src/pane/what-if/cell-picture';
import { WhatIfTab } from '../../../src/pane/what-if/what-if-tab';
import { catalogue } from '../../functions/cell';
import { openPart } from '../open';
import { openSheet, type Sheet } from '../sheet';

/** A thread that answers a little later, and can be held up. */
let workers: { isEnded: boolean }[];
let isHeldUp: boolean;
class ThreadStandIn {
  onmessage: ((event: { data: unknown }) => void) | undefined;
  isEnded = false;
  constructor(readonly script: URL) {
    workers.push(this);
  }
  postMessage({ name, args }: Question): void {
    if (isHeldUp) return;
    setTimeout(() => {
      if (this.isEnded) return;
      try {
        this.onmessage?.({ data: { chart: chartOf(catalogue.find(name), args, catalogue) } });
      } catch (problem) {
        const { code, sentence } = problem as Problem;
        this.onmessage?.({ data: { problem: { code, sentence } } });
      }
    });
  }
  terminate(): void {
    this.isEnded = true;
  }
}

let sheet: Sheet;
let said: readonly string[];
beforeEach(() => {
  sheet = openSheet();
  workers = [];
  isHeldUp = false;
  Object.assign(globalThis, { Worker: ThreadStandIn });
});
afterEach(cleanup);

function open(part: JSX.Element = <WhatIfTab />, host: Host = sheet.host): void {
  ({ said } = openPart(host, () => part));
}

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const press = async (name: string | RegExp) => fireEvent.click(await button(name));
const ask = async (question: string) => fireEvent.click(await screen.findByRole('radio', { name: question }));
const fill = (name: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(name), { target: { value } });
const picture = (title: RegExp) => screen.findByRole('figure', { name: title });
const formulaIn = async (address: string) =>
  (await sheet.host.formulas({ sheet: 'Sheet1', address }))[0]!.formulas[0]![0];

describe('a cell with four tiers of one’s own', () => {
  beforeEach(() => {
    sheet.type({ A1: '=TAAS_MARGIN(B1,B2,,D1:E4)', B1: 3, B2: 0.9 });
    sheet.type({ D1: 0, E1: 0.2, D2: 1, E2: 0.25, D3: 2, E3: 0.3, D4: 3, E4: 0.35 });
    sheet.select('A1');
  });

  test('question, answer, picture with its table, and the formula in a free cell', async () => {
    open();
    await press('Run');
    const figure = await picture(/^What moves TAAS_MARGIN$/);
    expect(figure.querySelectorAll('svg rect').length).toBeGreaterThan(5);
    expect(within(figure).getByRole('table', { hidden: true }).textContent).toContain('tiers 4 rate');
    await waitFor(() => expect(screen.getByLabelText('Into')).toHaveProperty('value', 'A6'));
    await press('Insert');
    await waitFor(() => expect(said.at(-1)).toMatch(/^The answer is in Sheet1!A6:D\d+\.$/));
    expect(await formulaIn('A6')).toMatch(/^=TAAS_TORNADO\("TAAS_MARGIN",CHOOSE\(.*"tiers\[4\]\.rate",IF\(E4/);
  });

  test('a filled cell is refused, and replaced when told to', async () => {
    sheet.type({ H5: 'mine' });
    open();
    await press('Run');
    await picture(/What moves/);
    fill('Into', 'H1');
    await press('Insert');
    expect((await screen.findByText(/H5 is in use/)).textContent).toMatch(
      /^The answer needs H1:K\d+, and H5 is in use\.$/,
    );
    expect(await formulaIn('H5')).toBe('mine');
    await press(/^Replace what is in H1:K/);
    await waitFor(() => expect(said.at(-1)).toMatch(/^The answer is in Sheet1!H1:K/));
    expect(await formulaIn('H5')).toBe('');
  });

  test('not over the cells that the formula looks at, and not into what is no cell', async () => {
    open();
    await press('Run');
    await picture(/What moves/);
    fill('Into', 'B1');
    await press('Insert');
    expect(await screen.findByText(/the formula itself looks at/)).toBeTruthy();
    fill('Into', 'nowhere');
    await press('Insert');
    expect(await screen.findByText(/nowhere is no cell of this workbook/)).toBeTruthy();
  });

  test('every question is answered with a picture', async () => {
    sheet.type({ A2: '=TAAS_MARGIN(2,,,D1:E4)' });
    open();
    await ask('What if both move?');
    await press('Run');
    await picture(/by .* and/);
    await ask('What must be true?');
    fill(/is to be/, '40%');
    await press('Run');
    await picture(/40\.0%/);
    await ask('How likely?');
    fill(/^Trials/, '200');
    await press('Run');
    await picture(/^How likely: TAAS_MARGIN$/);
    await ask('Why did it move?');
    fill('From the cell', 'A2');
    await press('Run');
    await picture(/from A2 to A1/);
  });

  test('of a block of cases two are chosen by their headings', async () => {
    sheet.type({ G1: 'Name', H1: '4Q25A', I1: '1Q26A', J1: '2Q26E', G2: 'token_spend', H2: 1, I2: 2, J2: 3 });
    open();
    await ask('Why did it move?');
    fireEvent.click(await screen.findByRole('radio', { name: 'two cases of a block' }));
    fill('Block of cases', 'G1:J2');
    await waitFor(() => expect(screen.getByLabelText('To')).toHaveProperty('value', '2Q26E'));
    fill('From', '1Q26A');
    await press('Run');
    await picture(/from 1Q26A to 2Q26E/);
    fill('Block of cases', 'G1:I2');
    await waitFor(() => expect(screen.getByLabelText('From')).toHaveProperty('value', '4Q25A'));
  });

  test('what a simulation draws goes into cells above its answer, unless it is to stay in the formula', async () => {
    open();
    await ask('How likely?');
    fill(/^Trials/, '200');
    await press('Run');
    await picture(/^How likely: TAAS_MARGIN$/);
    fill('Into', 'J1');
    sheet.type({ K4: 'mine' });
    await press('Insert');
    expect(await screen.findByText('The answer needs J1:N14, and K4 is in use.')).toBeTruthy();
    fill('Into', 'J11');
    await press('Insert');
    await waitFor(() => expect(said.at(-1)).toBe('The answer is in Sheet1!J11:N24.'));
    expect(await formulaIn('J11')).toMatch(/^Uncertain inputs of TAAS_MARGIN /);
    expect(await formulaIn('L12')).toBe('low');
    expect(await formulaIn('J17')).toMatch(/^=TAAS_SIMULATE\("TAAS_MARGIN[^{]*",J13:N15,200/);
    fill('Into', 'P1');
    fireEvent.click(screen.getByRole('checkbox', { name: /into cells above it/ }));
    await press('Insert');
    await waitFor(() => expect(said.at(-1)).toBe('The answer is in Sheet1!P1:Q8.'));
    expect(await formulaIn('P1')).toMatch(/^=TAAS_SIMULATE\(.*"TRIANGULAR"/);
  });

  test('Cancel ends the thread at once, and the next question is answered all the same', async () => {
    isHeldUp = true;
    open();
    await press('Run');
    await press('Cancel');
    expect(await screen.findByText('Stopped: nothing was changed.')).toBeTruthy();
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true]);
    isHeldUp = false;
    await press('Run');
    await picture(/What moves/);
  });

  test('when the view goes, nothing is left running', async () => {
    isHeldUp = true;
    open();
    await press('Run');
    await button('Cancel');
    cleanup();
    expect(workers.every(({ isEnded }) => isEnded)).toBe(true);
  });

  describe('while the cells of a question are still read', () => {
    let go: () => void;
    const begin = async (): Promise<void> => {
      sheet.type({ A9: '=TAAS_MARGIN(2)' });
      const gate = new Promise<void>((open) => (go = open));
      const { resolve } = sheet.host;
      open(<WhatIfTab />, {
        ...sheet.host,
        resolve: async (...its) => (its[0] === 'A9' ? gate : Promise.resolve()).then(() => resolve(...its)),
      });
      await ask('Why did it move?');
      fill('From the cell', 'A9');
      await press('Run');
    };
    const settle = () => act(() => new Promise((later) => setTimeout(later, 50)));

    test('the view goes: no thread is begun', async () => {
      await begin();
      cleanup();
      go();
      await settle();
      expect(workers).toEqual([]);
    });

    test('Cancel: nothing is begun, and it says so', async () => {
      await begin();
      await press('Cancel');
      go();
      await settle();
      expect(await screen.findByText('Stopped: nothing was changed.')).toBeTruthy();
      expect(workers).toEqual([]);
    });

    test('another question: the old one is not answered under it', async () => {
      await begin();
      await ask('How likely?');
      go();
      await settle();
      expect([screen.queryByRole('figure'), screen.queryByText(/^Stopped/), workers]).toEqual([null, null, []]);
      expect(await button('Run')).toBeTruthy();
    });
  });

  test('what the host refuses is told in its words, and one may ask again', async () => {
    const refuse = () => Promise.reject(new Error('Several areas are selected: select one range.'));
    const { resolve } = sheet.host;
    const gone = () => Promise.reject(new Error('There is no sheet Deal any more.'));
    open(<WhatIfTab />, {
      ...sheet.host,
      selectedRange: refuse,
      resolve: (...its) => (its[0] === 'Z9' ? gone() : resolve(...its)),
    });
    await ask('How likely?');
    await press('Take them from the selected range');
    await waitFor(() => expect(said.at(-1)).toBe('Nothing was taken: Several areas are selected: select one range.'));
    await ask('Why did it move?');
    fill('From the cell', 'Z9');
    await press('Run');
    expect((await screen.findByRole('alert')).textContent).toContain('There is no sheet Deal any more.');
    expect(await button('Run')).toBeTruthy();
  });

  test('what is wrong in a box is a sentence', async () => {
    open();
    await screen.findByLabelText(/^Moved by/);
    fill(/^Moved by/, 'lots');
    await press('Run');
    expect((await screen.findByRole('alert')).textContent).toContain('delta');
  });

  test('the cell stays while others are selected; one with a function of ours is offered', async () => {
    sheet.type({ G1: '=TAAS_RUN_RATE(2)' });
    open();
    await button('Run');
    act(() => sheet.select('G1'));
    await press('Analyse G1 instead');
    expect(await screen.findByRole('heading', { name: 'What if, of G1' })).toBeTruthy();
  });

  test('saving and copying say what happened, also where the browser refuses', async () => {
    open();
    await press('Run');
    await picture(/What moves/);
    await press('Copy picture');
    await waitFor(() => expect(said.at(-1)).toMatch(/does not allow copying here .*: save the picture/));
    const files: string[] = [];
    URL.createObjectURL = () => 'blob:picture';
    URL.revokeObjectURL = () => undefined;
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      files.push(this.download);
    });
    await press('Save SVG');
    await waitFor(() => expect(files).toEqual(['what-moves-taas-margin.svg']));
    const writeText = jest.fn(() => Promise.resolve());
    Object.assign(navigator, { clipboard: { writeText } });
    await press('Copy picture');
    await waitFor(() => expect(said.at(-1)).toMatch(/the numbers are there, as a table/));
    expect(writeText).toHaveBeenCalledWith(expect.stringContaining('Input\tLow\tHigh\tSwing'));
  });
});

test('an empty cell: a function is picked, and the base case is what it starts from', async () => {
  open();
  expect(await screen.findByText(/A1 has no function of ours: pick one/)).toBeTruthy();
  expect(screen.getByLabelText('Function')).toHaveProperty('value', 'TAAS_MARGIN');
  await press('Run');
  await picture(/What moves TAAS_MARGIN/);
  await press('Insert');
  await waitFor(async () => expect(await formulaIn('A1')).toBe('=TAAS_TORNADO("TAAS_MARGIN")'));
});

test('of several functions in a formula one is chosen; one that only the sheet can compute says so', async () => {
  sheet.type({ A1: '=TAAS_MARGIN(SUM(B1:B2))+TAAS_RUN_RATE(B4)', B4: 2 });
  open();
  expect((await screen.findByRole('alert')).textContent).toContain('put it in a cell of its own');
  fireEvent.change(screen.getByLabelText('Which function of the formula'), { target: { value: '1' } });
  await press('Run');
  await picture(/What moves TAAS_RUN_RATE/);
});

test.each([
  ['=TAAS_TORNADO("TAAS_MARGIN",CHOOSE({1,2},"token_spend",IF(B1="",2,B1)))', /What moves TAAS_MARGIN/],
  ['=TAAS_WALK("TAAS_MARGIN",B4:D5,"A","B")', /TAAS_MARGIN from A to B/],
  ['=TAAS_MARGIN_BRIDGE({40;60},{0.3;0.4},{50;70},{0.35;0.4})', /Margin/],
])('%s has its picture in the Cell tab', async (formula, title) => {
  sheet.type({ A1: formula, B1: 3, B4: 'Name', C4: 'A', D4: 'B', B5: 'token_spend', C5: 1, D5: 2 });
  const [call] = (await cellView(sheet.host, catalogue)).calls;
  open(<CellPicture call={call!} sheet="Sheet1" />);
  expect((await picture(title)).querySelectorAll('svg rect').length).toBeGreaterThan(2);
});

test('a function without a picture has none', async () => {
  sheet.type({ A1: '=TAAS_MARGIN()' });
  const [call] = (await cellView(sheet.host, catalogue)).calls;
  open(<CellPicture call={call!} sheet="Sheet1" />);
  await act(() => new Promise((later) => setTimeout(later, 20)));
  expect(screen.queryByRole('figure')).toBeNull();
  expect(workers).toEqual([]);
});
