/** Puts samples and descriptions together to families, as Prometheus' API does: by name, whatever the order of the lines. */
import { type ExposedKind, type Family, memberNames, type Note, type Sample } from './family.ts';
import type { Meta } from './meta.ts';
import { familyNotes } from './notes.ts';

/** A family while it is read. */
interface Growing {
  readonly name: string;
  kind: ExposedKind;
  /** The line of TYPE, or 0. */
  typed: number;
  help: string | undefined;
  unit: string | undefined;
  readonly samples: Sample[];
  /** Of the first line that is about it. */
  line: number;
}

interface Placed {
  readonly sample: Sample;
  readonly line: number;
}

const SUFFIX = /_(?:bucket|sum|count|total|created|gsum|gcount|info)$/;

/** What one exposition says, line by line. */
export class Collector {
  readonly #families = new Map<string, Growing>();
  readonly #samples: Placed[] = [];
  /** The line of each series, by what Prometheus knows it by. */
  readonly #seen = new Map<string, number>();
  readonly #notes: Note[] = [];
  /** Of which kind the last TYPE was: its bounds Prometheus writes in one way. */
  #lastKind: ExposedKind = 'untyped';

  note(line: number, says: string): void {
    this.#notes.push(Object.freeze({ line, says }));
  }

  describe(meta: Exclude<Meta, { readonly is: 'end' | 'cut' | 'comment' }>, line: number): void {
    const family = this.#open(meta.name, line);
    if (meta.is === 'help') family.help = meta.text;
    if (meta.is === 'unit') family.unit = meta.unit;
    if (meta.is !== 'type') return;
    if (family.typed > 0 && family.kind !== meta.kind) {
      this.note(line, `a second TYPE of '${meta.name}': Prometheus forgets the first, of line ${family.typed}`);
    }
    family.kind = meta.kind;
    family.typed = line;
    this.#lastKind = meta.kind;
  }

  /** A series that is there already, without a time of its own, is left out: Prometheus keeps the first. */
  add(sample: Sample, line: number): void {
    const key = seriesKey(sample, this.#lastKind);
    const first = this.#seen.get(key);
    if (first !== undefined && sample.timestamp === undefined) {
      this.note(
        line,
        `'${sample.name}' is there already with the same labels, in line ${first}, whose value Prometheus keeps`,
      );
      return;
    }
    this.#seen.set(key, first ?? line);
    this.#samples.push({ sample, line });
  }

  /** The families in the order of their first line, and what a person should know of them. */
  result(): { readonly families: readonly Family[]; readonly notes: readonly Note[] } {
    for (const { sample, line } of this.#samples) {
      const family = this.#ownerOf(sample.name) ?? this.#open(sample.name, line);
      family.samples.push(sample);
      family.line = Math.min(family.line, line);
    }
    this.#samples.length = 0;
    const all = [...this.#families.values()].sort((a, b) => a.line - b.line);
    const lost = all.flatMap((family) =>
      familyNotes(frozen(family)).map((says) => Object.freeze({ line: family.typed || family.line, says })),
    );
    for (const family of all.filter(isMistyped)) family.kind = 'untyped';
    const notes = Object.freeze([...this.#notes, ...lost].sort(byLine));
    return { families: Object.freeze(all.map(frozen)), notes };
  }

  #open(name: string, line: number): Growing {
    const known = this.#families.get(name);
    if (known !== undefined) return known;
    const family: Growing = { name, kind: 'untyped', typed: 0, help: undefined, unit: undefined, samples: [], line };
    this.#families.set(name, family);
    return family;
  }

  #ownerOf(name: string): Growing | undefined {
    const base = name.replace(SUFFIX, '');
    const candidates = [this.#families.get(name), this.#families.get(base)];
    return candidates.find((family) => family !== undefined && memberNames(family).includes(name));
  }
}

/** What is typed as a histogram and is one plain number is none: a native one has no words in the text formats. */
function isMistyped({ name, kind, samples }: Growing): boolean {
  return kind === 'histogram' && samples.length > 0 && samples.every((sample) => sample.name === name);
}

function byLine(a: Note, b: Note): number {
  return a.line - b.line;
}

/** The label whose value Prometheus writes in one way, whatever the exporter's: `1` and `1.0` are one bound. */
const BOUND_LABEL: Readonly<Partial<Record<ExposedKind, string>>> = { histogram: 'le', summary: 'quantile' };

function seriesKey({ name, labels }: Sample, kind: ExposedKind): string {
  const bound = BOUND_LABEL[kind];
  const kept = [...labels].filter(([, value]) => value !== '');
  const pairs = kept.map(([label, value]) => [label, label === bound ? normalBound(value) : value]);
  return JSON.stringify([name, ...pairs.sort(([a = ''], [b = '']) => (a < b ? -1 : Number(a > b)))]);
}

function normalBound(value: string): string {
  const number = Number(value);
  return value.trim() === '' || Number.isNaN(number) ? value : String(number);
}

function frozen({ name, kind, help, unit, samples }: Growing): Family {
  return Object.freeze({
    name,
    kind,
    help: help ?? '',
    ...(unit !== undefined && unit !== '' && { unit }),
    samples: Object.freeze(samples),
  });
}
