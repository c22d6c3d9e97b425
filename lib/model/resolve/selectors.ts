/**
 * Selectors that only the whole model can make exact: `up` and its like exist for every job of a Prometheus, and ALERTS
 * for every alert, those of other teams among them; and what `raw()` holds is text, whose selectors know no target.
 */
import { listedTexts, matchers } from '../../promql/matcher.ts';
import type { Matcher, Node, RawNode, SelectorNode } from '../../promql/node.ts';
import { print } from '../../promql/print.ts';
import { parsedRaw } from '../../promql/raw.ts';
import { isOfAlerts, isSynthetic } from '../../promql/synthetic.ts';
import { mapNode } from '../../promql/walk.ts';
import type { Model } from '../model.ts';

/**
 * Narrows one node to the series of a model, its children having been narrowed before: `up` and `scrape_*` to its jobs,
 * ALERTS to its alerts, and in a raw text the metrics of its catalogue to their jobs.
 *
 * @example
 * const exact = exactSelectors({ jobs: [], catalogue: new Map(), jobsOf: new Map() }, () => ['QueueLong']);
 * print(exact(ALERTS.of(allTargets()).node));
 * // 'ALERTS{alertname="QueueLong"}'
 */
export function exactSelectors(
  { jobs, catalogue, jobsOf }: Pick<Model, 'jobs' | 'catalogue' | 'jobsOf'>,
  alerts: () => readonly string[],
): (node: Node) => Node {
  const own = [...new Set(jobs.flatMap(({ target }) => target.jobs))].sort();
  let names: readonly string[] | undefined;
  const alertNames = (): readonly string[] => {
    names ??= [...new Set(alerts())].sort();
    return names;
  };
  const exact = (node: Node): Node => {
    if (node.kind === 'raw') return exactRaw(node);
    if (node.kind !== 'selector') return node;
    const facts = node.facts ?? catalogue.get(node.metric);
    if (isOfAlerts(node.metric)) return held(node, 'alertname', alertNames());
    if (isSynthetic(node.metric)) return held(node, 'job', own);
    return node.facts === undefined && facts !== undefined ? ofItsJobs(node) : node;
  };
  const ofItsJobs = (node: SelectorNode): SelectorNode => {
    const known = jobsOf.get(node.metric) ?? [];
    return known.length === 0 || isHeld(node, 'job') ? node : held(node, 'job', known);
  };
  const exactRaw = (node: RawNode): Node => {
    const parsed = parsedRaw(node);
    if (!parsed.ok) return node;
    const tree = mapNode(parsed.node, exact);
    return tree === parsed.node ? node : Object.freeze({ ...node, text: print(tree) });
  };
  return exact;
}

/** A selector that is held to these values of a label, unless it says already which of them it means. */
function held(node: SelectorNode, label: string, values: readonly string[]): SelectorNode {
  if (isHeld(node, label)) return node;
  const excluding = node.matchers.filter((each) => each.label === label && excludedBy(each) !== undefined);
  const excluded = new Set(excluding.flatMap((each) => excludedBy(each) ?? []));
  const others = node.matchers.filter((each) => !excluding.includes(each));
  const left = values.filter((value) => !excluded.has(value));
  const added = matchers({ [label]: left.length === 0 ? '' : left });
  return Object.freeze({ ...node, matchers: Object.freeze([...added, ...others]) });
}

/** The values that a matcher rules out one by one; undefined where it says something else. */
function excludedBy({ operator, value }: Matcher): readonly string[] | undefined {
  if (typeof value !== 'string') return undefined;
  if (operator === '!=') return [value];
  return operator === '!~' ? listedTexts(value) : undefined;
}

/** Whether a selector names values of a label: a viewer's choice can be all of them, and a negation leaves others. */
function isHeld({ matchers: all }: SelectorNode, label: string): boolean {
  return all.some((matcher) => matcher.label === label && isOfNames(matcher));
}

function isOfNames({ operator, value }: Matcher): boolean {
  return typeof value === 'string' && (operator === '=' || operator === '=~');
}
