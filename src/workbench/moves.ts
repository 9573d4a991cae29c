/** Whether a command of the grid moves cells, so that what is remembered by position no longer holds. */
export const movesCells = (command: string): boolean =>
  /^sheet\.(command|mutation)\.(insert|delete|remove|move|reorder)-(multi-)?(rows?|cols?|columns|range)(?!-protection|-theme)/.test(
    command,
  );
