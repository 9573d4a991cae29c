/** An arrow, Home or End goes from the one of these that has the keyboard to another, and round. */
export function followArrows(
  event: Pick<KeyboardEvent, 'key' | 'preventDefault'>,
  group: readonly HTMLElement[],
  [back, on]: readonly [back: string, on: string],
): void {
  const at = group.indexOf(document.activeElement as HTMLElement);
  const to = { [back]: at - 1, [on]: at + 1, Home: 0, End: -1 }[event.key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  group.at(to % group.length)?.focus();
}
