import { blank, heading, input, line, money, output, percent, text, total, type Sheet, type SheetCell } from './sheet';

const spends = [1, 1.5, 2, 2.5, 3];
const whatIf = spends.flatMap((spend, index): SheetCell[] => {
  const column = 'CDEFG'.charAt(index);
  return [
    input(`${column}22`, spend, money),
    output(`${column}23`, `=TAAS_MARGIN(${column}22,$C$6,,$C$10:$D$12,$C$7,$C$8)`),
    output(`${column}24`, `=TAAS_TAKE_RATE(${column}22,$C$6,,$C$10:$D$12)`),
  ];
});

/** The sheet that greets a newcomer: one deal, its outputs, two what-ifs and an error. */
export const bedrock: Sheet = {
  name: 'Bedrock unit economics',
  widths: { A: 212, B: 100, C: 63, D: 63, E: 63, F: 63, G: 63, H: 16, I: 156, J: 68, K: 68, L: 68 },
  start: 'C30',
  cells: [
    text('A1', 'title', 'Bedrock unit economics'),
    text('A2', 'about', 'One quarter of one deal. Blue cells are inputs: change one and see what moves.'),

    ...heading(4, 'ABCDEFG', 'Inputs'),
    ...line(5, 'Gross token spend', '$bn a quarter'),
    input('C5', 2, money),
    ...line(6, 'Fixed infrastructure fee', '$bn a quarter'),
    input('C6', 0.7, money),
    ...line(7, 'Infrastructure COGS', '$bn a quarter'),
    input('C7', 0.55, money),
    ...line(8, 'Platform opex', 'of net revenue'),
    input('C8', 0.05, percent),
    text('A9', 'label', 'Revenue share by tier of spend'),
    text('C9', 'column', 'From $bn'),
    text('D9', 'column', 'Share'),
    ...line(10, '   Tier 1', '$bn · share'),
    input('C10', 0, money),
    input('D10', 0.25, percent),
    ...line(11, '   Tier 2', '$bn · share'),
    input('C11', 0.5, money),
    input('D11', 0.35, percent),
    ...line(12, '   Tier 3', '$bn · share'),
    input('C12', 1.5, money),
    input('D12', 0.4, percent),

    ...heading(14, 'ABCDEFG', 'Outputs'),
    ...line(15, 'EBIT margin', 'of net revenue'),
    output('C15', '=TAAS_MARGIN(C5,C6,,C10:D12,C7,C8)'),
    ...line(16, 'Take rate', 'of gross spend'),
    output('C16', '=TAAS_TAKE_RATE(C5,C6,,C10:D12)'),
    ...line(17, 'Lab’s margin on the same tokens', 'of gross spend'),
    output('C17', '=TAAS_LAB_MARGIN(C5,C6,,C10:D12)'),
    ...line(18, 'Flat share for a 55% margin', 'of gross spend'),
    output('C18', '=TAAS_REQUIRED_SHARE(55%,C5,C6,,C7,C8)'),
    ...line(19, 'Bedrock in AWS’s profit growth', 'year on year'),
    output('C19', '=BEDROCK_CONTRIB()'),

    ...heading(21, 'ABCDEFG', 'What if the customer spends more, or less'),
    ...line(22, 'Gross token spend', '$bn a quarter'),
    ...line(23, 'EBIT margin', 'of net revenue'),
    ...line(24, 'Take rate', 'of gross spend'),
    ...whatIf,

    ...heading(26, 'ABCDEFG', 'An error that explains itself'),
    ...line(27, 'Opex typed as 5, not as 5%', 'of net revenue'),
    output('C27', '=TAAS_MARGIN(,,,,,5)'),
    text('D27', 'note', 'Select the cell: the panel says why.'),

    ...heading(29, 'ABCDEFG', 'Your turn'),
    text('A30', 'label', 'Type =TAAS_ and pick a function'),
    blank('C30', 'try'),

    ...heading(4, 'IJ', 'Deal P&L'),
    { at: 'I5', look: 'corner', formula: '=TAAS_PNL(C5,C6,,C10:D12,C7,C8)' },
    blank('J5', 'column'),
    ...total(9, 'IJ'),
    ...total(11, 'IJ'),
    ...total(13, 'IJ'),

    ...heading(21, 'IJKL', 'AWS margin bridge, quarter on quarter'),
    { at: 'I22', look: 'corner', formula: '=TAAS_MARGIN_BRIDGE()' },
    ...[...'JKL'].map((column) => blank(`${column}22`, 'column')),
    ...total(26, 'IJKL'),

    text('A32', 'note', 'Tiers, fees and costs are assumptions, not disclosed figures. Not investment advice.'),
  ],
};
