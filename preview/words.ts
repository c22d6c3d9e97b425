/** What the page and the terminal both say. */

/**
 * How long something took, as people read it.
 *
 * @example [320, 20856].map(tookText) // ['320 ms', '20.9 s']
 */
export function tookText(ms: number): string {
  return ms < 10_000 ? `${ms} ms` : `${(ms / 1_000).toFixed(1)} s`;
}

/**
 * What is said of a build that does not end.
 *
 * @example slowText('shop.ts') // 'The definitions are still loading since shop.ts was saved. Where that does not end, …'
 */
export function slowText(saved: string | undefined): string {
  const since = saved === undefined ? '' : ` since ${saved} was saved`;
  return `The definitions are still loading${since}. Where that does not end, there is an endless loop, or they wait for something: save again to begin anew.`;
}
