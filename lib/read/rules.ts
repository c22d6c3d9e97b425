/** Rule files of Prometheus and Loki: the same format, two languages. */
import { languageOf } from './language.ts';
import type { Place, RuleRecord } from './records.ts';
import { type Fields, fieldsOf, flattened, objectsOf, textOf, textsOf } from './value.ts';

/** Whether a parsed file is one of rules: groups, each with a list of rules or a name. */
export function holdsRules({ groups }: Fields): boolean {
  const all = objectsOf(groups);
  return all.length > 0 && all.every(({ rules, name }) => Array.isArray(rules) || textOf(name) !== undefined);
}

/** Says the line of a value in its file, given the path to it. */
export type LineOf = (path: readonly (string | number)[]) => number | undefined;

/** The rules of all groups, in their order. */
export function ruleRecords({ groups }: Fields, place: Place, lineOf: LineOf): readonly RuleRecord[] {
  return objectsOf(groups).flatMap((group, at) =>
    objectsOf(group.rules).map((rule, index) => {
      const line = lineOf(['groups', at, 'rules', index]);
      return ruleRecord(rule, group, { place: line === undefined ? place : { ...place, line }, index });
    }),
  );
}

function ruleRecord(rule: Fields, group: Fields, { place, index }: Pick<RuleRecord, 'place' | 'index'>): RuleRecord {
  const { alert, record, expr, for: pending, keep_firing_for: keep, labels, annotations, ...rest } = rule;
  const { name, interval, rules, labels: shared, ...others } = group;
  const text = (textOf(expr) ?? '').trim();
  return Object.freeze({
    kind: 'rule',
    place: Object.freeze(place),
    does: record === undefined ? 'alert' : 'record',
    name: textOf(alert) ?? textOf(record) ?? '',
    group: textOf(name) ?? '',
    index,
    language: languageOf(text),
    expr: text,
    for: textOf(pending) ?? '0s',
    keepFiringFor: textOf(keep) ?? '0s',
    interval: textOf(interval) ?? '',
    labels: textsOf({ ...fieldsOf(shared), ...fieldsOf(labels) }),
    annotations: textsOf(annotations),
    rest: flattened({ ...rest, ...(Object.keys(others).length > 0 && { group: others }) }),
  });
}
