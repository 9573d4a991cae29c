/** More than this many cells are more than the grid can show in a reasonable time. */
export const MOST_CELLS = 500_000;
/** "Excel specifications and limits": total number of characters that a cell can contain. */
export const MOST_OF_TEXT = 32_767;
