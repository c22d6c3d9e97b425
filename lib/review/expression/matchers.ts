/** Label matchers before and after: filters added, removed and changed, and several that were folded into one. */

import type { Matcher } from '../../promql/node.ts';
import { quote } from '../../promql/quote.ts';
import { listed } from '../words.ts';
import { changed, type Effect, type ExpressionChange } from './change.ts';

const textOf = ({ value }: Matcher): string => (typeof value === 'string' ? value : value.variable);
const written = (matcher: Matcher): string => `${matcher.label}${matcher.operator}${quote(textOf(matcher))}`;
const isNegative = ({ operator }: Matcher): boolean => operator === '!=' || operator === '!~';
const isRegexp = ({ operator }: Matcher): boolean => operator === '=~' || operator === '!~';

/** Characters that mean something in a regular expression. */
const SPECIAL = /[\\^$.*+?()[\]{}|]/;

/** The values that a matcher names, where it names each: `a|b` of a regular expression; undefined for a pattern. */
export function valuesOf(matcher: Matcher): readonly string[] | undefined {
  const text = textOf(matcher);
  if (typeof matcher.value !== 'string') return undefined;
  if (!isRegexp(matcher)) return [text];
  const alternatives = text
    .replace(/^\(\?:(.*)\)$/s, '$1')
    .replace(/^\((.*)\)$/s, '$1')
    .split('|');
  const plain = alternatives.map((each) => each.replace(/\\([^a-zA-Z0-9])/g, '$1'));
  return alternatives.some((each) => SPECIAL.test(each.replace(/\\[^a-zA-Z0-9]/g, ''))) ? undefined : plain;
}

/** Whether no value can fulfil all of them: `a="x"` beside `a="y"`. */
export function isContradiction(matchers: readonly Matcher[]): Matcher | undefined {
  return matchers.find((matcher) => {
    const values = isNegative(matcher) ? undefined : valuesOf(matcher);
    if (values === undefined) return false;
    return matchers.some((other) => {
      if (other === matcher || other.label !== matcher.label) return false;
      const others = valuesOf(other);
      if (others === undefined) return false;
      return values.every((value) => others.includes(value) === isNegative(other));
    });
  });
}

/** What changed between two sets of matchers. `where` says of what: ` in orders_total`. */
export function matcherChanges(
  before: readonly Matcher[],
  after: readonly Matcher[],
  where: string,
): readonly ExpressionChange[] {
  const [was, is] = [before.map(written), after.map(written)];
  const gone = before.filter((_, index) => !is.includes(was[index] ?? ''));
  const added = after.filter((_, index) => !was.includes(is[index] ?? ''));
  const labels = [...new Set([...gone, ...added].map(({ label }) => label))];
  // One filter for another is another scope, and not none.
  const lost = labels.every((label) => gone.some((each) => each.label === label)) ? 'unfiltered' : 'scope';
  return labels.flatMap((label) =>
    ofLabel(
      gone.filter((each) => each.label === label),
      added.filter((each) => each.label === label),
      { where, lost },
    ),
  );
}

function ofLabel(
  gone: readonly Matcher[],
  added: readonly Matcher[],
  { where, lost }: { readonly where: string; readonly lost: Effect },
): readonly ExpressionChange[] {
  const [was, is] = [gone.map(written), added.map(written)];
  if (gone.length === 0) return is.map((each) => changed('scope', `new filter ${each}${where}`));
  if (added.length === 0) return was.map((each) => changed(lost, `filter ${each} dropped${where}`));
  const [sameBefore, sameAfter] = [commonSet(gone), commonSet(added)];
  if (sameBefore !== undefined && sameBefore === sameAfter) {
    return [changed('same', `${listed(was)} is written as ${listed(is)}${where}`)];
  }
  const folds = gone.length > 1 && added.length === 1 && gone.every(isNegative) && added.every(isNegative);
  if (folds)
    return [changed('folded', `${listed(was)} folded into ${listed(is)}, which ${notTheSame(gone, added)}${where}`)];
  return [changed('scope', moreOrLess(gone, added) ?? `filter ${listed(was)} is now ${listed(is)}${where}`)];
}

/** Of a long list of values nobody finds the one that is new. Several filters before or after are said as they stand. */
function moreOrLess([before, ...gone]: readonly Matcher[], [after, ...added]: readonly Matcher[]): string | undefined {
  if (before === undefined || after === undefined || gone.length + added.length > 0) return undefined;
  if (isNegative(before) !== isNegative(after)) return undefined;
  const [was, is] = [valuesOf(before), valuesOf(after)];
  if (was === undefined || is === undefined || was.length + is.length < MANY) return undefined;
  const [more, less] = [is.filter((each) => !was.includes(each)), was.filter((each) => !is.includes(each))];
  const verbs = isNegative(after) ? ['also leaves out', 'no longer leaves out'] : ['also takes', 'no longer takes'];
  const says = [more, less].flatMap((values, index) =>
    values.length === 0 ? [] : [`${verbs[index]} ${listed(values.map((each) => quote(each)))}`],
  );
  return `filter ${after.label}${after.operator} ${says.join(' and ')}`;
}

/** From so many values on, both sides together, only those that came and went are said. */
const MANY = 5;

/** The set that matchers of one label exclude or demand, as a text to compare; undefined where it is none of values. */
function commonSet(matchers: readonly Matcher[]): string | undefined {
  const [first] = matchers;
  if (first === undefined) return undefined;
  const negative = isNegative(first);
  // Several that demand would be an intersection.
  if (matchers.some((each) => isNegative(each) !== negative) || (!negative && matchers.length > 1)) return undefined;
  const values = matchers.map(valuesOf);
  if (values.some((each) => each === undefined)) return undefined;
  return `${negative ? 'not ' : ''}${JSON.stringify([...new Set(values.flat())].sort())}`;
}

function notTheSame(gone: readonly Matcher[], [folded]: readonly Matcher[]): string {
  const before = gone.flatMap((each) => valuesOf(each) ?? []);
  const after = folded === undefined ? undefined : valuesOf(folded);
  if (after === undefined) return 'is not the same set: the pattern leaves out whatever else it matches';
  const more = after.filter((each) => !before.includes(each)).map((each) => quote(each));
  const less = before.filter((each) => !after.includes(each)).map((each) => quote(each));
  const says = [
    ...(more.length > 0 ? [`also leaves out ${listed(more)}`] : []),
    ...(less.length > 0 ? [`no longer leaves out ${listed(less)}`] : []),
  ];
  return says.join(' and ');
}
