import { blank, heading, input, line, money, output, percent, text, total, type Sheet, type SheetCell } from './sheet';

const QUARTERS = '1Q25A 2Q25A 3Q25A 4Q25A 1Q26A 2Q26E 3Q26E 4Q26E 1Q27E 2Q27E 3Q27E 4Q27E'.split(' ');
const CASES = [...'EFGHIJKLMNOP'];
const [FIRST, LAST] = [CASES[0]!, CASES.at(-1)!];
/** Empty, and inside the range of the block: a quarter that is inserted before it is inside too. */
const SPARE = 'Q';
const ALL = `ABCD${CASES.join('')}`;

/** A row of the block: one value for all quarters, one for each, or what they are computed from. */
interface Row {
  readonly name: string;
  readonly unit: string;
  readonly range: string;
  readonly values: number | readonly number[] | string;
  readonly format: string;
  readonly source: string;
}

const whole = '#,##0';
const row = (name: string, values: Row['values'], unit: string, more: Partial<Row> = {}): Row => ({
  name,
  values,
  unit,
  range: '0 to 1,000,000',
  format: money,
  source: 'our assumption',
  ...more,
});
const share = (name: string, values: Row['values'], source = 'our assumption'): Row =>
  row(name, values, 'fraction', { range: '0 to 1', format: percent, source });

/** Infrastructure follows the spend: the fee by megawatts, the cost by tokens. A text heads the rows below it. */
const ROWS: readonly (Row | string)[] = [
  'The deal',
  row('token_spend', [0.15, 0.25, 0.45, 0.74, 2, 4.02, 5, 6, 7.1, 8.3, 9.6, 11], '$bn a quarter'),
  row('fixed_fee', 'mw*fee_per_mw/QUARTERS/MILLIONS', '$bn a quarter', { source: 'megawatts × fee' }),
  share('infra_rate', 0),
  row('tiers[1].from', 0, '$bn a quarter', { range: '0 alone' }),
  share('tiers[1].rate', 0.25),
  row('tiers[2].from', 0.5, '$bn a quarter', { range: 'at least 0' }),
  share('tiers[2].rate', 0.35),
  row('tiers[3].from', 1.5, '$bn a quarter', { range: 'at least 0' }),
  share('tiers[3].rate', 0.4),
  row('infra_cogs', 'tokens*token_cost/TRILLIONS', '$bn a quarter', { source: 'tokens × cost to serve' }),
  share('opex_rate', 0.05),
  row('rev_share_scale', 1, 'ratio', { range: '0 to 10', format: whole }),
  row('other_cogs', 0, '$bn a quarter'),
  'Capacity and tokens',
  row('mw', 'token_spend*MEGAWATTS', 'MW', { format: whole, source: 'by the spend' }),
  row('fee_per_mw', 10, '$m per MW-year'),
  row('token_price', 1.2, '$ per million tokens', { range: '0 to 10,000' }),
  row('token_cost', 0.33, '$ per million tokens', { range: '0 to 10,000' }),
  row('tokens', 'token_spend/token_price*TRILLIONS', 'trillion tokens a quarter', {
    range: '0 to 1,000,000,000',
    format: whole,
    source: 'spend ÷ price',
  }),
  'The lab',
  row('arr', [2, 4, 6.5, 9, 30, 54, 68, 80, 92, 104, 118, 132], '$bn a year', { format: whole }),
  share('infra_share', 'fixed_fee/token_spend', 'fee ÷ spend'),
  share('partner_share', 0, 'sold directly'),
  'AWS',
  row('aws_revenue', [29.267, 30.873, 33.006, 35.579, 37.587, 41, 44, 48, 51, 55, 59, 64], '$bn a quarter', {
    source: 'AWS.REVENUE; E: ours',
  }),
  share('ai_share', [0.05, 0.06, 0.07, 0.08, 0.1, 0.12, 0.13, 0.14, 0.15, 0.16, 0.17, 0.18]),
  share('bedrock_share', [0.09, 0.14, 0.19, 0.25, 0.37, 0.6, 0.62, 0.64, 0.66, 0.68, 0.7, 0.72]),
];

/** What stands in a cell of its own, so that no formula has a number in it. */
const DRIVERS: readonly (readonly [name: string, label: string, unit: string, value: number])[] = [
  ['MEGAWATTS', 'Megawatts for each $bn of spend', 'MW', 140],
  ['QUARTERS', 'Quarters in a year', 'quarters', 4],
  ['MILLIONS', 'Millions in a billion', '$m', 1000],
  ['TRILLIONS', 'Tokens for $1bn at $1 a million', 'trillion tokens', 1000],
];

/** One formula a row, which answers every quarter. */
const ANSWERS: readonly (readonly [label: string, unit: string, name: string])[] = [
  ['EBIT margin', 'of net revenue', 'TAAS_MARGIN'],
  ['Take rate', 'of gross spend', 'TAAS_TAKE_RATE'],
  ['Lab’s margin on the same tokens', 'of gross spend', 'TAAS_LAB_MARGIN'],
  ['Bedrock revenue, from AWS down', '$bn a quarter', 'BEDROCK_REVENUE'],
  ['Power that the lab’s ARR needs', 'IT MW', 'TAAS_MW_REQUIRED'],
];

/** One formula a table: how many lines it has, and which of them sum up what is above. */
const TABLES = [
  { title: 'The cloud’s profit and loss', name: 'TAAS_PNL', lines: 12, totals: [4, 6, 8] },
  { title: 'The tokens by price and cost to serve', name: 'TAAS_API_PNL', lines: 5, totals: [4] },
] as const;

/** The first row of each part, one below the other with a row between. */
function stacked<Part extends string>(top: number, heights: Readonly<Record<Part, number>>): Record<Part, number> {
  let next = top;
  const tops = Object.entries<number>(heights).map(([part, height]) => [part, (next += height + 1) - height - 1]);
  return Object.fromEntries(tops) as Record<Part, number>;
}

const TOP = stacked(5, {
  drivers: 1 + DRIVERS.length,
  block: 2 + ROWS.length,
  answers: 2 + ANSWERS.length,
  TAAS_PNL: 1 + TABLES[0].lines,
  TAAS_API_PNL: 1 + TABLES[1].lines,
  alone: 3,
  walk: 8,
  notes: 1,
});
const HEADER = TOP.block + 1;
/** What every formula below is given. */
const BLOCK = `$A$${HEADER}:$${SPARE}$${HEADER + ROWS.length}`;
const rowOf = (name: string): number =>
  HEADER + 1 + ROWS.findIndex((each) => typeof each !== 'string' && each.name === name);

/** `mw*fee_per_mw/QUARTERS` in the cells of a column; blank where a factor is: to Excel a blank factor is a zero. */
function formula(names: string, column: string): string {
  const cells = names.replace(/\w+/g, (name) => {
    const driver = DRIVERS.findIndex(([each]) => each === name);
    return driver < 0 ? `${column}${rowOf(name)}` : `$${FIRST}$${TOP.drivers + 1 + driver}`;
  });
  const factors = cells.split('*').map((factor) => `ISNUMBER(${factor.split('/')[0]!})`);
  return `=IF(AND(${factors.join(',')}),${cells},"")`;
}

/** What it comes to in a quarter. */
function computed(names: string, quarter: number): number {
  return names.split('*').reduce((product, factor) => {
    const [first, ...divisors] = factor.split('/').map((name) => numberIn(name, quarter));
    return divisors.reduce((quotient, divisor) => quotient / divisor, product * first!);
  }, 1);
}

function numberIn(name: string, quarter: number): number {
  const driver = DRIVERS.find(([each]) => each === name);
  if (driver) return driver[3];
  const { values } = ROWS.find((each): each is Row => typeof each !== 'string' && each.name === name)!;
  if (typeof values === 'string') return computed(values, quarter);
  return typeof values === 'number' ? values : values[quarter]!;
}

function rowCells(each: Row | string, at: number): SheetCell[] {
  if (typeof each === 'string') return [text(`A${at}`, 'corner', each)];
  const { name, unit, range, source, format, values } = each;
  return [
    ...line(at, name, unit),
    text(`C${at}`, 'unit', range),
    text(`D${at}`, 'unit', source),
    ...CASES.map((column, k): SheetCell => {
      const cell = `${column}${at}`;
      const value = numberIn(name, k);
      if (typeof values !== 'string') return input(cell, value, format);
      return { ...output(cell, formula(values, column)), value, format };
    }),
  ];
}

/** A formula whose answer brings its own labels, and the cases above the values. */
const headed = (at: number, formula: string, columns = CASES): SheetCell[] => [
  { at: `D${at}`, look: 'corner', formula },
  ...columns.map((column) => blank(`${column}${at}`, 'column')),
];
const call = (name: string, more = ''): string => `=TAAS_CALL("${name}",${BLOCK},,TRUE${more})`;

const MARGIN = TOP.answers + 2;
const ALONE = TOP.alone + 1;
const NOW = CASES[QUARTERS.indexOf('1Q26A')]!;
const [FROM, TO] = [`D${TOP.walk + 1}`, `D${TOP.walk + 2}`];
const percentIn = (cell: string): string => `"&TEXT(${cell},"0.0%")&"`;

/** A block of quarters: one formula a row answers all of them, and infrastructure grows with what is sold on it. */
export const byQuarter: Sheet = {
  name: 'Model by quarter',
  widths: { A: 232, B: 146, C: 124, D: 156, ...Object.fromEntries(CASES.map((each) => [each, 64])), [SPARE]: 16 },
  start: `${FIRST}${rowOf('token_spend')}`,
  cells: [
    text('A1', 'title', 'Model by quarter'),
    text(
      'A2',
      'about',
      'A block of cases: one row an input, one column a quarter. Change what is blue and see what moves.',
    ),
    text(
      'A3',
      'about',
      `Another quarter: insert a column before the empty ${SPARE} and copy the last one into it; the answers follow.`,
    ),

    ...heading(TOP.drivers, ALL, 'What infrastructure takes'),
    ...DRIVERS.flatMap(([, label, unit, value], i) => [
      ...line(TOP.drivers + 1 + i, label, unit),
      input(`${FIRST}${TOP.drivers + 1 + i}`, value, whole),
    ]),

    ...heading(TOP.block, ALL, 'The block'),
    ...['Name', 'Unit', 'Range', 'Source'].map((name, i) => text(`${ALL.charAt(i)}${HEADER}`, 'corner', name)),
    ...CASES.map((column, i) => text(`${column}${HEADER}`, 'column', QUARTERS[i]!)),
    ...ROWS.flatMap((each, i) => rowCells(each, HEADER + 1 + i)),

    ...heading(TOP.answers, ALL, 'Answers: one formula a row'),
    ...ANSWERS.flatMap(([label, unit, name], i) => [
      ...line(MARGIN + i, label, unit),
      ...(i === 0 ? headed(MARGIN - 1, call(name)) : [output(`${FIRST}${MARGIN + i}`, call(name, ',FALSE'))]),
    ]),
    ...TABLES.flatMap(({ title, name, totals }) => [
      text(`A${TOP[name]}`, 'label', title),
      ...headed(TOP[name], call(name)),
      ...totals.flatMap((below) => total(TOP[name] + below, ALL.slice(3))),
    ]),

    ...heading(TOP.alone, ALL, 'Where only the spend is given'),
    ...line(ALONE, 'EBIT margin by the spend alone', 'of net revenue'),
    output(`${FIRST}${ALONE}`, `=TAAS_MARGIN(${FIRST}${rowOf('token_spend')}:${LAST}${rowOf('token_spend')})`),
    {
      at: `A${ALONE + 1}`,
      look: 'note',
      formula: `="Fee and cost stand still at our base case: from ${percentIn(`${NOW}${ALONE}`)} it climbs to ${percentIn(`${LAST}${ALONE}`)} in "&${LAST}${HEADER}&", and nothing says so. Where infrastructure follows the spend it is ${percentIn(`${LAST}${MARGIN}`)}."`,
    },

    ...heading(TOP.walk, ALL, 'Why the margin moved'),
    text(`A${TOP.walk + 1}`, 'label', 'From'),
    { at: FROM, look: 'input', value: '1Q26A' },
    text(`A${TOP.walk + 2}`, 'label', 'To'),
    { at: TO, look: 'input', value: '2Q26E' },
    ...headed(TOP.walk + 3, `=TAAS_WALK("TAAS_MARGIN",${BLOCK},${FROM},${TO})`, CASES.slice(0, 3)),

    text(`A${TOP.notes}`, 'note', 'Assumptions, unless a source says otherwise. Not investment advice.'),
  ],
};
