/**
 * Who reads what: the panels, alerts, rules and runbooks of the side as it is now, files that did not change among
 * them. Those are only looked into when somebody asks, and only parsed where the name stands in their text.
 */
import { fileReader } from '../read/read.ts';
import {
  type AnyRecord,
  type Contents,
  type DashboardRecord,
  type ModelRecord,
  type RuleRecord,
  recordsOf,
} from '../read/records.ts';
import type { Side } from '../read/side.ts';
import type { Touched } from './finding.ts';

/** Both sides of what a differ compares: only files that differ. */
export interface Sides {
  readonly before: Contents;
  readonly after: Contents;
}

/** A record that has a name in one of its texts. */
export type Reading =
  | { readonly what: 'panel'; readonly dashboard: DashboardRecord; readonly panel: DashboardRecord['panels'][number] }
  | { readonly what: 'rule'; readonly rule: RuleRecord };

/** Looks up readers on one side. */
export interface Readers {
  /** Panels and rules that read a series of this name themselves. */
  readonly direct: (name: string) => readonly Reading[];
  /** All that read it, through recording rules too. */
  readonly all: (name: string) => readonly Touched[];
  /** What the builds of this side say of themselves. */
  readonly models: () => readonly ModelRecord[];
  /** Records of files whose texts have all of these in them. */
  readonly mentioning: (...texts: readonly string[]) => readonly AnyRecord[];
}

const LOOKED_INTO = /\.(?:json|ya?ml|rules|md)$/;
const MODEL = /(?:^|\/)model\.json$/;
/** A copy of every expression; who reads what is read from the files themselves. */
const DERIVED = /(?:^|\/)(?:model\.json|README\.md)$/;

/**
 * The readers of a side.
 *
 * @param changed the files of it that were read already
 */
export function readersOf(side: Side, changed: Contents): Readers {
  const read = new Set([
    ...changed.records.map(({ place }) => place.file),
    ...changed.problems.map(({ place, where }) => place?.file ?? where),
  ]);
  const filesIn = fileReader();
  let others: ReadonlyMap<string, string> | undefined;
  const parsed = new Map<string, readonly AnyRecord[]>();
  const unchanged = (): ReadonlyMap<string, string> => {
    const paths = [...side.hashes.keys()].filter(
      (path) => LOOKED_INTO.test(path) && !DERIVED.test(path) && (path.endsWith('.md') || !read.has(path)),
    );
    others ??= side.read(paths);
    return others;
  };
  const recordsIn = (path: string, text: string): readonly AnyRecord[] => {
    const known = parsed.get(path) ?? filesIn(new Map([[path, text]])).records;
    parsed.set(path, known);
    return known;
  };
  const mentioning: Readers['mentioning'] = (...texts) => [
    ...changed.records.filter(({ kind, place }) => kind !== 'file' && !DERIVED.test(place.file)),
    ...[...unchanged()]
      .filter(([, text]) => texts.every((each) => text.includes(each)))
      .flatMap(([path, text]) => recordsIn(path, text)),
  ];
  const direct: Readers['direct'] = (name) => mentioning(name).flatMap((record) => readings(record, name));
  let built: readonly ModelRecord[] | undefined;
  const models = (): readonly ModelRecord[] => {
    const paths = [...side.hashes.keys()].filter((path) => MODEL.test(path));
    built ??= recordsOf(filesIn(side.read(paths)), 'model');
    return built;
  };
  return { mentioning, direct, models, all: (name) => allReaders(name, { direct, mentioning, models }) };
}

/** Whether a query reads a series of this name. */
export function readsName(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!isNamePart(text[at - 1]) && !isNamePart(text[at + name.length])) return true;
  }
  return false;
}

function isNamePart(character: string | undefined): boolean {
  return character !== undefined && /[\w:]/.test(character);
}

function readings(record: AnyRecord, name: string): readonly Reading[] {
  if (record.kind === 'rule') return readsName(record.expr, name) ? [{ what: 'rule', rule: record }] : [];
  if (record.kind !== 'dashboard') return [];
  return record.panels
    .filter(({ queries }) => queries.some(({ text }) => readsName(text, name)))
    .map((panel) => ({ what: 'panel', dashboard: record, panel }));
}

type Lookup = Pick<Readers, 'direct' | 'mentioning' | 'models'>;

/** Recording rules lead on, each once. */
function allReaders(name: string, { direct, mentioning, models }: Lookup): readonly Touched[] {
  const found = new Map<string, Touched>();
  const seen = new Set([name]);
  const waiting: { readonly name: string; readonly via: readonly string[] }[] = [{ name, via: [] }];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    for (const reading of direct(next.name)) {
      const touched = touchedBy(reading, next.via);
      const key = `${touched.what} ${touched.name}`;
      if (!found.has(key)) found.set(key, touched);
      if (touched.what !== 'recording rule' || seen.has(touched.name)) continue;
      seen.add(touched.name);
      waiting.push({ name: touched.name, via: [touched.name, ...next.via] });
    }
  }
  return Object.freeze([...found.values(), ...objectives([...seen], models()), ...runbooks(name, mentioning)]);
}

/** Who it is, as a finding names it. */
export function touchedBy(reading: Reading, via: readonly string[]): Touched {
  if (reading.what === 'rule') {
    const { does, name, place } = reading.rule;
    return Object.freeze({ what: does === 'alert' ? 'alert' : 'recording rule', name, file: place.file, via });
  }
  const { dashboard, panel } = reading;
  return Object.freeze({ what: 'panel', name: `${dashboard.title} / ${panel.title}`, file: dashboard.place.file, via });
}

function runbooks(name: string, mentioning: Readers['mentioning']): readonly Touched[] {
  return mentioning(name)
    .filter(({ kind, place }) => kind === 'file' && /(?:^|\/)runbooks\/.*\.md$/.test(place.file))
    .map(({ place }) => Object.freeze({ what: 'runbook', name: place.file, file: place.file, via: [] }));
}

/** Objectives that are worked out from one of the recording rules. */
function objectives(names: readonly string[], models: readonly ModelRecord[]): readonly Touched[] {
  const found = models.flatMap(({ place, objectives: all, recorded }) => {
    const signals = new Set(names.map((name) => recorded.get(name)));
    return all
      .filter(({ signals: own }) => own.some((signal) => signals.has(signal)))
      .map(
        ({ name }) => [name, Object.freeze({ what: 'objective', name, file: place.file, via: [] } as const)] as const,
      );
  });
  return [...new Map(found).values()];
}
