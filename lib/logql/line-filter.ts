/**
 * Filters of whole lines.
 * Source: https://grafana.com/docs/loki/latest/query/log_queries/#line-filter-expression
 */
import { re2 } from '../promql/matcher.ts';
import type { LineMatches, LinePattern } from './lines.ts';
import type { LineFilterStage, LineMatch, LineOperator } from './node.ts';

/**
 * A pattern that a line has to match anywhere: `<_>` stands for anything. Faster than a regular expression.
 *
 * @throws TypeError for a pattern without `<_>`, or with a name in it: it reads nothing.
 * @example shopLogs.contains(linePattern('<_> order <_> failed')) // {project="shop"} |> "<_> order <_> failed"
 */
export function linePattern(of: string): LinePattern {
  if (!of.includes('<_>')) throw new TypeError(`linePattern('${of}'): write <_> for what may be anything.`);
  return Object.freeze({ type: 'line pattern', of });
}

type Sense = 'contains' | 'excludes';
type Form = 'text' | 'regular expression' | 'pattern';

const OPERATORS: Readonly<Record<Sense, Readonly<Record<Form, LineOperator>>>> = {
  contains: { text: '|=', 'regular expression': '|~', pattern: '|>' },
  excludes: { text: '!=', 'regular expression': '!~', pattern: '!>' },
};

type AnyMatch = LineMatches[number];

/**
 * The node of a filter.
 *
 * @throws TypeError where texts, regular expressions and patterns are mixed: one filter has one operator.
 */
export function lineFilter(sense: Sense, anyOf: readonly AnyMatch[]): LineFilterStage {
  const [form, ...more] = [...new Set(anyOf.map(formOf))];
  if (form === undefined) throw new TypeError(`${sense}(): name at least one text.`);
  if (more.length > 0) {
    throw new TypeError(`${sense}(): texts, regular expressions and patterns take a ${sense}() each.`);
  }
  const matches = Object.freeze(anyOf.map((match) => matchNode(sense, match)));
  return Object.freeze({ kind: 'line filter', operator: OPERATORS[sense][form], matches });
}

function formOf(match: AnyMatch): Form {
  if (match instanceof RegExp) return 'regular expression';
  return typeof match === 'object' && match.type === 'line pattern' ? 'pattern' : 'text';
}

function matchNode(sense: Sense, match: AnyMatch): LineMatch {
  if (typeof match === 'string') return match;
  if (match instanceof RegExp) return re2(`${sense}(${match})`, match);
  switch (match.type) {
    case 'addresses':
      return Object.freeze({ ip: match.of });
    case 'line pattern':
      return match.of;
    case 'variable value':
      return Object.freeze({ variable: `\${${match.name}}` });
  }
}
