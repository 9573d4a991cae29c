/** Arrows, Home and End go from one thing to the next, and round. */
export function arrowKeys(
  within: HTMLElement,
  things: () => readonly HTMLElement[],
  [back, on]: readonly [back: string, on: string],
): void {
  within.addEventListener('keydown', (event) => {
    const all = things();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { [back]: at - 1, [on]: at + 1, Home: 0, End: -1 }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    all.at(to % all.length)?.focus();
  });
}
