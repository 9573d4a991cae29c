/** What an analyst does to cells from above the grid, as data: names, what is pressed, and what the grid is told. */
import {
  BooleanNumber,
  BorderStyleTypes,
  BorderType,
  HorizontalAlign,
  type IStyleData,
  type Nullable,
  RedoCommand,
  UndoCommand,
  WrapStrategy,
} from '@univerjs/core';
import {
  AddDecimalCommand,
  SetRangeBoldCommand,
  SetRangeItalicCommand,
  SubtractDecimalCommand,
} from '@univerjs/preset-sheets-core';
import {
  ResetBackgroundColorCommand,
  ResetTextColorCommand,
  SetBackgroundColorCommand,
  SetBorderBasicCommand,
  SetHorizontalTextAlignCommand,
  SetTextColorCommand,
  SetTextWrapCommand,
} from '@univerjs/sheets';

/** What a tool knows of the grid: how the cell looks that one stands on, and what can be undone. */
export interface Standing {
  readonly style: IStyleData;
  readonly undos: number;
  readonly redos: number;
}

/** A command of the grid; or a number format, '' for none, for every cell that is selected. */
export type Order = { readonly id: string; readonly params?: object } | { readonly format: string };

export interface Choice {
  readonly name: string;
  readonly order: Order;
  readonly colour?: string;
  readonly isChosen?: (style: IStyleData) => boolean;
}

export type Tool = { readonly name: string; readonly shows: string } & (
  | {
      readonly order: Order;
      readonly keys?: string;
      readonly isPressed?: (style: IStyleData) => boolean;
      /** what a second press orders, where the grid does not toggle by itself */
      readonly released?: Order;
      readonly isOff?: (standing: Standing) => boolean;
    }
  | { readonly choices: readonly Choice[] }
);

const isColour = (written: Nullable<string>, colour: string): boolean =>
  typeof written === 'string' && written.toLowerCase() === colour;

const text = (name: string, colour: string): Choice => ({
  name,
  colour,
  order: { id: SetTextColorCommand.id, params: { value: colour } },
  isChosen: ({ cl }) => isColour(cl?.rgb, colour),
});
const fill = (name: string, colour: string): Choice => ({
  name,
  colour,
  order: { id: SetBackgroundColorCommand.id, params: { value: colour } },
  isChosen: ({ bg }) => isColour(bg?.rgb, colour),
});
const format = (name: string, pattern: string): Choice => ({
  name,
  order: { format: pattern },
  isChosen: ({ n }) => (n?.pattern ?? '') === pattern,
});
const border = (name: string, type: BorderType, style = BorderStyleTypes.THIN): Choice => ({
  name,
  order: { id: SetBorderBasicCommand.id, params: { value: { type, style, color: '#000000' } } },
});
const align = (name: string, shows: string, value: HorizontalAlign): Tool => ({
  name,
  shows,
  order: { id: SetHorizontalTextAlignCommand.id, params: { value } },
  released: { id: SetHorizontalTextAlignCommand.id, params: { value: HorizontalAlign.UNSPECIFIED } },
  isPressed: ({ ht }) => ht === value,
});

/** By what belongs together. The colours of text are the convention of financial models: inputs blue, links green. */
export const TOOLS: readonly (readonly Tool[])[] = [
  [
    { name: 'Undo', shows: 'undo', keys: 'Control+Z', order: UndoCommand, isOff: ({ undos }) => undos === 0 },
    { name: 'Redo', shows: 'redo', keys: 'Control+Y', order: RedoCommand, isOff: ({ redos }) => redos === 0 },
  ],
  [
    {
      name: 'Bold',
      shows: 'bold',
      keys: 'Control+B',
      order: SetRangeBoldCommand,
      isPressed: ({ bl }) => bl === BooleanNumber.TRUE,
    },
    {
      name: 'Italic',
      shows: 'italic',
      keys: 'Control+I',
      order: SetRangeItalicCommand,
      isPressed: ({ it }) => it === BooleanNumber.TRUE,
    },
  ],
  [
    {
      name: 'Number format',
      shows: 'Number',
      choices: [
        format('General', ''),
        format('1,234', '#,##0'),
        format('1,234.00', '#,##0.00'),
        format('(1,234) for less than zero', '#,##0;(#,##0)'),
        format('12.3%', '0.0%'),
        format('123.4 bp', '#,##0.0" bp"'),
        format('$1,234', '$#,##0'),
        format('$1.234bn', '$#,##0.000"bn"'),
        format('1.2x', '0.0"x"'),
        format('2026-03-31', 'yyyy-mm-dd'),
        format('Text, as it is typed', '@'),
      ],
    },
    { name: 'More decimals', shows: 'more', order: AddDecimalCommand },
    { name: 'Fewer decimals', shows: 'fewer', order: SubtractDecimalCommand },
  ],
  [
    {
      name: 'Colour of the text',
      shows: 'Text',
      choices: [
        { name: 'Automatic', order: ResetTextColorCommand, isChosen: ({ cl }) => !cl?.rgb },
        text('Black, for formulas', '#000000'),
        text('Blue, for inputs', '#1d4ed8'),
        text('Green, for links to other sheets', '#15803d'),
        text('Red', '#b42318'),
        text('Grey', '#5b6b7c'),
        text('White', '#ffffff'),
      ],
    },
    {
      name: 'Fill',
      shows: 'Fill',
      choices: [
        { name: 'None', order: ResetBackgroundColorCommand, isChosen: ({ bg }) => !bg?.rgb },
        fill('Light blue, for inputs', '#f3f8ff'),
        fill('Pale blue, for headings', '#e6edf5'),
        fill('Navy', '#16324f'),
        fill('Yellow', '#fff2cc'),
        fill('Green', '#e3f4e8'),
        fill('Red', '#fdecea'),
        fill('Grey', '#eef1f4'),
      ],
    },
    {
      name: 'Borders',
      shows: 'Borders',
      choices: [
        border('Above, for a total', BorderType.TOP),
        border('Below', BorderType.BOTTOM),
        border('Around', BorderType.OUTSIDE),
        border('Around every cell', BorderType.ALL),
        border('None', BorderType.NONE, BorderStyleTypes.NONE),
      ],
    },
  ],
  [
    align('Align left', 'left', HorizontalAlign.LEFT),
    align('Centre', 'centre', HorizontalAlign.CENTER),
    align('Align right', 'right', HorizontalAlign.RIGHT),
    {
      name: 'Wrap text',
      shows: 'wrap',
      order: { id: SetTextWrapCommand.id, params: { value: WrapStrategy.WRAP } },
      released: { id: SetTextWrapCommand.id, params: { value: WrapStrategy.OVERFLOW } },
      isPressed: ({ tb }) => tb === WrapStrategy.WRAP,
    },
  ],
];
