/** The one way out of the types: PromQL as text, with a reason. The build parses it and looks its metrics up. */
import type { Unit } from '../units/unit.ts';
import { type Expr, expr } from './expr.ts';
import type { Node, RawNode } from './node.ts';
import { type Parsed, parse } from './parse/parse.ts';
import { children, mapNode } from './walk.ts';

/** What the author vouches for. */
export interface RawOptions<L extends string, U extends Unit> {
  readonly reason: string;
  readonly labels: readonly L[];
  readonly unit: U;
}

/**
 * PromQL as text. `npm run build` refuses it when it does not parse or names a metric that no catalogue file has.
 *
 * @throws TypeError without text or reason.
 * @example raw('up offset 1w', { reason: 'a week-old value', labels: ['job'], unit: unit.count('targets') }) // up offset 1w
 */
export function raw<const L extends string, U extends Unit>(text: string, options: RawOptions<L, U>): Expr<L, U> {
  if (text.trim() === '') throw new TypeError('raw(): the expression is empty.');
  if (options.reason.trim() === '')
    throw new TypeError(`raw('${text}'): give the reason why the types cannot say this.`);
  return expr({ kind: 'raw', text, reason: options.reason }, options.labels, options.unit);
}

/** By text, since a reader's filters and windows make new nodes of the same text. */
const parsedTexts = new Map<string, Parsed>();

/** The text of a raw node as a tree, or the place where it is no PromQL. Each text is parsed once. */
export function parsedRaw({ text }: RawNode): Parsed {
  const parsed = parsedTexts.get(text) ?? parse(text);
  parsedTexts.set(text, parsed);
  return parsed;
}

/**
 * The tree with what `raw()` holds parsed into it, so that it is looked at as if it had been written with types. A text
 * that is no PromQL stays as it is.
 */
export function withRawParsed(tree: Node): Node {
  const known = parsedTrees.get(tree);
  if (known !== undefined) return known;
  const parsed = holdsRaw(tree) ? mapNode(tree, parsedNode) : tree;
  parsedTrees.set(tree, parsed);
  return parsed;
}

/** By what they were: what shares a tree goes on sharing it. */
const parsedTrees = new WeakMap<Node, Node>();

function parsedNode(node: Node): Node {
  if (node.kind !== 'raw') return node;
  const parsed = parsedRaw(node);
  return parsed.ok ? parsed.node : node;
}

/** Nearly no tree does, and looking is much cheaper than rebuilding. */
function holdsRaw(node: Node): boolean {
  return node.kind === 'raw' || children(node).some(holdsRaw);
}
