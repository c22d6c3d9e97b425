/** Markdown tables. */

export interface Table {
  readonly heading: readonly string[];
  /** Cells as Markdown: whatever came from a definition is escaped by then. */
  readonly lines: readonly (readonly string[])[];
}

/**
 * A table, one line of text per line, without padding: a longer name changes one line and not the whole table.
 *
 * @example table({ heading: ['rule', 'group'], lines: [['job:votes_waiting:max', 'queue']] })
 * // '| rule | group |\n| --- | --- |\n| job:votes_waiting:max | queue |'
 */
export function table({ heading, lines }: Table): string {
  return [heading, heading.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
