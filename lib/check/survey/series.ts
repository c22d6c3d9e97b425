/** What is known of the series that a selector reads: their kind, and how often there is a new sample. */
import { type Kind, scrapeJobNames } from '../../catalogue/metric.ts';
import type { ResolvedGroup, ResolvedModel } from '../../model/resolved.ts';
import type { SelectorNode } from '../../promql/node.ts';
import type { Duration } from '../../units/duration.ts';
import type { Survey } from './survey.ts';

/** The time between two samples: of a recorded series that of its group, of any other that of its scrape job. */
export function sampledEvery(selector: SelectorNode, { recorded, jobs, model }: Survey): Duration {
  const rule = recorded.get(selector.metric);
  if (rule !== undefined) return evaluatedEvery(rule.group, model);
  const facts = selector.facts ?? model.catalogue.get(selector.metric);
  const names = facts === undefined ? [] : scrapeJobNames(facts.source.target);
  const [job] = [matchedJob(selector) ?? '', ...names].flatMap((name) => jobs.get(name) ?? []);
  return job?.every ?? model.scrapeInterval;
}

/** The job that a matcher names, for series that every job has. */
function matchedJob({ matchers }: SelectorNode): string | undefined {
  const value = matchers.find(({ label, operator }) => label === 'job' && operator === '=')?.value;
  return typeof value === 'string' ? value : undefined;
}

/** How often a group of rules is evaluated. */
export function evaluatedEvery(group: ResolvedGroup, model: ResolvedModel): Duration {
  return group.every ?? model.evaluationInterval;
}

const PART = /_(?:bucket|sum|count)$/;

/**
 * The kind of a selector's series; undefined for what is recorded or not known. What a classic histogram and a summary
 * are asked for are counters, but for a summary's own quantiles.
 */
export function seriesKind({ metric, facts }: SelectorNode, { model, recorded }: Survey): Kind | undefined {
  const known = facts ?? model.catalogue.get(metric);
  if (known === undefined || known.kind === 'untyped' || recorded.has(metric)) return undefined;
  if (known.kind !== 'histogram' && known.kind !== 'summary') return known.kind;
  return PART.test(metric) && metric !== known.name ? 'counter' : known.kind;
}
