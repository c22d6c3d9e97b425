/** What Loki refuses of matchers, and of regular expressions wherever they stand. */
import type { Matcher } from '../../promql/node.ts';
import { compileRegexp } from '../../promql/regexp/compile.ts';
import { quoteText } from '../print-lines.ts';
import { labelRefusals, type QueryPlace, type Refusals, textOfValue } from './refusal.ts';

/** What Loki refuses of matchers, of streams and of labels. */
export function* matcherRefusals(matchers: readonly Matcher[], at: QueryPlace): Refusals {
  yield* labelRefusals(matchers.map(({ label }) => label));
  for (const { label, operator, value } of matchers) {
    const text = textOfValue(value, at);
    if (text !== undefined && operator.endsWith('~'))
      yield* regexpRefusals(text, `${label}${operator}${quoteText(text)}`);
  }
}

/** A selector that lets streams pass which lack all of its labels would read everything. */
export function* certaintyRefusals(streams: readonly Matcher[], at: QueryPlace): Refusals {
  if (streams.some((matcher) => !takesEmpty(matcher, at))) return;
  yield {
    found: `{${streams.map(({ label, operator, value }) => `${label}${operator}${quoteText(textOfValue(value, at) ?? '')}`).join(', ')}}`,
    allowed: 'a selector with a matcher that the empty text does not fit',
    remedy: 'name a value, service="api", or take .+ in place of .*',
  };
}

function takesEmpty({ operator, value }: Matcher, at: QueryPlace): boolean {
  const text = textOfValue(value, at);
  // What Grafana fills in for "all" has to be .+ itself.
  if (text === undefined) return operator.startsWith('!');
  const compiled = operator.endsWith('~') ? compileRegexp(text, { whole: true }) : undefined;
  const fits = compiled === undefined ? text === '' : compiled.ok && compiled.regexp.test('');
  return operator.startsWith('!') ? !fits : fits;
}

/** A regular expression that RE2 cannot compile; `where` is how it stands in the query. */
export function* regexpRefusals(text: string, where: string): Refusals {
  const compiled = compileRegexp(text);
  if (compiled.ok) return;
  yield {
    found: `${where}: ${compiled.fault}`,
    allowed: 'a regular expression in the syntax of RE2',
    remedy: 'correct it; in place of look-around put a second filter behind the first',
  };
}
