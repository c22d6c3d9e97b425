/** Figures as lines of a Markdown table, so that they can go into the README as they are. */
import type { Figure, Skipped } from './figure.ts';

const DIGITS = { s: 2, ms: 0, MB: 0, '×': 2 } as const;

/** The head of the table. */
export function header(): string {
  return '| budget | measured | limit |\n|---|---|---|\n';
}

/** One line of it. @example row('tsc over the project', { value: 1.2, limit: 3, unit: 's' }) // '| tsc … | 1.20 s | 3 s |' */
export function row(name: string, figure: Figure | Skipped): string {
  if ('skipped' in figure) return `| ${name} | – | ${figure.skipped} |\n`;
  const { value, limit, unit, note } = figure;
  const over = value > limit ? ' **over**' : '';
  return `| ${name}${note === undefined ? '' : ` (${note})`} | ${value.toFixed(DIGITS[unit])} ${unit}${over} | ${limit} ${unit} |\n`;
}
