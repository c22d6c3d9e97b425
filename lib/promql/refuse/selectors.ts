/** What Prometheus refuses of selectors: a name twice, and matchers that would select everything. */
import type { Matcher, SelectorNode, TimeShift } from '../node.ts';
import { compileRegexp } from '../regexp/compile.ts';
import { short } from './operations.ts';
import type { Refusals } from './types.ts';

/** What is refused of a selector by itself. */
export function* selectorRefusals(node: SelectorNode): Refusals {
  const { metric, matchers } = node;
  const named = matchers.find(({ label }) => label === '__name__');
  // A name that is in front of the braces; one that only fits into quotes is read from there where it is the only one.
  if (named !== undefined && metric !== '') {
    yield {
      found: `${short(node)}, which names its metric twice`,
      allowed: `${metric}{…} or {__name__="${metric}",…}`,
      remedy: 'leave __name__ out',
    };
  }
  if (metric !== '' || matchers.some(isCertain)) return;
  yield {
    found: `${short(node)}, which selects everything`,
    allowed: 'at least one matcher that the empty text does not fit',
    remedy: 'name the metric, or take .+ in place of .*',
  };
}

/** Prometheus counts in 64 bits, and knows neither infinity nor NaN as a time. */
export function isTime(seconds: number): boolean {
  return Math.abs(seconds) < 2 ** 63;
}

/** What is refused of a time behind `@`. */
export function* timeRefusals({ at }: TimeShift): Refusals {
  if (typeof at !== 'number' || isTime(at)) return;
  yield {
    found: `@ ${at}`,
    allowed: 'a finite time in seconds since 1970',
    remedy: 'write the time out, or take start() or end()',
  };
}

/** Whether a series without the label falls through. What a variable stands for is not known, and seldom empty. */
function isCertain({ operator, value }: Matcher): boolean {
  if (typeof value !== 'string') return !operator.startsWith('!');
  return fitsEmpty(operator, value) === operator.startsWith('!');
}

/** Whether the empty text is what the matcher names. */
function fitsEmpty(operator: Matcher['operator'], value: string): boolean {
  if (!operator.endsWith('~')) return value === '';
  const compiled = compileRegexp(value, { whole: true });
  // One that does not compile is a problem of its own.
  return !compiled.ok || compiled.regexp.test('');
}
