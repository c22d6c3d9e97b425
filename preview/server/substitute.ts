/** Grafana's variables in the text of a query, filled in as Grafana's front end does. */
import { escapeRegExp } from '../../lib/promql/matcher.ts';
import type { Chosen, VariableInfo } from '../protocol.ts';
import { type Intervals, span } from './interval.ts';

/**
 * The text that a server is asked.
 *
 * @example substitute('up{service=~"${service:regex}"}', { chosen: { service: ['vote', 'result'] }, … }) // up{service=~"(vote|result)"}
 */
export function substitute(
  text: string,
  { chosen, variables, times }: { chosen: Chosen; variables: readonly VariableInfo[]; times: Intervals },
): string {
  const builtIn: Readonly<Record<string, string>> = {
    __interval: span(times.intervalMs),
    __interval_ms: String(times.intervalMs),
    __rate_interval: span(times.rateIntervalMs),
    __range: span(times.rangeMs),
    __range_s: String(Math.round(times.rangeMs / 1_000)),
    __range_ms: String(times.rangeMs),
  };
  const known = new Map(variables.map((variable) => [variable.name, variable]));
  return text.replace(
    VARIABLE,
    (whole, braced: string | undefined, format: string | undefined, plain: string | undefined) => {
      const name = braced ?? plain ?? '';
      const value = builtIn[name];
      if (value !== undefined) return value;
      const variable = known.get(name);
      return variable === undefined ? whole : formatted(chosen[name] ?? [], variable, format);
    },
  );
}

const VARIABLE = /\$\{(\w+)(?::(\w+))?\}|\$(\w+)/g;

function formatted(values: readonly string[], variable: VariableInfo, format: string | undefined): string {
  const [first] = values;
  if (variable.several || format === 'regex') return values.length === 0 ? '.*' : alternatives(values);
  return first ?? variable.values[0]?.value ?? '';
}

function alternatives(values: readonly string[]): string {
  // The expression stands in a text between quotes.
  const escaped = values.map((value) => escapeRegExp(value).replace(/[\\"]/g, '\\$&'));
  return escaped.length === 1 ? escaped.join('') : `(${escaped.join('|')})`;
}
