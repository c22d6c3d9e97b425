/** What stands between an operator and its right side, and beside an aggregation. */
import type { SyntaxNode } from '@lezer/common';
import type { BinaryNode, Grouping, Matching } from '../node.ts';
import { readLabels } from './selector.ts';
import { parts, refuse, type Source } from './source.ts';

/** `bool`, `on (…) group_left (…)` and their like, as they stand in a binary node. */
export type Modifiers = Pick<BinaryNode, 'bool' | 'matching'>;

/** Reads the modifiers among the parts of a binary expression. */
export function readModifiers(source: Source, all: readonly SyntaxNode[]): Modifiers {
  const fill = all.find(({ name }) => name === 'FillModifier');
  if (fill !== undefined) refuse(source, fill, 'an expression: filling values in is experimental');
  const clause = all.find(({ name }) => name === 'MatchingModifierClause');
  const matching = clause === undefined ? undefined : readMatching(source, clause);
  return {
    ...(all.some(({ name }) => name === 'BoolModifier') ? { bool: true } : {}),
    ...(matching === undefined ? {} : { matching }),
  };
}

function readMatching(source: Source, node: SyntaxNode): Matching | undefined {
  const [keyword, list, group, include] = parts(node);
  const kind = keyword?.name === 'On' ? 'on' : 'ignoring';
  const labels = list === undefined ? [] : readLabels(source, list);
  // Ignoring no label is what an operator does anyway.
  if (kind === 'ignoring' && labels.length === 0 && group === undefined) return undefined;
  if (group === undefined) return Object.freeze({ kind, labels });
  const side = group.name === 'GroupLeft' ? 'left' : 'right';
  const copied = include === undefined ? Object.freeze([]) : readLabels(source, include);
  return Object.freeze({ kind, labels, group: Object.freeze({ side, include: copied }) });
}

/** `by (…)` or `without (…)`; nothing for `by ()`, which is the same as no grouping at all. */
export function readGrouping(source: Source, modifier: SyntaxNode | undefined): { readonly grouping?: Grouping } {
  const [keyword, list] = modifier === undefined ? [] : parts(modifier);
  if (keyword === undefined || list === undefined) return {};
  const kind = keyword.name === 'By' ? 'by' : 'without';
  const labels = readLabels(source, list);
  return kind === 'by' && labels.length === 0 ? {} : { grouping: Object.freeze({ kind, labels }) };
}
