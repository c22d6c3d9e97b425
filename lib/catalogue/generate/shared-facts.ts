/**
 * What each source shows of the metrics that many exporters share. It is kept per source in `shared.json`, so that a run
 * for one source replaces what that source said and nothing else, in whatever order the sources are read.
 */

import { done, failed, type Outcome, type Problem } from '../../units/problem.ts';
import { sameUnit, unitText } from '../../units/unit.ts';
import { byText, type Entry, listed, valuesOf } from '../definition/entry.ts';
import type { MetricDefinition } from '../metric.ts';
import type { SharedEntry } from '../writer/catalogue-file.ts';

/** Entries by source. */
export type SharedFacts = ReadonlyMap<string, readonly Entry[]>;

/** The text of `shared.json`: one line for each different thing that is said of a metric, and who says it. */
export function factsText(facts: SharedFacts): string {
  const said = new Map<string, string[]>();
  for (const [source, entries] of [...facts].sort(([a], [b]) => byText(a, b))) {
    for (const { kind, definition } of entries) {
      const { name, ...rest } = definition;
      const what = JSON.stringify({ name, kind, ...rest });
      said.set(what, [...(said.get(what) ?? []), source]);
    }
  }
  const lines = [...said]
    .sort(([a], [b]) => byText(a, b))
    .map(([what, from]) => `${what.slice(0, -1)},"from":${JSON.stringify(from)}}`);
  return `[\n${lines.join(',\n')}\n]\n`;
}

/** Reads the text of `shared.json` back. */
export function factsFromText(text: string, path: string): Outcome<SharedFacts> {
  try {
    const rows: readonly (MetricDefinition & Pick<Entry, 'kind'> & { readonly from: readonly string[] })[] =
      JSON.parse(text);
    const facts = new Map<string, Entry[]>();
    for (const { kind, from, ...definition } of rows) {
      for (const source of from) facts.set(source, [...(facts.get(source) ?? []), { kind, definition, shared: true }]);
    }
    return done(facts);
  } catch (error) {
    const found = `a file that cannot be read (${error instanceof Error ? error.message : String(error)})`;
    const remedy = 'Restore it, or delete it and read every source again.';
    return failed({ where: path, rule: 'metrics/shared', found, allowed: 'what this command wrote', remedy });
  }
}

/** The shared metrics of all sources together: label values united, bounds only those that every source has. */
export function unitedFacts(facts: SharedFacts): Outcome<readonly SharedEntry[]> {
  const byName = new Map<string, SharedEntry>();
  const problems: Problem<string>[] = [];
  for (const [source, entries] of [...facts].sort(([a], [b]) => byText(a, b))) {
    for (const entry of entries) {
      const known = byName.get(entry.definition.name);
      if (known !== undefined && !agree(known, entry)) problems.push(contradiction(source, entry, known));
      byName.set(entry.definition.name, known ? unite(known, entry, source) : { ...entry, sources: [source] });
    }
  }
  return problems.length > 0
    ? failed(...problems)
    : done([...byName.values()].sort((a, b) => byText(a.definition.name, b.definition.name)));
}

function agree(a: Entry, b: Entry): boolean {
  return a.kind === b.kind && sameUnit(a.definition.unit, b.definition.unit);
}

function unite(known: SharedEntry, { definition }: Entry, source: string): SharedEntry {
  const { help, labels, series } = known.definition;
  const names = [...new Set([...Object.keys(labels), ...Object.keys(definition.labels)])].sort(byText);
  const bounds = commonBounds(known.definition, definition);
  return {
    ...known,
    sources: [...known.sources, source],
    definition: {
      ...known.definition,
      help: help || definition.help,
      labels: Object.fromEntries(
        names.map((name) => [name, listed([...valuesOf(labels, name), ...valuesOf(definition.labels, name)])]),
      ),
      series: Math.max(series, definition.series),
      ...(bounds && { bounds }),
    },
  };
}

/** A source that showed no series says nothing of bounds. */
function commonBounds(a: MetricDefinition, b: MetricDefinition): readonly number[] | undefined {
  if (a.series === 0 || a.bounds === undefined) return b.bounds;
  if (b.series === 0 || b.bounds === undefined) return a.bounds;
  const others = new Set(b.bounds);
  return a.bounds.filter((bound) => others.has(bound));
}

function contradiction(source: string, { kind, definition }: Entry, known: SharedEntry): Problem<string> {
  return {
    where: `${source}: ${definition.name}`,
    rule: 'metrics/shared',
    found: `a ${kind} in ${unitText(definition.unit)}`,
    allowed: `a ${known.kind} in ${unitText(known.definition.unit)}, as ${known.sources.join(', ')} expose it`,
    remedy: `Correct it in ${source}.overrides.ts, or read the others again.`,
  };
}
