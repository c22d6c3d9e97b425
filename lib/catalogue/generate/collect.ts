/** From readings to catalogue entries: every metric once, whatever the number of scrapes that showed it. */
import { unitText } from '../../units/unit.ts';
import { byText, type Entry, entryOf } from '../definition/entry.ts';
import { type Observed, observe, unite } from '../definition/observed.ts';
import { done, failed, type Outcome, type Problem } from '../problem.ts';
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
  const problems: Problem[] = [];
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
  return done({ entries, notices: [...clashes].map(clashNotice) });
}

function withoutClashes(seen: Observed, targetLabels: readonly string[], clashes: Map<string, string[]>): Observed {
  const clashing = targetLabels.filter((label) => seen.labels.has(label));
  if (clashing.length === 0) return seen;
  for (const label of clashing) clashes.set(label, [...(clashes.get(label) ?? []), seen.name]);
  const labels = [...seen.labels].map(([label, values]) => [exported(label, clashing), values] as const);
  return { ...seen, labels: new Map(labels) };
}

function exported(label: string, clashing: readonly string[]): string {
  return clashing.includes(label) ? `exported_${label}` : label;
}

function clashNotice([label, metrics]: readonly [string, readonly string[]]): string {
  const more = metrics.length > 3 ? `, and ${metrics.length - 3} more` : '';
  return (
    `'${label}' is a target label and a label of the exporter's own (${metrics.slice(0, 3).join(', ')}${more}): ` +
    `Prometheus renames the latter to 'exported_${label}', and so does the catalogue; with honor_labels it would not.`
  );
}

function contradiction(from: string, found: Observed, known: Observed): Problem {
  const facts = ({ kind, unit }: Observed): string => `a ${kind} in ${unitText(unit)}`;
  return {
    where: from,
    rule: 'metrics/contradiction',
    found: `'${found.name}' as ${facts(found)}`,
    allowed: `${facts(known)}, as in the source read before`,
    remedy: 'Read sources of one exporter and one version only.',
  };
}
