/** Which language a query is written in, where a file does not say it. */
import { parsedLogql, parsedPromql } from './parsed-query.ts';

/** Which language a query is written in; 'other' for SQL, a mixed panel's maths and so on. */
export type Language = 'promql' | 'logql' | 'other';

const BY_TYPE: ReadonlyMap<string, Language> = new Map([
  ['prometheus', 'promql'],
  ['loki', 'logql'],
]);

/**
 * A pipe stands outside quotes in LogQL alone; a selector of streams alone is a query there and seldom here.
 * Only texts that may be either are parsed: a large folder has thousands.
 */
const LOOKS_LIKE_LOGS = /^\s*\{[^}]*\}\s*(?:$|\||!=|!~)|[}"`]\s*(?:\|[=~>]|\|\s*\w)/;

/**
 * The language of an expression.
 *
 * @param type of its data source, where it is known
 * @example languageOf('sum(rate({service="worker"} |= "error" [5m]))') // 'logql'
 */
export function languageOf(expression: string, type?: string): Language {
  const known = type === undefined ? undefined : BY_TYPE.get(type);
  if (known !== undefined) return known;
  if (LOOKS_LIKE_LOGS.test(expression)) return 'logql';
  if (!expression.includes('{') || parsedPromql(expression).ok) return 'promql';
  return parsedLogql(expression).ok ? 'logql' : 'promql';
}
