/** The first lines of every file that people may be tempted to edit. */

/**
 * What a file holds, and that it is made.
 *
 * @example generated('Scrape jobs.') // 'Scrape jobs.\nMade by `npm run build`; what is changed here by hand is lost.'
 */
export function generated(holds: string): string {
  return `${holds}\nMade by \`npm run build\`; what is changed here by hand is lost.`;
}
