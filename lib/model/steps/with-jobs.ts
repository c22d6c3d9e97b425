/** A model for a Prometheus whose scrape jobs have other names. */

import type { MetricFacts, Target } from '../../catalogue/metric.ts';
import { escapeRegExp, listedTexts } from '../../promql/matcher.ts';
import type { CallNode, Matcher, Node } from '../../promql/node.ts';
import { withRawParsed } from '../../promql/raw.ts';
import { compileRegexp } from '../../promql/regexp/compile.ts';
import { labelWritten } from '../../promql/result/operations.ts';
import { mapNode } from '../../promql/walk.ts';
import type { AlertTest, Firing, GivenSeries } from '../alert-test.ts';
import type { ResolvedDashboard, ResolvedModel, ResolvedRule } from '../resolved.ts';
import type { Text } from '../text.ts';
import { type Step, StepError, stepOf } from './step.ts';

/**
 * A step that gives scrape jobs other names: in the configuration, in every selector and every test. What a rule records
 * keeps its name.
 *
 * @throws StepError, when it is applied, for a job that the model does not have, and for a regular expression over `job`
 * that would no longer find a job under its new name.
 * @example withJobs({ redis: 'redis-exporter' })(resolved).jobs.map(({ job }) => job) // ['shop', 'redis-exporter']
 */
export function withJobs(names: Readonly<Record<string, string>>): Step {
  return stepOf(withJobs, (model) => {
    const known = [...new Set(model.jobs.flatMap(({ job, target }) => [job, ...target.jobs]))].sort();
    const unknown = Object.keys(names).filter((name) => !known.includes(name));
    if (unknown.length > 0) {
      throw new StepError('withJobs', {
        found: `the job ${unknown.join(', ')}, which the model does not have`,
        allowed: known.join(', '),
        remedy: 'correct the name, or remove it from withJobs()',
      });
    }
    return renamedModel(model, renaming(new Map(Object.entries(names))));
  });
}

interface Renaming {
  job(name: string): string;
  facts(of: MetricFacts): MetricFacts;
  target(of: Target): Target;
  node(tree: Node): Node;
  labels(of: Labels): Labels;
}

type Labels = Readonly<Record<string, string>>;

function renaming(names: ReadonlyMap<string, string>): Renaming {
  const job = (name: string): string => names.get(name) ?? name;
  const target = (of: Target): Target =>
    Object.freeze({ ...of, job: job(of.job), jobs: Object.freeze(of.jobs.map(job).sort()) });
  // Checks tell metrics apart by their facts: one metric has to keep one value.
  const known = new Map<MetricFacts, MetricFacts>();
  const facts = (of: MetricFacts): MetricFacts => {
    const source = Object.freeze({ ...of.source, target: target(of.source.target) });
    const renamed = known.get(of) ?? Object.freeze({ ...of, source });
    known.set(of, renamed);
    return renamed;
  };
  const node = (tree: Node): Node =>
    mapNode(withRawParsed(tree), (seen) => {
      if (seen.kind === 'call') return labelWritten(seen) === 'job' ? writing(seen, job) : seen;
      if (seen.kind !== 'selector') return seen;
      const matchers = Object.freeze(
        seen.matchers.map((each) => (each.label === 'job' ? matching(each, names) : each)),
      );
      return { ...seen, matchers, ...(seen.facts === undefined ? {} : { facts: facts(seen.facts) }) };
    });
  const labels = (of: Labels): Labels => (of.job === undefined ? of : Object.freeze({ ...of, job: job(of.job) }));
  return { job, facts, target, node, labels };
}

/** A matcher of `job` for the new names. */
function matching(matcher: Matcher, names: ReadonlyMap<string, string>): Matcher {
  const { value, operator } = matcher;
  if (typeof value !== 'string') return matcher;
  const job = (name: string): string => names.get(name) ?? name;
  if (operator === '=' || operator === '!=') return Object.freeze({ ...matcher, value: job(value) });
  const listed = listedTexts(value);
  if (listed !== undefined) return Object.freeze({ ...matcher, value: listed.map(job).map(escapeRegExp).join('|') });
  const compiled = compileRegexp(value, { whole: true });
  // One that does not compile is a problem of its own.
  if (!compiled.ok) return matcher;
  const { regexp: expression } = compiled;
  const lost = [...names].find(([from, to]) => expression.test(from) !== expression.test(to));
  if (lost === undefined) return matcher;
  throw new StepError('withJobs', {
    found: `the matcher job${operator}"${value}", which tells ${lost[0]} and ${lost[1]} apart`,
    allowed: 'a list of jobs, or a regular expression that matches both names or neither',
    remedy: "write the jobs out: where({ job: ['a', 'b'] })",
  });
}

/** `label_replace()` that writes a job by its name. */
function writing(node: CallNode, job: (name: string) => string): CallNode {
  const replaced = node.arguments.map((each, index) =>
    each.kind === 'string' && index === 2 ? Object.freeze({ ...each, value: job(each.value) }) : each,
  );
  return Object.freeze({ ...node, arguments: Object.freeze(replaced) });
}

function renamedModel(model: ResolvedModel, to: Renaming): ResolvedModel {
  const alerts = model.groups.flatMap(({ rules }) => rules.filter((rule) => rule.kind === 'alert'));
  const descriptions = (name: string) =>
    alerts.filter((alert) => alert.name === name).map((alert) => alert.description);
  return Object.freeze({
    ...model,
    dashboards: model.dashboards.map((dashboard) => renamedDashboard(dashboard, to)),
    groups: model.groups.map((group) => ({
      ...group,
      rules: group.rules.map((rule) => renamedRule(rule, to, descriptions(rule.name))),
    })),
    jobs: model.jobs.map((each) => Object.freeze({ ...each, job: to.job(each.job), target: to.target(each.target) })),
    silentJobs: new Map([...model.silentJobs].map(([job, reason]) => [to.job(job), reason])),
    contracts: model.contracts.map((each) => Object.freeze({ ...each, target: to.target(each.target) })),
    catalogue: new Map([...model.catalogue].map(([name, facts]) => [name, to.facts(facts)])),
  });
}

function renamedDashboard(dashboard: ResolvedDashboard, to: Renaming): ResolvedDashboard {
  return {
    ...dashboard,
    annotations: dashboard.annotations.map((each) => ({ ...each, node: to.node(each.node) })),
    variables: dashboard.variables.map((each) =>
      each.kind === 'query' ? { ...each, metric: to.facts(each.metric), node: to.node(each.node) } : each,
    ),
    rows: dashboard.rows.map((row) => ({
      ...row,
      panels: row.panels.map((panel) => ({
        ...panel,
        queries: panel.queries.map((query) =>
          query.language === 'promql' ? { ...query, node: to.node(query.node) } : query,
        ),
      })),
    })),
  };
}

function renamedRule(rule: ResolvedRule, to: Renaming, descriptions: readonly Text[]): ResolvedRule {
  const node = to.node(rule.node);
  return rule.kind === 'recording'
    ? { ...rule, node }
    : { ...rule, node, test: renamedTest(rule.test, to, descriptions) };
}

function renamedTest({ fires, silent }: AlertTest, to: Renaming, descriptions: readonly Text[]): AlertTest {
  const firing = <T extends Firing>(of: T): T => ({
    ...of,
    labels: to.labels(of.labels),
    says: renamedText(of.says, to, descriptions),
  });
  const situation = <T extends AlertTest['fires'][number] | AlertTest['silent'][number]>(of: T): T => ({
    ...of,
    given: of.given.map((each) => renamedSeries(each, to)),
    ...(of.also === undefined
      ? {}
      : { also: Object.fromEntries(Object.entries(of.also).map(([severity, said]) => [severity, firing(said)])) }),
  });
  return { fires: fires.map((test) => firing(situation(test))), silent: silent.map(situation) };
}

function renamedSeries(given: GivenSeries, to: Renaming): GivenSeries {
  return Object.freeze({ ...given, metric: to.facts(given.metric), labels: to.labels(given.labels) });
}

/** What an alert says, with the new name wherever its description names the job. */
function renamedText(said: string, to: Renaming, descriptions: readonly Text[]): string {
  for (const { pieces } of descriptions) {
    const pattern = pieces.map((piece) => (typeof piece === 'string' ? `(${escapeRegExp(piece)})` : '(.*?)')).join('');
    const parts = new RegExp(`^${pattern}$`, 's').exec(said)?.slice(1);
    if (parts !== undefined) return parts.map((part, index) => (isJob(pieces[index]) ? to.job(part) : part)).join('');
  }
  return said;
}

function isJob(piece: Text['pieces'][number] | undefined): boolean {
  return typeof piece === 'object' && piece.hole === 'label' && piece.label === 'job';
}
