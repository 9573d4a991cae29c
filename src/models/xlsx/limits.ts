/** More than this many cells are more than the grid can show in a reasonable time. */
export const MOST_CELLS = 500_000;
