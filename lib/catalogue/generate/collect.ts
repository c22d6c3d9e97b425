/** From readings to catalogue entries: every metric once, whatever the number of scrapes that showed it. */

import { done, failed, type Outcome, type Problem } from '../../units/problem.ts';
import { unitText } from '../../units/unit.ts';
import { byText, type Entry, entryOf, isEmpty } from '../definition/entry.ts';
import { type Observed, observe, unite } from '../definition/observed.ts';
import type { Reading } from '../reading/reading.ts';

/** Entries, and what a person should know of them though nothing is wrong. */
export interface Collected {
  readonly entries: readonly Entry[];
  readonly notices: readonly string[];
}

/**
 * The metrics of all readings together.
 *
 * @param targetLabels labels that the scrape job adds: where an exporter has one of its own of that name, Prometheus
 * puts `exported_` before it, and so does the catalogue.
 */
export function collect(readings: readonly Reading[], targetLabels: readonly string[]): Outcome<Collected> {
  const byName = new Map<string, Observed>();
  const problems: Problem<string>[] = [];
  const clashes = new Map<string, string[]>();
  for (const { from, format, families } of readings) {
    for (const seen of families.flatMap((family) => observe(family, format))) {
      const one = withoutClashes(seen, targetLabels, clashes);
      const known = byName.get(one.name);
      const united = known ? unite(known, one) : one;
      if (united === undefined) problems.push(contradiction(from, one, known ?? one));
      else byName.set(one.name, united);
    }
  }
  if (problems.length > 0) return failed(...problems);
  const entries = [...byName.values()].sort((a, b) => byText(a.name, b.name)).map(entryOf);
  const notices = [...readings.flatMap(notesOf), ...[...clashes].map(clashNotice), ...emptyLabels(byName.values())];
  return done({ entries, notices });
}

function notesOf({ from, notes = [] }: Reading): readonly string[] {
  return notes.map(({ line, says }) => `${from}:${line}: ${says}.`);
}

/** An empty label and a missing one are the same to Prometheus. */
function emptyLabels(all: Iterable<Observed>): readonly string[] {
  const byMetrics = new Map<string, string[]>();
  for (const [label, names] of metricsByEmptyLabel(all)) {
    const of = some(names);
    byMetrics.set(of, [...(byMetrics.get(of) ?? []), `'${label}'`]);
  }
  if (byMetrics.size === 0) return [];
  const list = [...byMetrics].map(([of, labels]) => `${labels.join(', ')} of ${of}`).join('; ');
  return [`Labels that are empty in every series, which Prometheus does not keep, nor the catalogue: ${list}.`];
}

function metricsByEmptyLabel(all: Iterable<Observed>): ReadonlyMap<string, readonly string[]> {
  const metrics = new Map<string, string[]>();
  for (const { name, labels } of all) {
    for (const [label, values] of labels) {
      if (isEmpty(values)) metrics.set(label, [...(metrics.get(label) ?? []), name]);
    }
  }
  return metrics;
}

function some(names: readonly string[]): string {
  return `${names.slice(0, 3).join(', ')}${names.length > 3 ? `, and ${names.length - 3} more` : ''}`;
}

function withoutClashes(seen: Observed, targetLabels: readonly string[], clashes: Map<string, string[]>): Observed {
  const clashing = targetLabels.filter((label) => !isEmpty(seen.labels.get(label) ?? new Set()));
  if (clashing.length === 0) return seen;
  for (const label of clashing) clashes.set(label, [...(clashes.get(label) ?? []), seen.name]);
  const labels = [...seen.labels].map(([label, values]): readonly [string, ReadonlySet<string>] => [
    clashing.includes(label) ? exported(label, seen.labels) : label,
    values,
  ]);
  return { ...seen, labels: new Map(labels) };
}

/** As often `exported_` as it takes to be a name that is free, as Prometheus does. */
function exported(label: string, labels: Observed['labels']): string {
  const name = `exported_${label}`;
  return labels.has(name) ? exported(name, labels) : name;
}

function clashNotice([label, metrics]: readonly [string, readonly string[]]): string {
  return (
    `'${label}' is a target label and a label of the exporter's own (${some(metrics)}): ` +
    `Prometheus renames the latter to 'exported_${label}', and so does the catalogue; with honor_labels it would not.`
  );
}

function contradiction(from: string, found: Observed, known: Observed): Problem<string> {
  const facts = ({ kind, unit }: Observed): string => `a ${kind} in ${unitText(unit)}`;
  return {
    where: from,
    rule: 'metrics/contradiction',
    found: `'${found.name}' as ${facts(found)}`,
    allowed: `${facts(known)}, as in the source read before`,
    remedy: 'Read sources of one exporter and one version only.',
  };
}
