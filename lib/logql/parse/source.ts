/**
 * A text of LogQL that is being read. Grafana's grammar knows no `offset` behind an unwrapped range, though Loki does,
 * so an offset is covered with blanks before parsing, wherever it stands, and kept by the place of the range before it.
 */
import { mask } from '../../promql/parse/mask.ts';
import type { Source } from './tree.ts';

export interface LogSource extends Source {
  /** By where the range before it ends. */
  readonly offsets: ReadonlyMap<number, Offset>;
}

interface Offset {
  readonly from: number;
  readonly text: string;
}

/** A string, a comment, or a range with the offset behind it. */
const TOKEN = /#[^\n]*|"(?:\\.|[^"\\\n])*"|`[^`]*`|\[[^\]]*\](\s*)(offset\s+)([-+]?[\w.$µμ{}]+)/gs;

export function sourceOf(text: string): LogSource {
  const offsets = new Map<number, Offset>();
  const covered = mask(text).replace(TOKEN, (token, gap?: string, word = '', _span = '', at = 0) => {
    if (gap === undefined) return token;
    const range = token.indexOf(']') + 1;
    const from = at + range + gap.length + word.length;
    offsets.set(at + range, { from, text: text.slice(from, at + token.length) });
    return token.slice(0, range).padEnd(token.length);
  });
  return Object.freeze({ text, masked: covered, offsets });
}
