/** A model in another tempo: every duration times a factor, so that a test need not wait ten minutes for `for: 10m`. */

import type { LogNode } from '../../logql/node.ts';
import { mapNode as mapLogNode, mapWindows as mapLogWindows } from '../../logql/walk.ts';
import type { ComputedSpan, Node, OffsetNode, WindowNode } from '../../promql/node.ts';
import { withRawParsed } from '../../promql/raw.ts';
import { mapTerms } from '../../promql/span.ts';
import { mapNode, mapWindows } from '../../promql/walk.ts';
import { type Duration, scaleDuration } from '../../units/duration.ts';
import { scaledLines } from '../alert-lines.ts';
import type { AlertTest, FiringTest, SilentTest } from '../alert-test.ts';
import type { ResolvedRoute } from '../alerting/resolved-alerting.ts';
import type {
  ResolvedAlert,
  ResolvedDashboard,
  ResolvedGroup,
  ResolvedModel,
  ResolvedQuery,
  ResolvedRule,
} from '../resolved.ts';
import type { ScrapeJob } from '../scrape-job.ts';
import { type Step, stepOf } from './step.ts';

/**
 * A step that multiplies all durations by `factor`: ranges, steps and offsets in queries, `for`, intervals of scrapes,
 * rules and dashboards, and how long notifications wait. Thresholds stay, and so do hours of the day; a threshold on
 * seconds is still in seconds. By a sixtieth, `for: 10m` becomes `for: 10s`, and `rate(x[5m])` becomes `rate(x[5s])`.
 *
 * @throws TypeError for a factor that is not positive.
 *
 * @example scaleTime(1 / 60)(resolved).scrapeInterval // { ms: 250 }
 */
export function scaleTime(factor: number): Step {
  if (!(factor > 0)) throw new TypeError(`scaleTime(): the factor is ${factor}; it must be greater than 0.`);
  return stepOf(scaleTime, (model) => scaled(model, (span) => scaleDuration(span, factor)));
}

function scaled(model: ResolvedModel, scale: Scale): ResolvedModel {
  return Object.freeze({
    ...model,
    dashboards: model.dashboards.map((dashboard) => scaledDashboard(dashboard, scale)),
    groups: model.groups.map((group) => scaledGroup(group, scale)),
    logGroups: model.logGroups.map((group) => ({
      ...group,
      rules: group.rules.map((rule) => ({ ...scaledAlert(rule, scale), node: scaledLogs(rule.node, scale) })),
    })),
    ...(model.alerting === undefined
      ? {}
      : { alerting: { ...model.alerting, route: scaledRoute(model.alerting.route, scale) } }),
    jobs: model.jobs.map((job) => scaledJob(job, scale)),
    scrapeInterval: scale(model.scrapeInterval),
    evaluationInterval: scale(model.evaluationInterval),
  });
}

type Scale = (span: Duration) => Duration;

function scaledNode(node: Node, scale: Scale): Node {
  const scaled = mapWindows(withRawParsed(node), (window) => scaledWindow(window, scale));
  return mapNode(scaled, (seen) =>
    (seen.kind === 'selector' || seen.kind === 'subquery') && seen.offset !== undefined
      ? { ...seen, offset: scaledOffset(seen.offset, scale) }
      : seen,
  );
}

function scaledOffset(offset: OffsetNode, scale: Scale): OffsetNode {
  if (!('kind' in offset)) return scale(offset);
  return offset.kind === 'variable' ? offset : scaledSpan(offset, scale);
}

/** Of a computed span its durations; `2 * 5m` is twice as long when they are. */
function scaledSpan(span: ComputedSpan, scale: Scale): ComputedSpan {
  const of = mapTerms(span.of, (term) =>
    term.kind === 'span' && term.as === 'duration'
      ? { ...term, value: scale({ ms: term.value * 1000 }).ms / 1000 }
      : term,
  );
  return { ...span, of };
}

function scaledLogs(node: LogNode, scale: Scale): LogNode {
  const scaled = mapLogWindows(node, (window) =>
    window.kind === 'duration' ? { kind: 'duration', duration: scale(window.duration) } : window,
  );
  return mapLogNode(scaled, (seen) =>
    seen.kind === 'range aggregate' && seen.of.offset !== undefined
      ? { ...seen, of: { ...seen.of, offset: scale(seen.of.offset) } }
      : seen,
  );
}

function scaledWindow(window: WindowNode, scale: Scale): WindowNode {
  if (window.kind === 'duration') return { kind: 'duration', duration: scale(window.duration) };
  return window.kind === 'computed' ? scaledSpan(window, scale) : window;
}

function scaledQuery(query: ResolvedQuery, scale: Scale): ResolvedQuery {
  return query.language === 'promql'
    ? { ...query, node: scaledNode(query.node, scale) }
    : { ...query, node: scaledLogs(query.node, scale) };
}

function scaledDashboard(dashboard: ResolvedDashboard, scale: Scale): ResolvedDashboard {
  const rows = dashboard.rows.map((row) => ({
    ...row,
    panels: row.panels.map((panel) => ({
      ...panel,
      queries: panel.queries.map((query) => scaledQuery(query, scale)),
      ...(panel.minInterval === undefined ? {} : { minInterval: scale(panel.minInterval) }),
    })),
  }));
  return { ...dashboard, rows, refresh: scale(dashboard.refresh) };
}

function scaledGroup(group: ResolvedGroup, scale: Scale): ResolvedGroup {
  const every = group.every === undefined ? {} : { every: scale(group.every) };
  return { ...group, ...every, rules: group.rules.map((rule) => scaledRule(rule, scale)) };
}

function scaledRule(rule: ResolvedRule, scale: Scale): ResolvedRule {
  const node = scaledNode(rule.node, scale);
  return rule.kind === 'recording' ? { ...rule, node } : { ...scaledAlert(rule, scale), node };
}

function scaledAlert<A extends Omit<ResolvedAlert, 'node'>>(rule: A, scale: Scale): A {
  return {
    ...rule,
    test: scaledTest(rule.test, scale),
    ...(rule.for === undefined ? {} : { for: scale(rule.for) }),
    ...(rule.keepFiringFor === undefined ? {} : { keepFiringFor: scale(rule.keepFiringFor) }),
  };
}

function scaledTest({ fires, silent }: AlertTest, scale: Scale): AlertTest {
  const scaled = <T extends FiringTest | SilentTest>(test: T): T => ({
    ...test,
    ...(test.lines === undefined ? {} : { lines: test.lines.map((each) => scaledLines(each, scale)) }),
    every: scale(test.every),
    at: scale(test.at),
  });
  return { fires: fires.map(scaled), silent: silent.map(scaled) };
}

function scaledRoute(route: ResolvedRoute, scale: Scale): ResolvedRoute {
  return {
    ...route,
    groupWait: scale(route.groupWait),
    groupInterval: scale(route.groupInterval),
    repeatInterval: scale(route.repeatInterval),
    routes: route.routes.map((branch) => scaledRoute(branch, scale)),
  };
}

function scaledJob(job: ScrapeJob, scale: Scale): ScrapeJob {
  return {
    ...job,
    ...(job.every === undefined ? {} : { every: scale(job.every) }),
    ...(job.timeout === undefined ? {} : { timeout: scale(job.timeout) }),
  };
}
