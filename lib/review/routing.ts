/** Who is notified of an alert, by the tree of routes: as Alertmanager walks it. */
import { type CompiledRegexp, compileRegexp } from '../promql/regexp/compile.ts';
import type { AlertmanagerRecord, LabelMatcher, RouteRecord } from '../read/records.ts';

/** One way on which an alert leaves. */
export type Notification = Omit<RouteRecord, 'matchers' | 'continues' | 'routes'>;

/** The labels of an alert. A label that is not there is the empty text. */
export type Labels = ReadonlyMap<string, string>;

/** Every way on which an alert with these labels leaves, in the order of the tree. */
export function notifications({ route }: AlertmanagerRecord, labels: Labels): readonly Notification[] {
  return ways(route, labels);
}

/** Whether any route is for an alert with these labels; what none is for goes where the first one sends it. */
export function isRouted({ route }: AlertmanagerRecord, labels: Labels): boolean {
  return route.routes.some(({ matchers }) => fulfils(matchers, labels));
}

/** The deepest routes that match; a route without a matching child is one itself. */
function ways(route: RouteRecord, labels: Labels): readonly Notification[] {
  const found: Notification[] = [];
  for (const child of route.routes) {
    if (!fulfils(child.matchers, labels)) continue;
    found.push(...ways(child, labels));
    if (!child.continues) break;
  }
  if (found.length > 0) return found;
  const { matchers, continues, routes, ...own } = route;
  return [own];
}

/** Whether labels fulfil all matchers. */
export function fulfils(matchers: readonly LabelMatcher[], labels: Labels): boolean {
  return matchers.every((matcher) => holds(matcher, labels.get(matcher.label) ?? ''));
}

function holds({ operator, value }: LabelMatcher, label: string): boolean {
  const isSame = operator === '=' || operator === '!=' ? label === value : matchesWhole(value, label);
  return isSame === (operator === '=' || operator === '=~');
}

/** By their texts: each is asked of every alert. */
const patterns = new Map<string, CompiledRegexp>();

/** A pattern that Alertmanager would not take matches nothing: nobody is told wrongly that an alert is routed. */
function matchesWhole(pattern: string, label: string): boolean {
  const compiled = patterns.get(pattern) ?? compileRegexp(pattern, { whole: true });
  patterns.set(pattern, compiled);
  return compiled.ok && compiled.regexp.test(label);
}

/** Labels that routes ask for and that no rule says: their series have them, with one of the values asked for, or another. */
export function possibleLabels(known: Labels, configurations: readonly AlertmanagerRecord[]): readonly Labels[] {
  const asked = new Map<string, Set<string>>();
  const see = ({ matchers, routes }: RouteRecord): void => {
    for (const { label, value, operator } of matchers) {
      const values = asked.get(label) ?? new Set(['']);
      for (const each of operator.endsWith('~') ? value.split('|') : [value]) values.add(each);
      asked.set(label, values);
    }
    routes.forEach(see);
  };
  for (const { route } of configurations) see(route);
  const unknown = [...asked].filter(([label]) => !known.has(label));
  return unknown.reduce<readonly Labels[]>(
    (all, [label, values]) =>
      all.length * values.size > MAX_LABEL_SETS
        ? all
        : all.flatMap((labels) => [...values].map((value) => new Map([...labels, [label, value]]))),
    [known],
  );
}

/** More sets of labels than these say nothing more. */
const MAX_LABEL_SETS = 200;
