/**
 * The configurations of Loki, Alloy, blackbox_exporter and Grafana before and after: what a change means, where it means
 * something, and every other setting by its path.
 */
import { recordsOf } from '../../read/records.ts';
import type { PartRecord, SettingsOwner, SettingsRecord } from '../../read/server-records.ts';
import { detailOf, differingSettings, saysAll } from '../detail.ts';
import { type Finding, type FindingInput, finding, type Subject } from '../finding.ts';
import type { Kind } from '../kinds.ts';
import { matched, type Pair } from '../match.ts';
import type { Readers, Sides } from '../readers.ts';
import { listed, quoted, short } from '../words.ts';
import { ALLOY, collects, steps } from './alloy.ts';
import { BLACKBOX } from './blackbox.ts';
import { askersOf, GRAFANA, lostUid } from './grafana.ts';
import { LOKI } from './loki.ts';
import { settingOf, type Watcher } from './meaning.ts';

const WATCHERS: Readonly<Record<SettingsOwner, readonly Watcher[]>> = {
  Loki: LOKI,
  Alloy: ALLOY,
  blackbox_exporter: BLACKBOX,
  Grafana: GRAFANA,
};

/** What changed in configurations, with who asks a data source that is lost. */
export function settingsFindings({ before, after }: Sides, readers: Readers): readonly Finding[] {
  const { pairs, added, removed } = matched(recordsOf(before, 'settings'), recordsOf(after, 'settings'), [
    ({ of, place }) => JSON.stringify([of, place.file, place.inside]),
    ({ of, parts }) => JSON.stringify([of, parts.map(({ what, name }) => [what, name])]),
  ]);
  return [
    ...added.flatMap((each) => ofFile(each, { before: { ...each, parts: [] }, after: each }, 'is new', readers)),
    ...removed.flatMap((each) => ofFile(each, { before: each, after: { ...each, parts: [] } }, 'is removed', readers)),
    ...pairs.flatMap((pair) => partFindings(pair, readers)),
  ];
}

/** A whole file that came or went: what it takes with it is told as of its parts. */
function ofFile(
  record: SettingsRecord,
  pair: Pair<SettingsRecord>,
  what: string,
  readers: Readers,
): readonly Finding[] {
  const { of, place } = record;
  const sentence = `The configuration of ${of} ${what}.`;
  const subject = { what: 'file', name: place.file, place } as const;
  const dangers = partFindings(pair, readers).filter(({ rank }) => rank === 'danger');
  return [...dangers, finding({ kind: 'server-settings', subject, sentence })];
}

function partFindings({ before, after }: Pair<SettingsRecord>, readers: Readers): readonly Finding[] {
  const { of } = after;
  const { pairs, added, removed } = matched(before.parts, after.parts, [
    ({ what, name }) => JSON.stringify([what, name]),
    (part) => (settingOf(part, 'uid') === undefined ? undefined : JSON.stringify([part.what, settingOf(part, 'uid')])),
  ]);
  return [
    ...removed.filter(({ what }) => what !== '').map((each) => gone(each, of, readers)),
    ...added.filter(({ what }) => what !== '').map((each) => come(each, of)),
    ...pairs.flatMap((pair) => changes(pair, of, readers)),
  ];
}

const subjectOf = ({ what, name, place }: PartRecord, of: SettingsOwner, part?: string): Subject => ({
  what: 'service',
  name: name === '' ? of : name,
  ...(what !== '' && { within: `${of}, ${what}` }),
  place,
  ...(part !== undefined && { part }),
});

/** How a sentence begins. What a component is, its name says. */
function called({ what, name }: PartRecord, of: SettingsOwner): string {
  if (what === '') return of;
  return what === 'component' ? `Alloy's ${short(name)}` : `The ${what} ${quoted(name)}`;
}

/** What is lost with a part; any other is a setting less. */
const LOST: Readonly<Record<string, readonly [Kind, string]>> = {
  module: ['module-removed', 'is removed: every probe with it fails'],
  'data source': ['datasource-lost', 'is removed: what asks it shows an error'],
  'dashboard provider': ['provisioning-lost', 'is removed: its dashboards are no longer loaded'],
  'contact point': ['receiver-changed', 'is removed'],
  'alert rule': ['alert-removed', 'is removed: nobody is told of it any longer'],
};

function gone(part: PartRecord, of: SettingsOwner, readers: Readers): Finding {
  const [kind, says] = LOST[part.what] ?? [
    collects(part.name) ? 'collection-lost' : 'server-settings',
    collects(part.name) ? 'is removed, and what it collected or passed on with it' : 'is removed',
  ];
  const uid = lostUid(part);
  const touches = uid === undefined ? [] : askersOf(uid, readers);
  return finding({ kind, subject: subjectOf(part, of), sentence: `${called(part, of)} ${says}.`, touches });
}

function come(part: PartRecord, of: SettingsOwner): Finding {
  const kind = part.what === 'alert rule' ? 'alert-added' : 'server-settings';
  return finding({ kind, subject: subjectOf(part, of), sentence: `${called(part, of)} is new.` });
}

function changes(pair: Pair<PartRecord>, of: SettingsOwner, readers: Readers): readonly Finding[] {
  const { before, after } = pair;
  const name = called(after, of);
  const meanings = WATCHERS[of].flatMap((watcher) => watcher(pair));
  const uid = lostUid(before, after);
  const touches = uid === undefined ? [] : askersOf(uid, readers);
  const told = meanings.map(({ kind, says, about }, index) =>
    finding({
      kind,
      subject: subjectOf(after, of, about.join() || String(index)),
      sentence: `${name} ${says}.`,
      details: about.flatMap((path) => detailsAt(pair, path)),
      ...(kind === 'datasource-lost' && { touches }),
    }),
  );
  const known = new Set(meanings.flatMap(({ about }) => about));
  return [...told, ...others(pair, of, known)];
}

/** The values of a setting on both sides, where it is no step that the sentence itself quotes. */
function detailsAt({ before, after }: Pair<PartRecord>, path: string): NonNullable<FindingInput['details']> {
  const [was, is] = [before.values.get(path), after.values.get(path)];
  return was === is || /hidden \(/.test(`${was}${is}`) ? [] : [detailOf(path, was, is)];
}

/** Every setting of which nothing was said. */
function others(pair: Pair<PartRecord>, of: SettingsOwner, known: ReadonlySet<string>): readonly Finding[] {
  const { before, after } = pair;
  const { come, gone } = steps(pair);
  const [newSteps, oldSteps] = [come, gone].map((all) => all.filter(({ text }) => !known.has(text)));
  const edited = matched(oldSteps ?? [], newSteps ?? [], [({ name }) => name]);
  const details = [
    ...differingSettings(before.values, after.values).filter(({ what }) => !known.has(what)),
    ...edited.pairs.flatMap(({ before: was, after: is }) =>
      differingSettings(was.values, is.values).map((each) => ({ ...each, what: `${is.name}.${each.what}` })),
    ),
  ];
  const isReordered =
    come.length + gone.length === 0 && before.steps.some(({ text }, at) => after.steps[at]?.text !== text);
  const words = [
    ...(before.name === after.name ? [] : [`was called ${quoted(before.name)}`]),
    ...(details.length === 0 ? [] : [saysAll(details)]),
    ...edited.added.map(({ text }) => `new ${short(text)}`),
    ...edited.removed.map(({ text }) => `no longer ${short(text)}`),
    ...(isReordered ? ['its blocks stand in another order'] : []),
  ];
  if (words.length === 0) return [];
  const subject = subjectOf(after, of, 'settings');
  return [
    finding({ kind: kindOfOthers(after), subject, sentence: `${called(after, of)}: ${listed(words)}.`, details }),
  ];
}

/** What is told of an alert or of who is told of it stands with the alerts. */
function kindOfOthers({ what }: PartRecord): Kind {
  if (what === 'alert rule') return 'alert-expression';
  if (what === 'contact point') return 'receiver-changed';
  return what === 'mute timing' ? 'alert-hours' : 'server-settings';
}
