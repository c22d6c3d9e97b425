/** A text that is being read: as written, and as the parser saw it, with variables covered. */
import type { SyntaxNode } from '@lezer/common';
import { problemAt, Unreadable } from '../../promql/parse/problem.ts';

export interface Source {
  readonly text: string;
  readonly masked: string;
}

/** A place in the text: a node of the parser's tree, or its bounds. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** The text of a node as it was written. */
export function textOf({ text }: Source, { from, to }: Place): string {
  return text.slice(from, to);
}

/** Whether a variable stands within the node. */
export function hasVariable({ text, masked }: Source, { from, to }: Place): boolean {
  return text.slice(from, to) !== masked.slice(from, to);
}

/** The node's children, comments left out. */
export function parts(node: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.name !== 'LineComment') found.push(child);
  }
  return found;
}

/** Ends the reading: what stands at `place` has no form in the tree. */
export function refuse({ text }: Source, { from }: { readonly from: number }, expected: string): never {
  throw new Unreadable(problemAt(text, from, expected));
}
