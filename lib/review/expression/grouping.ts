/** Groupings and matchings before and after, in the words that both languages share. */
import type { Grouping, Matching } from '../../promql/node.ts';
import { groupingText, matchingText } from '../../promql/print.ts';
import { listed } from '../words.ts';
import { changed, type ExpressionChange } from './change.ts';

/** What changed between two groupings of an aggregation: `label service added to by`. */
export function groupingChanges(
  operator: string,
  before: Grouping | undefined,
  after: Grouping | undefined,
): readonly ExpressionChange[] {
  const [was, is] = [groupingText(before), groupingText(after)];
  if (was === is) return [];
  if (was === '') return [changed('grouping', `${operator} is split ${is}`)];
  if (is === '') return [changed('grouping', `${operator} is no longer split ${was}`)];
  if (before?.kind !== after?.kind) return [changed('grouping', `${operator} goes ${is} instead of ${was}`)];
  const [old, now] = [before?.labels ?? [], after?.labels ?? []];
  const kind = after?.kind ?? 'by';
  const [added, gone] = [now.filter((each) => !old.includes(each)), old.filter((each) => !now.includes(each))];
  // A grouping is a set.
  if (added.length + gone.length === 0) return [changed('same', `the labels of ${kind} stand in another order`)];
  return [
    ...(added.length > 0 ? [changed('grouping', `${labels(added)} added to ${kind} of ${operator}`)] : []),
    ...(gone.length > 0 ? [changed('grouping', `${labels(gone)} dropped from ${kind} of ${operator}`)] : []),
  ];
}

function labels(names: readonly string[]): string {
  return `${names.length === 1 ? 'label' : 'labels'} ${listed(names)}`;
}

/** What changed in how an operator pairs the series of its sides. */
export function matchingChanges(
  operator: string,
  before: Matching | undefined,
  after: Matching | undefined,
): readonly ExpressionChange[] {
  const [was, is] = [matchingText(before).trim(), matchingText(after).trim()];
  if (was === is) return [];
  const words = (text: string): string => (text === '' ? 'all labels' : text);
  return [changed('grouping', `${operator} pairs series ${words(is)} instead of ${words(was)}`)];
}
