/** What the messages of several rules are made of: lists, expressions cut to a line, the name that was probably meant. */
import type { LogQueryNode } from '../logql/node.ts';
import { print as printLog } from '../logql/print.ts';
import type { Node } from '../promql/node.ts';
import { print } from '../promql/print.ts';

/** Names one after the other. @example listed(['a', 'b', 'c']) // 'a, b and c' */
export function listed(names: readonly string[], last: 'and' | 'or' = 'and'): string {
  const [only = 'none'] = names;
  return names.length < 2 ? only : `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`;
}

/** The names that stand several times, each once. */
export function repeated(names: readonly string[]): readonly string[] {
  if (names.length < 2 || new Set(names).size === names.length) return [];
  return [...new Set(names.filter((name, index) => names.indexOf(name) < index))];
}

/** How much of an expression a message shows, in characters. */
const MAX_SHOWN = 80;

/** An expression as a message shows it, cut where it is long. */
export function quoted(node: Node): string {
  return shortened(print(node));
}

/** A query of log lines, as a message shows it. */
export function quotedLog(node: LogQueryNode): string {
  return shortened(printLog(node));
}

function shortened(text: string): string {
  return `\`${text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text}\``;
}

/** `did you mean x?`, where a known name differs in few letters only; otherwise what else to do. */
export function didYouMean(name: string, known: Iterable<string>, otherwise: string): string {
  const near = nearest(name, known);
  return near === undefined ? otherwise : `did you mean ${near}? Otherwise ${otherwise}`;
}

/** The known name that differs least, if it is only a slip of the pen away. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const most = Math.max(1, Math.floor(name.length / 5));
  let best: string | undefined;
  let least = most + 1;
  for (const other of known) {
    if (Math.abs(other.length - name.length) >= least) continue;
    const far = distance(name, other);
    if (far < least) [best, least] = [other, far];
  }
  return best;
}

/** Letters to insert, delete or exchange. Source: https://en.wikipedia.org/wiki/Levenshtein_distance */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, left] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, right] of [...b].entries()) {
      const change = (row[j] ?? 0) + Number(left !== right);
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, change));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
