/** Once the page has nothing else to do, or so many milliseconds have passed. */
export function whenIdle(then: () => void, timeout = 3000): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(then, { timeout });
  else setTimeout(then);
}
