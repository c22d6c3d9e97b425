/**
 * Text: Markdown. It is words itself, so that it needs no description.
 *
 * Source: https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/text/
 *
 * @example panel.text({ key: 'notes', title: 'Notes', description: '', markdown: 'Ask the **worker** first.' })
 */
import type { Kind } from './kind.ts';

export interface TextOptions {
  /** Grafana shows it as it shows descriptions: headings, lists, links, tables and code. */
  readonly markdown: string;
}

export const text: Kind<TextOptions, TextOptions, 'nothing'> = {
  shows: 'nothing',
  height: 4,
  complete: ({ options }) => options,
};
