/** The one way out of the types: LogQL as text, with a reason. */
import { problemAt } from '../promql/parse/problem.ts';
import type { RawOptions } from '../promql/raw.ts';
import type { Unit } from '../units/unit.ts';
import type { LogNode, RawLogNode } from './node.ts';
import { type ParsedLogQuery, parse } from './parse/parse.ts';
import { type LogVector, logVector } from './vector.ts';
import { mapNode } from './walk.ts';

/**
 * LogQL as text, whose answer is numbers.
 *
 * @throws TypeError without text or reason.
 * @example
 * rawLog('approx_topk(5, rate({project="shop"}[5m]))', {
 *   reason: 'no constructor has it, since most servers refuse it',
 *   labels: ['service'],
 *   unit: unit.perSecond('lines'),
 * });
 * // approx_topk(5, rate({project="shop"}[5m]))
 */
export function rawLog<const L extends string, U extends Unit>(
  text: string,
  { reason, labels, unit }: RawOptions<L, U>,
): LogVector<L, U> {
  if (text.trim() === '') throw new TypeError('rawLog(): the query is empty.');
  if (reason.trim() === '') throw new TypeError(`rawLog('${text}'): give the reason why the types cannot say this.`);
  return logVector({ kind: 'raw', text, reason }, labels, unit);
}

/** By text, since a reader's filters and windows make new nodes of the same text. */
const parsedTexts = new Map<string, ParsedLogQuery>();

/** The text of a raw node as a tree, or the place where it is no LogQL; lines are no numbers. Each text is parsed once. */
export function parsedRawLog({ text }: RawLogNode): ParsedLogQuery {
  const parsed = parsedTexts.get(text) ?? numbersOnly(text, parse(text));
  parsedTexts.set(text, parsed);
  return parsed;
}

function numbersOnly(text: string, parsed: ParsedLogQuery): ParsedLogQuery {
  if (!parsed.ok || parsed.node.kind !== 'lines') return parsed;
  return Object.freeze({ ok: false, problem: problemAt(text, 0, 'numbers, such as rate({…}[5m])') });
}

/** The tree with every raw text read that is LogQL; the others stay. */
export function withRawLogParsed(tree: LogNode): LogNode {
  return mapNode(tree, (node) => {
    if (node.kind !== 'raw') return node;
    const parsed = parsedRawLog(node);
    return parsed.ok && parsed.node.kind !== 'lines' ? parsed.node : node;
  });
}
