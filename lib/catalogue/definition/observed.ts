/**
 * What scrapes show of a metric: families cut up and named as PromQL names them, with the labels, values and buckets
 * that were seen. Observations of one metric from several scrapes can be united; a definition is the end of it.
 */
import { sameUnit, state, timestamp, type Unit } from '../../units/unit.ts';
import {
  type ExposedKind,
  type Family,
  type Format,
  memberNames,
  type Sample,
  suffixes,
} from '../exposition/family.ts';
import type { Kind } from '../metric.ts';
import { isGuess, unitOfName, unitOfWord } from './unit-of-name.ts';

export interface Observed {
  readonly name: string;
  readonly kind: Kind;
  readonly help: string;
  readonly unit: Unit;
  readonly labels: ReadonlyMap<string, ReadonlySet<string>>;
  /** One text per series that Prometheus would store. */
  readonly series: ReadonlySet<string>;
  readonly bounds?: readonly number[];
  /** What the scrape does not say, and the name or the shape had to. */
  readonly guessed: readonly Guess[];
}

/** Something that is only likely. */
export type Guess = 'kind' | 'unit';

/** The label that sets a bucket's bound or a quantile, which is no label of the whole. */
const BOUND_LABEL: Readonly<Partial<Record<ExposedKind, string>>> = { histogram: 'le', summary: 'quantile' };

/** The metrics of a family: `redis_commands_total` and, where OpenMetrics tells it, `redis_commands_created`. */
export function observe(family: Family, format: Format): readonly Observed[] {
  const boundLabel = BOUND_LABEL[family.kind];
  const created = family.samples.filter((sample) => isCreated(sample, family));
  const samples = family.samples.filter((sample) => !isCreated(sample, family));
  const main = boundLabel ? [observeBounded(family, samples, boundLabel)] : observePlain(family, samples, format);
  if (created.length === 0) return main;
  const help = `When ${family.name} began to count.`;
  const name = created[0]?.name ?? '';
  return [...main, { ...seen(created), name, kind: 'gauge', help, unit: timestamp, guessed: [] }];
}

const CREATED = /_created$/;

function isCreated({ name }: Sample, family: Family): boolean {
  if (family.kind === 'gauge' || family.kind === 'untyped' || !CREATED.test(name)) return false;
  return name !== family.name && memberNames(family).includes(name);
}

function observeBounded(family: Family, samples: readonly Sample[], label: string): Observed {
  const bounds = boundsOf(samples, label);
  const kind = kindOf(family, family.name, bounds);
  const unit = unitOf(family, family.name, kind);
  const { labels, series } = seen(samples);
  const own = new Map([...labels].filter(([name]) => name !== label));
  return {
    name: family.name,
    kind,
    help: family.help,
    unit,
    labels: own,
    series,
    guessed: [...(isLikelyNative(kind, family) ? (['kind'] as const) : []), ...guessedUnit(family, family.name, kind)],
    ...(kind !== 'native histogram' && { bounds }),
  };
}

/** Its series have the family's own name where Prometheus says that it is a native one; else its one bucket is the sign. */
function isLikelyNative(kind: Kind, { name, samples }: Family): boolean {
  return kind === 'native histogram' && samples.every((sample) => sample.name !== name);
}

function guessedUnit({ kind: exposed, unit }: Family, name: string, kind: Kind): readonly Guess[] {
  return exposed !== 'stateset' && !unit && isGuess(name, kind) ? ['unit'] : [];
}

/** One metric per sample name; a family without samples still has its main one. */
function observePlain(family: Family, samples: readonly Sample[], format: Format): readonly Observed[] {
  const names = new Set(samples.map((sample) => sample.name));
  if (names.size === 0) names.add(family.name + (suffixes[format][family.kind][0] ?? ''));
  return [...names].map((name) => {
    const kind = kindOf(family, name, []);
    const unit = unitOf(family, name, kind);
    const guessed = guessedUnit(family, name, kind);
    return { ...seen(samples.filter((sample) => sample.name === name)), name, kind, help: family.help, unit, guessed };
  });
}

function unitOf({ kind: exposed, unit }: Family, name: string, kind: Kind): Unit {
  if (exposed === 'stateset') return state({ 0: 'No', 1: 'Yes' });
  return unit ? unitOfWord(unit) : unitOfName(name, kind);
}

/** A histogram of nothing but +Inf is likely a native one: the text formats have no words for its buckets. */
function kindOf({ kind, samples }: Family, name: string, bounds: readonly number[]): Kind {
  if (kind === 'histogram') return bounds.length === 0 && samples.some(isWhole) ? 'native histogram' : 'histogram';
  if (kind === 'counter' || kind === 'summary') return kind;
  if (kind === 'info' || name.endsWith('_info')) return 'info';
  return kind === 'untyped' ? 'untyped' : 'gauge';
}

/** Not a bucket, or the one that holds everything. */
function isWhole({ name, labels }: Sample): boolean {
  return !name.endsWith('_bucket') || labels.get('le') === '+Inf';
}

function seen(samples: readonly Sample[]): Pick<Observed, 'labels' | 'series'> {
  const labels = new Map<string, Set<string>>();
  const series = new Set<string>();
  for (const sample of samples) {
    // An empty label and a missing one are the same to Prometheus.
    const filled = [...sample.labels].filter(([, value]) => value !== '');
    series.add(JSON.stringify([sample.name, ...filled.sort()]));
    for (const [label, value] of sample.labels) labels.set(label, (labels.get(label) ?? new Set()).add(value));
  }
  return { labels, series };
}

/** All bounds that were seen: some exporters leave buckets out that hold nothing. */
function boundsOf(samples: readonly Sample[], label: string): readonly number[] {
  const texts = new Set(samples.map(({ labels }) => labels.get(label) ?? ''));
  return ascending(
    [...texts]
      .filter((text) => text.trim() !== '')
      .map(Number)
      .filter(Number.isFinite),
  );
}

/** Numbers in order, each once: `1` and `1.0` are one bound. */
function ascending(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** The same metric from two scrapes, or undefined where kind or unit differ. */
export function unite(a: Observed, b: Observed): Observed | undefined {
  const silent = [a, b].find((one) => one.series.size === 0);
  if (silent) return silent === a ? { ...b, help: b.help || a.help } : { ...a, help: a.help || b.help };
  if (a.kind !== b.kind || !sameUnit(a.unit, b.unit)) return undefined;
  const names = [...new Set([...a.labels.keys(), ...b.labels.keys()])];
  const values = (label: string) => new Set([...(a.labels.get(label) ?? []), ...(b.labels.get(label) ?? [])]);
  return {
    ...a,
    help: a.help || b.help,
    labels: new Map(names.map((label) => [label, values(label)])),
    series: new Set([...a.series, ...b.series]),
    guessed: a.guessed.filter((guess) => b.guessed.includes(guess)),
    ...(a.bounds && b.bounds && { bounds: ascending([...a.bounds, ...b.bounds]) }),
  };
}
