/** Matchers of streams do not exclude each other. */
import { linesIn } from '../../../logql/walk.ts';
import type { Matcher } from '../../../promql/node.ts';
import { quote } from '../../../promql/quote.ts';
import { rule } from '../../rule.ts';
import { placeOf } from '../../survey/expressions.ts';

export const logMatchers = rule({
  id: 'log-matchers',
  reason: 'Two matchers that exclude each other choose no stream: the query is always empty.',
  source: 'our own',
  example: {
    where: 'dashboard shop / panel lines',
    found: 'service="shop" and service="store", which no stream fulfils',
    allowed: 'matchers that one stream can fulfil',
    remedy: 'remove one of them, or choose both: /shop|store/',
  },
  *check({ logExpressions }) {
    for (const expression of logExpressions) {
      for (const { streams } of linesIn(expression.node)) {
        for (const [first, second] of contradictions(streams)) {
          yield {
            ...placeOf(expression),
            found: `${matcherText(first)} and ${matcherText(second)}, which no stream fulfils`,
            allowed: 'matchers that one stream can fulfil',
            remedy: `remove one of them, or choose both: /${first.value}|${second.value}/`,
          };
        }
      }
    }
  },
});

type Stated = Matcher & { readonly value: string };

function* contradictions(streams: readonly Matcher[]): Iterable<readonly [Stated, Stated]> {
  const stated = streams.filter((each): each is Stated => typeof each.value === 'string' && !each.value.includes('$'));
  for (const [index, first] of stated.entries()) {
    if (first.operator !== '=') continue;
    for (const [at, second] of stated.entries()) {
      if (second.label !== first.label || at === index) continue;
      const isOther = second.operator === '=' && second.value !== first.value && at > index;
      if (isOther || (second.operator === '!=' && second.value === first.value)) yield [first, second];
    }
  }
}

function matcherText({ label, operator, value }: Stated): string {
  return `${label}${operator}${quote(value)}`;
}
