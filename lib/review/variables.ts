/** The variables of a dashboard before and after: what its readers can choose, and what is chosen for them. */
import type { DashboardRecord, VariableRecord } from '../read/records.ts';
import { detailOf, differing, saysAll } from './detail.ts';
import { expressionChanges } from './expression/expression.ts';
import { type Finding, finding, type Subject } from './finding.ts';
import { matched, type Pair } from './match.ts';
import { short } from './words.ts';

/** What happened to the variables of a dashboard. */
export function variableFindings({ before, after }: Pair<DashboardRecord>, dashboard: Subject): readonly Finding[] {
  const { pairs, added, removed } = matched(before.variables, after.variables, [({ name }) => name]);
  const subjectOf = ({ name }: VariableRecord): Subject => ({
    what: 'variable',
    name,
    within: dashboard.name,
    place: dashboard.place,
  });
  return [
    ...removed.map((each) =>
      finding({
        kind: 'variable-removed',
        subject: subjectOf(each),
        sentence: `The variable ${named(each)} is removed.`,
      }),
    ),
    ...added.map((each) =>
      finding({
        kind: 'variable-added',
        subject: subjectOf(each),
        sentence: `The variable ${named(each)} is new.`,
        details: [detailOf('query', undefined, each.query)],
      }),
    ),
    ...pairs.flatMap((pair) => [...changed(pair, subjectOf(pair.after)), ...selected(pair, subjectOf(pair.after))]),
  ];
}

const named = ({ name }: VariableRecord): string => `$${short(name)}`;

function changed({ before, after }: Pair<VariableRecord>, subject: Subject): readonly Finding[] {
  const details = differing(before.rest, after.rest);
  const asked = before.query === after.query ? [] : [detailOf('query', before.query, after.query)];
  const says = [
    ...(before.type === after.type ? [] : [`is of the type ${short(after.type)} instead of ${short(before.type)}`]),
    ...asked.map(() => queryWords(before, after)),
    ...(details.length > 0 ? [saysAll(details)] : []),
  ];
  if (says.length === 0) return [];
  const sentence = `The variable ${named(after)}: ${says.join('; ')}.`;
  return [finding({ kind: 'variable-changed', subject, sentence, details: [...asked, ...details] })];
}

/** `label_values(…)` is no expression; what stands in its brackets is. */
function queryWords(before: VariableRecord, after: VariableRecord): string {
  const [was, is] = [before, after].map(({ query }) => /^label_values\((.*),\s*(\w+)\)$/s.exec(query));
  if (!was || !is) return `asks ${short(after.query)} instead of ${short(before.query)}`;
  const [, from = '', oldLabel = ''] = was;
  const [, to = '', label = ''] = is;
  const changes = expressionChanges(from, to, 'promql').map(({ words }) => words);
  const words = [...(oldLabel === label ? [] : [`values of the label ${label} instead of ${oldLabel}`]), ...changes];
  return words.join('; ');
}

function selected({ before, after }: Pair<VariableRecord>, subject: Subject): readonly Finding[] {
  if (before.selected === after.selected) return [];
  const [was, is] = [before, after].map((each) => short(each.selected) || 'whatever comes first');
  const sentence = `The variable ${named(after)} begins with ${is} instead of ${was}.`;
  return [finding({ kind: 'variable-default', subject, sentence })];
}
