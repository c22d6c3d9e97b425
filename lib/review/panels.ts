/** The panels of a dashboard before and after: which is which, what changed in each, and what many have in common. */
import type { DashboardRecord, PanelRecord } from '../read/records.ts';
import { type Finding, finding, type Subject } from './finding.ts';
import { KINDS } from './kinds.ts';
import { groupedBy, matched, type Pair, type Sign } from './match.ts';
import type { PanelChange } from './panel-change.ts';
import { FACETS } from './panel-facets.ts';
import { layoutFindings } from './panel-layout.ts';
import { heirsOf, rowFindings } from './rows.ts';
import { panelSubject, subjectOf } from './subjects.ts';
import { counted, listed, quoted, short } from './words.ts';

const asked = ({ queries }: PanelRecord): string => queries.map(({ text }) => text).join('\n');
const hasQueries = (panel: PanelRecord): boolean => panel.queries.length > 0;

/**
 * A number alone is the weakest sign but one: many tools count panels from the top, so that one panel more gives every
 * other another number.
 */
const SIGNS: readonly Sign<PanelRecord>[] = [
  (panel) => JSON.stringify([panel.id, panel.title, panel.type, asked(panel)]),
  (panel) => JSON.stringify([panel.title, panel.type, asked(panel)]),
  (panel) => (panel.title === '' ? undefined : JSON.stringify([panel.id, panel.title])),
  (panel) => (hasQueries(panel) ? JSON.stringify([panel.id, asked(panel)]) : undefined),
  (panel) => (hasQueries(panel) ? JSON.stringify([panel.type, asked(panel)]) : undefined),
  (panel) => (panel.title === '' ? undefined : JSON.stringify([panel.title, panel.row, panel.type])),
  (panel) => (panel.title === '' ? undefined : JSON.stringify([panel.title, panel.type])),
  (panel) => (hasQueries(panel) ? asked(panel) : undefined),
  (panel) => (panel.title === '' ? undefined : panel.title),
  (panel) => (panel.id === '' ? undefined : JSON.stringify([panel.id, panel.type])),
];

/** What happened to the panels of a dashboard. `isUpgrade`: a newer version of Grafana wrote it. */
export function panelFindings(
  { before, after }: Pair<DashboardRecord>,
  { isUpgrade }: { readonly isUpgrade: boolean },
): readonly Finding[] {
  const { pairs, added, removed } = matched(before.panels, after.panels, SIGNS);
  const names = new Set(after.variables.map(({ name }) => name));
  const lostVariables = before.variables.map(({ name }) => name).filter((name) => !names.has(name));
  const context = { isUpgrade, lostVariables };
  const changes = pairs.flatMap((pair) =>
    FACETS.flatMap((facet) => facet({ ...pair, ...context }).map((change) => ({ panel: pair.after, change }))),
  );
  const heirs = heirsOf({ before, after }, pairs);
  const from = splitFrom(added, [...pairs, ...removed.map((panel) => ({ before: panel, after: undefined }))]);
  const sources = new Set(from.values());
  return [
    ...removed.filter((panel) => !sources.has(panel)).map((panel) => gone(before, panel)),
    ...added.filter((panel) => !from.has(panel)).map((panel) => come(after, panel)),
    ...[...sources].map((panel) =>
      split(after, panel, { into: added.filter((each) => from.get(each) === panel), isLeft: !removed.includes(panel) }),
    ),
    ...collapsed(after, changes),
    ...renumbered(after, pairs),
    ...rowFindings({ before, after }, heirs),
    ...layoutFindings(after, pairs, { heirs, othersCameOrWent: added.length + removed.length > 0 }),
  ];
}

function gone(dashboard: DashboardRecord, panel: PanelRecord): Finding {
  const row = panel.row === '' ? '' : ` from ${quoted(panel.row)}`;
  return finding({
    kind: 'panel-removed',
    subject: panelSubject(dashboard, panel),
    sentence: `${quoted(panel.title)} is removed${row}.`,
    details: panel.queries.map(({ refId, text }) => ({ what: `query ${refId}`, before: text })),
  });
}

function come(dashboard: DashboardRecord, panel: PanelRecord): Finding {
  const row = panel.row === '' ? '' : ` in ${quoted(panel.row)}`;
  const lost = missing(dashboard, panel);
  const details = panel.queries.map(({ refId, text }) => ({ what: `query ${refId}`, after: text }));
  const subject = panelSubject(dashboard, panel);
  if (lost.length > 0) {
    const sentence = `${quoted(panel.title)} is new${row}, and reads ${listed(lost)}, which the dashboard does not have: it shows nothing.`;
    return finding({ kind: 'panel-empty', subject, sentence, details });
  }
  return finding({
    kind: 'panel-added',
    subject,
    sentence: `${quoted(panel.title)} is new${row}, a ${short(panel.type)}.`,
    details,
  });
}

/** Queries of one panel that now stand on others; `isLeft`: with the rest of its queries it is still there. */
function split(
  dashboard: DashboardRecord,
  panel: PanelRecord,
  { into, isLeft }: { readonly into: readonly PanelRecord[]; readonly isLeft: boolean },
): Finding {
  const titles = listed(into.map(({ title }) => quoted(title)));
  const verb = into.length === 1 ? 'is' : 'are';
  const sentence = isLeft
    ? `${titles} ${verb} split off from ${quoted(panel.title)}, with queries that stood there.`
    : `${quoted(panel.title)} is split into ${titles}, with the same queries.`;
  return finding({ kind: 'panel-split', subject: panelSubject(dashboard, panel), sentence });
}

/** Names that a query has for variables. */
const VARIABLE = /\$\{?(\w+)|\[\[(\w+)/g;

/** Variables that a new panel reads and its dashboard lacks; Grafana's own begin with two underscores. */
function missing({ variables }: DashboardRecord, { queries, repeat }: PanelRecord): readonly string[] {
  if (variables.length === 0) return [];
  const texts = queries.filter(({ language }) => language !== 'other').map(({ text }) => text);
  const names = texts.flatMap((text) => [...text.matchAll(VARIABLE)].map(([, plain, old]) => plain ?? old ?? ''));
  const known = new Set([...variables.map(({ name }) => name), repeat]);
  return [...new Set(names)]
    .filter((name) => !name.startsWith('__') && !/^\d/.test(name) && !known.has(name))
    .map((name) => `$${name}`);
}

/** New panels all of whose queries stood on one panel before, by that panel. */
function splitFrom(
  added: readonly PanelRecord[],
  all: readonly { readonly before: PanelRecord; readonly after: PanelRecord | undefined }[],
): ReadonlyMap<PanelRecord, PanelRecord> {
  const owners = new Map<string, PanelRecord>();
  for (const { before, after } of all) {
    const kept = new Set(after?.queries.map(({ text }) => text));
    for (const { text } of before.queries) if (!kept.has(text)) owners.set(text, before);
  }
  return new Map(
    added.flatMap((panel): [PanelRecord, PanelRecord][] => {
      const [first, ...others] = [...new Set(panel.queries.map(({ text }) => owners.get(text)))];
      return first === undefined || others.length > 0 ? [] : [[panel, first]];
    }),
  );
}

interface OfPanel {
  readonly panel: PanelRecord;
  readonly change: PanelChange;
}

/** What several panels have in common is told once. A danger is told of each. */
function collapsed(dashboard: DashboardRecord, all: readonly OfPanel[]): readonly Finding[] {
  const groups = groupedBy(all, (each) => {
    const { kind, says, details = [] } = each.change;
    const own = KINDS[kind].rank === 'danger' ? each.panel.id : '';
    return KINDS[kind].rank === 'noise' ? kind : JSON.stringify([kind, says, details, own]);
  });
  return [...groups.values()].flatMap((group) => told(dashboard, group));
}

function told(dashboard: DashboardRecord, group: readonly OfPanel[]): readonly Finding[] {
  const [first] = group;
  if (first === undefined) return [];
  const { kind, says, part, details = [], origin = 'change' } = first.change;
  const titles = [...new Set(group.map(({ panel }) => quoted(panel.title)))];
  const who = group.length === 1 ? titles.join() : `${counted(group.length, 'panel')} (${listed(titles, 3)})`;
  const isNoise = KINDS[kind].rank === 'noise';
  const subject: Subject =
    group.length === 1
      ? { ...panelSubject(dashboard, first.panel), ...(part !== undefined && { part }) }
      : { ...subjectOf(dashboard), part: says };
  return [
    finding({
      kind,
      subject,
      sentence: `${who}: ${isNoise && group.length > 1 ? inGeneral(group) : says}.`,
      details: isNoise ? [] : details,
      origin,
      count: isNoise ? group.length : 1,
    }),
  ];
}

/** Of noise, an example. */
function inGeneral(group: readonly OfPanel[]): string {
  const says = [...new Set(group.map(({ change }) => change.says))];
  return says.length === 1 ? (says[0] ?? '') : `${says[0]}, and the like`;
}

function renumbered(dashboard: DashboardRecord, pairs: readonly Pair<PanelRecord>[]): readonly Finding[] {
  const changed = pairs.filter(({ before, after }) => before.id !== after.id);
  if (changed.length === 0) return [];
  const subject = subjectOf(dashboard);
  const sentence = `${counted(changed.length, 'panel')} of ${quoted(dashboard.title)} ${changed.length === 1 ? 'has' : 'have'} another number.`;
  return [finding({ kind: 'ids-renumbered', subject, sentence, count: changed.length })];
}
