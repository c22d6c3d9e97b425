/** Applies overrides to what was read, and reports those that correct nothing. */

import { done, failed, type Outcome, type Problem } from '../../units/problem.ts';
import { isState, sameUnit, type Unit } from '../../units/unit.ts';
import { byText, type Entry, listed, valuesOf } from '../definition/entry.ts';
import type { Guess } from '../definition/observed.ts';
import type { Kind, MetricDefinition } from '../metric.ts';
import { type Addition, type Correction, isAddition, matches, type Overrides } from './overrides.ts';

/** The overrides of a file, and the file for messages. */
export interface OverridesFile {
  readonly path: string;
  readonly text: string;
  readonly overrides: Overrides;
}

type Labels = MetricDefinition['labels'];

const FIELDS = ['kind', 'unit', 'help', 'labels', 'ids', 'shared'] as const;
type Field = (typeof FIELDS)[number];

/** What each field makes of an entry; undefined when it says what was known already. */
const CHANGES: Readonly<Record<Field, (entry: Entry, correction: Correction) => Entry | undefined>> = {
  kind: (entry, { kind = entry.kind }) =>
    kind === entry.kind && !isGuessed(entry, 'kind') ? undefined : settled(ofKind(entry, kind), 'kind'),
  unit: (entry, { unit = entry.definition.unit }) =>
    saysTheSame(unit, entry.definition.unit) && !isGuessed(entry, 'unit')
      ? undefined
      : settled(redefined(entry, { unit }), 'unit'),
  help: (entry, { help = entry.definition.help }) =>
    help === entry.definition.help ? undefined : redefined(entry, { help }),
  labels: (entry, { labels = {} }) => {
    const united = unitedLabels(entry.definition.labels, labels);
    return JSON.stringify(united) === JSON.stringify(entry.definition.labels)
      ? undefined
      : redefined(entry, { labels: united });
  },
  ids: (entry, { ids = [] }) => {
    const { labels } = entry.definition;
    const emptied = ids.filter((label) => valuesOf(labels, label).length > 0);
    const kept = Object.entries(labels).map(
      ([label, values]) => [label, emptied.includes(label) ? [] : values] as const,
    );
    return emptied.length === 0 ? undefined : redefined(entry, { labels: Object.freeze(Object.fromEntries(kept)) });
  },
  shared: (entry) => (entry.shared ? undefined : { ...entry, shared: true }),
};

/** A guess that an override states is none any more, even where it was right. */
function settled(entry: Entry, what: Guess): Entry {
  const { guessed = [], ...rest } = entry;
  const left = guessed.filter((guess) => guess !== what);
  return Object.freeze({ ...rest, ...(left.length > 0 && { guessed: left }) });
}

function isGuessed({ guessed = [] }: Entry, what: Guess): boolean {
  return guessed.includes(what);
}

/** A histogram or a summary of which no bounds were seen has none. */
function ofKind(entry: Entry, kind: Kind): Entry {
  const changed = { ...entry, kind };
  const needsBounds = (kind === 'histogram' || kind === 'summary') && entry.definition.bounds === undefined;
  return needsBounds ? redefined(changed, { bounds: [] }) : changed;
}

/** The entries with all overrides applied, or every override that is wrong. */
export function applyOverrides(entries: readonly Entry[], file: OverridesFile): Outcome<readonly Entry[]> {
  const problems: Problem<string>[] = [];
  let current = entries;
  for (const [key, override] of Object.entries(file.overrides).sort(generalFirst)) {
    const step = isAddition(override) ? added(current, key, override) : corrected(current, key, override);
    if (step.found !== undefined) problems.push(problem(file, key, step.found, step.remedy));
    current = step.entries;
  }
  return problems.length > 0 ? failed(...problems) : done(current);
}

interface Step {
  readonly entries: readonly Entry[];
  readonly found?: string;
  readonly remedy?: string;
}

function corrected(entries: readonly Entry[], key: string, correction: Correction): Step {
  const matched = entries.filter(({ definition }) => matches(key, definition.name));
  if (matched.length === 0) {
    const remedy = `Remove it, or correct its name${suggestion(entries, key)}.`;
    return { entries, found: `'${key}', which matches no metric`, remedy };
  }
  const stated = FIELDS.filter((field) => correction[field] !== undefined);
  if (stated.length === 0) return { entries, found: `'${key}', which states nothing`, remedy: 'Remove the entry.' };
  const change = (entry: Entry): Entry =>
    stated.reduce((changed, field) => CHANGES[field](changed, correction) ?? changed, entry);
  const next = entries.map((entry) => (matched.includes(entry) ? change(entry) : entry));
  const idle = stated.filter((field) => matched.every((entry) => CHANGES[field](entry, correction) === undefined));
  const absent = (correction.ids ?? []).find((label) => !matched.some((entry) => hasLabel(entry, label)));
  if (idle.length === 0 && absent !== undefined) {
    const remedy = 'Remove it, or correct its name.';
    return { entries: next, found: `'${key}', whose ids name '${absent}', a label that no metric of it has`, remedy };
  }
  if (idle.length === 0) return { entries: next };
  const known = `${idle.join(' and ')} ${idle.length === 1 ? 'is' : 'are'} known already`;
  return { entries: next, found: `'${key}', whose ${known}`, remedy: `Remove ${idle.join(' and ')}.` };
}

function hasLabel({ definition }: Entry, label: string): boolean {
  return Object.hasOwn(definition.labels, label);
}

function added(entries: readonly Entry[], name: string, { add, reason: _, ...facts }: Addition): Step {
  if (entries.some(({ definition }) => definition.name === name)) {
    return {
      entries,
      found: `'${name}' added, which the scrape has`,
      remedy: 'Remove it, or turn it into a correction.',
    };
  }
  const definition = Object.freeze({ name, ...facts, series: 0, labels: unitedLabels({}, facts.labels) });
  return { entries: [...entries, Object.freeze({ kind: add, definition, shared: false })] };
}

function problem({ path, text }: OverridesFile, key: string, found: string, remedy = ''): Problem<string> {
  const names = (line: string): boolean => line.split(/[^\w:.*]+|:(?=\s|$)/).includes(key);
  const line = text.split('\n').findIndex(names) + 1;
  const where = line > 0 ? `${path}:${line}` : path;
  return { where, rule: 'metrics/override', found, allowed: 'an override that corrects something', remedy };
}

/** Patterns by length, then names: what comes later is more particular. */
function generalFirst([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return Number(b.endsWith('*')) - Number(a.endsWith('*')) || a.length - b.length || byText(a, b);
}

function redefined(entry: Entry, change: Partial<MetricDefinition>): Entry {
  return Object.freeze({ ...entry, definition: Object.freeze({ ...entry.definition, ...change }) });
}

function unitedLabels(a: Labels, b: Labels): Labels {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort(byText);
  return Object.freeze(
    Object.fromEntries(names.map((name) => [name, listed([...valuesOf(a, name), ...valuesOf(b, name)])])),
  );
}

function saysTheSame(a: Unit, b: Unit): boolean {
  if (!sameUnit(a, b)) return false;
  return JSON.stringify(isState(a) && a.states) === JSON.stringify(isState(b) && b.states);
}

/** The metric that starts most like the key, when half of the key is right. */
function suggestion(entries: readonly Entry[], key: string): string {
  const ranked = entries
    .map(({ definition: { name } }) => ({ name, common: commonLength(name, key) }))
    .filter(({ common }) => common > key.length / 2)
    .sort((a, b) => b.common - a.common || byText(a.name, b.name));
  return ranked[0] === undefined ? '' : `; the nearest is ${ranked[0].name}`;
}

function commonLength(a: string, b: string): number {
  const differs = [...a].findIndex((char, index) => char !== b[index]);
  return differs < 0 ? a.length : differs;
}
