/**
 * The Prometheus operator's AlertmanagerConfig in the words of Alertmanager's own file: names in snake case, conditions
 * as texts. The namespace that the operator adds to every route is the same before and after, and is left out.
 * Source: https://github.com/prometheus-operator/prometheus-operator/blob/main/Documentation/api-reference/api.md
 */
import { type Fields, isFields, objectsOf, textOf } from './value.ts';

/** Fields whose objects are conditions, and what Alertmanager calls them. */
const CONDITIONS: ReadonlyMap<string, string> = new Map([
  ['matchers', 'matchers'],
  ['sourceMatch', 'source_matchers'],
  ['targetMatch', 'target_matchers'],
]);

/**
 * What Alertmanager would be told.
 *
 * @example alertmanagerFields({ groupBy: ['job'], matchers: [{ name: 'team', value: 'shop', matchType: '=' }] })
 * // { group_by: ['job'], matchers: ['"team"="shop"'] }
 */
export function alertmanagerFields(value: Fields): Fields {
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      const conditions = CONDITIONS.get(key);
      return conditions === undefined ? [snake(key), inWords(each)] : [conditions, objectsOf(each).map(conditionText)];
    }),
  );
}

function inWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inWords);
  return isFields(value) ? alertmanagerFields(value) : value;
}

function snake(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function conditionText({ name, value, matchType, regex }: Fields): string {
  const operator = textOf(matchType) ?? (regex === true ? '=~' : '=');
  return `${JSON.stringify(textOf(name) ?? '')}${operator}${JSON.stringify(textOf(value) ?? '')}`;
}
