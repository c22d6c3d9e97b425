/** A regular expression is one only where it has to be. */
import type { Matcher } from '../../../promql/node.ts';
import { quote } from '../../../promql/quote.ts';
import { type Fault, rule } from '../../rule.ts';
import { everywhere } from '../../survey/expressions.ts';

export const regexpPlain = rule({
  id: 'regexp-plain',
  reason:
    'A regular expression that matches one value only is slower than that value, and reads as if more were meant.',
  source: 'pint: promql/regexp',
  example: {
    where: 'dashboard shop / panel raw',
    found: 'queue=~"orders", which matches one value only',
    allowed: 'queue="orders"',
    remedy: 'write the value itself: where({ queue: "orders" })',
  },
  *check({ selectors }) {
    for (const { node, expressions } of selectors) {
      for (const { label, operator, value } of node.matchers) {
        const isExpression = operator === '=~' || operator === '!~';
        const fault = isExpression && typeof value === 'string' ? faultOf({ label, operator, value }) : undefined;
        if (fault !== undefined) yield* everywhere(expressions, fault);
      }
    }
  },
});

type Expression = Pick<Matcher, 'label' | 'operator'> & { readonly value: string };

function faultOf({ label, operator, value }: Expression): Fault | undefined {
  const is = `${label}${operator}${quote(value)}`;
  const bare = value.replace(/^\^|(?<!\\)\$$/g, '');
  if (bare !== value && !value.includes('${')) {
    const allowed = `${label}${operator}${quote(bare)}`;
    return {
      found: `${is}, whose ^ or $ is redundant: Prometheus anchors every matcher`,
      allowed,
      remedy: 'leave ^ and $ out',
    };
  }
  if (value === '.*') {
    const matches = operator === '=~' ? 'everything' : 'nothing';
    return { found: `${is}, which matches ${matches}`, allowed: 'no matcher', remedy: `leave ${label} out` };
  }
  const text = plainText(value);
  if (text === undefined) return undefined;
  const [exact, match] = operator === '=~' ? ['=', quote(text)] : ['!=', `not(${quote(text)})`];
  return {
    found: `${is}, which matches one value only`,
    allowed: `${label}${exact}${quote(text)}`,
    remedy: `write the value itself: where({ ${label}: ${match} })`,
  };
}

const PLAIN = /^(?:[^\\^$.*+?()[\]{}|]|\\[\\^$.*+?()[\]{}|/-])*$/;

/** The only text that an expression matches, if there is but one. */
function plainText(value: string): string | undefined {
  return PLAIN.test(value) ? value.replace(/\\(.)/g, '$1') : undefined;
}
