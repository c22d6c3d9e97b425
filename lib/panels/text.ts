/** Text: Markdown. It is words itself, so that it needs no description. */
import type { Kind } from './kind.ts';

export interface TextOptions {
  readonly markdown: string;
}

export const text: Kind<TextOptions, TextOptions, 'nothing'> = {
  shows: 'nothing',
  height: 4,
  complete: ({ options }) => options,
};
