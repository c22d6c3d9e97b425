/** From sources to the texts of the catalogue files. Nothing is written here: a caller writes all of them, or none. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { done, failed, type Outcome, type Problem } from '../../units/problem.ts';
import type { Entry } from '../definition/entry.ts';
import { applyOverrides } from '../overrides/apply.ts';
import type { Reading } from '../reading/reading.ts';
import { canBeShared, sharedFileText, sourceFileText, sourceNameFault } from '../writer/catalogue-file.ts';
import { collect } from './collect.ts';
import { type CatalogueFile, loadOverrides } from './folder.ts';
import { guesses } from './guesses.ts';
import { factsFromText, factsText, type SharedFacts, unitedFacts } from './shared-facts.ts';

export interface Assignment {
  /** The exporter, which names the file. */
  readonly source: string;
  readonly readings: readonly Reading[];
  /** The folder of the catalogue. */
  readonly folder: string;
  readonly targetLabels: readonly string[];
  /** For exporters that do not name theirs. */
  readonly version?: string;
}

export interface Generated {
  readonly files: readonly CatalogueFile[];
  /** Own metrics, and those that went to the shared file. */
  readonly own: number;
  readonly shared: number;
  readonly notices: readonly string[];
}

/** The catalogue file of a source and the shared file with it, or everything that is wrong. */
export async function generate(assignment: Assignment): Promise<Outcome<Generated>> {
  const { source, readings, folder, targetLabels } = assignment;
  const fault = sourceNameFault(source);
  if (fault !== undefined) return failed(badName(source, fault));
  const collected = collect(readings, targetLabels);
  const overrides = await loadOverrides(join(folder, `${source}.overrides.ts`));
  if (!collected.ok || !overrides.ok) return allOf(collected, overrides);
  const corrected = applyOverrides(collected.value.entries, overrides.value);
  const known = readFacts(join(folder, 'shared.json'));
  if (!corrected.ok || !known.ok) return allOf(corrected, known);
  const [own, shared] = split(corrected.value);
  const sharedFiles = textsOfShared(assignment, new Map([...known.value, [source, shared]]));
  if (!sharedFiles.ok) return sharedFiles;
  const version = assignment.version ?? versionOf(readings);
  const text = sourceFileText({ ...assignment, version: version ?? 'unknown', entries: own });
  return done({
    files: [{ path: join(folder, `${source}.ts`), text }, ...sharedFiles.value],
    own: own.length,
    shared: shared.length,
    notices: [...collected.value.notices, ...versionNotice(version), ...guesses(corrected.value, source)],
  });
}

function badName(source: string, fault: string): Problem<string> {
  const remedy = `Call it otherwise, here and in targets.ts: my-${source.replace(/[^a-z0-9]+/gi, '').toLowerCase() || 'exporter'}.`;
  return {
    where: source,
    rule: 'metrics/source-name',
    found: `a name that a source cannot have (${fault})`,
    allowed: 'a name of its own',
    remedy,
  };
}

function split(entries: readonly Entry[]): readonly [own: readonly Entry[], shared: readonly Entry[]] {
  const goesToShared = ({ shared, kind }: Entry): boolean => shared && canBeShared(kind);
  return [entries.filter((entry) => !goesToShared(entry)), entries.filter(goesToShared)];
}

function readFacts(path: string): Outcome<SharedFacts> {
  return existsSync(path) ? factsFromText(readFileSync(path, 'utf8'), path) : done(new Map());
}

/** None where no source shares anything, and none ever did. */
function textsOfShared({ folder }: Assignment, facts: SharedFacts): Outcome<readonly CatalogueFile[]> {
  const united = unitedFacts(facts);
  if (!united.ok) return united;
  const json = join(folder, 'shared.json');
  if (united.value.length === 0 && !existsSync(json)) return done([]);
  return done([
    { path: json, text: factsText(facts) },
    { path: join(folder, 'shared.ts'), text: sharedFileText(united.value) },
  ]);
}

function versionNotice(version: string | undefined): readonly string[] {
  if (version !== undefined) return [];
  return ["The exporter does not say its version: the catalogue says 'unknown'; state it with --version."];
}

/** The problems of all that failed. */
function allOf(...outcomes: readonly Outcome<unknown>[]): Outcome<never> {
  return failed(...outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.problems)));
}

/** Which metric says it, and in which label. */
const SAID_IN: readonly (readonly [metric: RegExp, label: string])[] = [
  [/^(?!go_).*_build_info$/, 'version'],
  [/^cadvisor_version_info$/, 'cadvisorVersion'],
];

/**
 * The exporter's version, without a leading v; undefined where it names none, as those built without link flags do.
 */
export function versionOf(readings: readonly Reading[]): string | undefined {
  const samples = readings.flatMap(({ families }) => families).flatMap(({ samples }) => samples);
  for (const { name, labels } of samples) {
    const label = SAID_IN.find(([metric]) => metric.test(name))?.[1];
    const version = label === undefined ? '' : (labels.get(label) ?? '');
    if (version !== '') return version.replace(/^v(?=\d)/, '');
  }
  return undefined;
}
