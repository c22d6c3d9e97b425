/**
 * Filters of whole lines.
 * Source: https://grafana.com/docs/loki/latest/query/log_queries/#line-filter-expression
 */
import { re2 } from '../promql/matcher.ts';
import type { LineMatches, LinePattern } from './lines.ts';
import type { LineFilterStage, LineMatch, LineOperator } from './node.ts';
import { readPattern } from './texts/pattern.ts';

/**
 * A pattern that the whole line has to match: `<_>` stands for anything. Faster than a regular expression.
 *
 * @throws TypeError for a pattern without `<_>`, with a name in it, which would read nothing, or with two that touch.
 * @example shopLogs.contains(linePattern('<_> order <_> failed')) // {project="shop"} |> "<_> order <_> failed"
 */
export function linePattern(of: string): LinePattern {
  const read = readPattern(of, { names: 'refused' });
  const fault = read.ok ? 'it holds nothing that may be anything' : read.fault;
  if (!read.ok || !of.includes('<_>')) throw new TypeError(`linePattern('${of}'): ${fault}; write <_> for it.`);
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
  if (anyOf.slice(0, -1).some(isAddresses)) {
    throw new TypeError(
      `${sense}(): LogQL takes one ip(), behind the texts; put it last, or into a ${sense}() of its own.`,
    );
  }
  const matches = Object.freeze(anyOf.map((match) => matchNode(sense, match)));
  return Object.freeze({ kind: 'line filter', operator: OPERATORS[sense][form], matches });
}

function isAddresses(match: AnyMatch): boolean {
  return typeof match === 'object' && 'type' in match && match.type === 'addresses';
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
