/** Dashboards before and after: which is which, and what holds of the whole of one. */
import type { DashboardRecord } from '../read/records.ts';
import { type Detail, detailOf, differing, saysAll } from './detail.ts';
import { wordsOf } from './expression/change.ts';
import { expressionChanges } from './expression/expression.ts';
import { type Finding, type FindingInput, finding } from './finding.ts';
import { matched, type Pair, type Sign } from './match.ts';
import { panelFindings } from './panels.ts';
import { subjectOf } from './subjects.ts';
import { variableFindings } from './variables.ts';
import { counted, listed, quoted, short } from './words.ts';

const file = ({ place }: DashboardRecord): string => `${place.file} ${place.inside ?? ''}`;
const contents = ({ panels }: DashboardRecord): string =>
  panels.map(({ title, queries }) => `${title}\n${queries.map(({ text }) => text).join('\n')}`).join('\n\n');

/** An output of another environment has dashboards of the same uid in another folder: the file goes first. */
const SIGNS: readonly Sign<DashboardRecord>[] = [
  (dashboard) => (dashboard.uid === '' ? undefined : `${dashboard.uid} ${file(dashboard)}`),
  ({ uid }) => (uid === '' ? undefined : uid),
  (dashboard) => `${dashboard.title} ${file(dashboard)}`,
  (dashboard) => (dashboard.panels.length === 0 ? undefined : contents(dashboard)),
  ({ title }) => (title === '' ? undefined : title),
  file,
];

/** What happened to dashboards. */
export function dashboardFindings(
  before: readonly DashboardRecord[],
  after: readonly DashboardRecord[],
): readonly Finding[] {
  const { pairs, added, removed } = matched(before, after, SIGNS);
  return [
    ...removed.map((dashboard) =>
      finding({
        kind: 'dashboard-removed',
        subject: subjectOf(dashboard),
        sentence: `The dashboard ${quoted(dashboard.title)} is removed, with ${counted(dashboard.panels.length, 'panel')}.`,
      }),
    ),
    ...added.map((dashboard) =>
      finding({
        kind: 'dashboard-added',
        subject: subjectOf(dashboard),
        sentence: `The dashboard ${quoted(dashboard.title)} is new, with ${counted(dashboard.panels.length, 'panel')}.`,
      }),
    ),
    ...pairs.flatMap(dashboardChanges),
  ];
}

function dashboardChanges(pair: Pair<DashboardRecord>): readonly Finding[] {
  const { before, after } = pair;
  const isUpgrade = before.schemaVersion !== after.schemaVersion || newerPlugins(pair);
  return [
    ...identity(pair),
    ...upgrade(pair),
    ...variableFindings(pair, subjectOf(after)),
    ...annotations(pair),
    ...settings(pair),
    ...panelFindings(pair, { isUpgrade }),
  ];
}

function newerPlugins({ before, after }: Pair<DashboardRecord>): boolean {
  const versions = (dashboard: DashboardRecord): string =>
    [...new Set(dashboard.panels.map(({ pluginVersion }) => pluginVersion))].sort().join();
  return versions(before) !== versions(after);
}

function identity({ before, after }: Pair<DashboardRecord>): readonly Finding[] {
  const subject = subjectOf(after);
  const said: FindingInput[] = [];
  if (before.title !== after.title) {
    said.push({
      kind: 'dashboard-renamed',
      subject,
      sentence: `The dashboard ${quoted(after.title)} was called ${quoted(before.title)}.`,
    });
  }
  if (before.uid !== after.uid) {
    const uids = `${short(after.uid) || 'none'} instead of ${short(before.uid) || 'none'}`;
    said.push({
      kind: 'dashboard-uid',
      subject,
      sentence: `The dashboard ${quoted(after.title)} has the uid ${uids}: bookmarks and links to it break.`,
    });
  }
  if (file(before) !== file(after)) {
    const [from, to] = [before, after].map(({ place }) => short([place.file, place.inside ?? []].flat().join('#')));
    said.push({
      kind: 'dashboard-moved',
      subject,
      sentence: `The dashboard ${quoted(after.title)} stands in ${to} instead of ${from}.`,
    });
  }
  return said.map(finding);
}

function upgrade({ before, after }: Pair<DashboardRecord>): readonly Finding[] {
  const subject = subjectOf(after);
  if (before.form !== after.form) {
    const sentence = `${quoted(after.title)} is written in the ${after.form} format instead of the ${before.form} one.`;
    return [finding({ kind: 'form-changed', subject, sentence, origin: 'upgrade' })];
  }
  if (before.schemaVersion === after.schemaVersion) return [];
  const versions = `${short(after.schemaVersion) || 'none'} instead of ${short(before.schemaVersion) || 'none'}`;
  const sentence = `${quoted(after.title)} has the schema version ${versions}.`;
  return [finding({ kind: 'schema-version', subject, sentence, origin: 'upgrade' })];
}

function annotations({ before, after }: Pair<DashboardRecord>): readonly Finding[] {
  const { pairs, added, removed } = matched(before.annotations, after.annotations, [({ name }) => name]);
  const say = (name: string, what: string, details: readonly Detail[]): Finding => {
    const subject = { ...subjectOf(after), part: name };
    return finding({
      kind: 'dashboard-annotations',
      subject,
      sentence: `The annotations ${quoted(name)} ${what}.`,
      details,
    });
  };
  return [
    ...removed.map(({ name }) => say(name, 'are no longer marked', [])),
    ...added.map(({ name, query }) => say(name, 'are new', [detailOf('query', undefined, query)])),
    ...pairs.flatMap(({ before: was, after: is }) => {
      if (was.query === is.query && was.rest === is.rest) return [];
      if (was.query === is.query)
        return [say(is.name, 'are drawn or named in another way', [detailOf('rest', was.rest, is.rest)])];
      const words = wordsOf(expressionChanges(was.query, is.query, is.language));
      return [say(is.name, `are asked for in another way: ${words}`, [detailOf('query', was.query, is.query)])];
    }),
  ];
}

function settings({ before, after }: Pair<DashboardRecord>): readonly Finding[] {
  const subject = subjectOf(after);
  const details = differing(before.rest, after.rest);
  const isLinksSame = JSON.stringify(before.links) === JSON.stringify(after.links);
  const [was, is] = [before, after].map(({ links }) => listed(links.map(({ title }) => quoted(title))) || 'none');
  return [
    ...(isLinksSame
      ? []
      : [
          finding({
            kind: 'dashboard-links',
            subject,
            sentence: `The links of ${quoted(after.title)}: ${is}${was === is ? ', leading elsewhere or opened in another way' : ` instead of ${was}`}.`,
            details: [detailOf('links', JSON.stringify(before.links), JSON.stringify(after.links))],
          }),
        ]),
    ...(details.length === 0
      ? []
      : [
          finding({
            kind: 'dashboard-settings',
            subject,
            sentence: `${quoted(after.title)}: ${saysAll(details)}.`,
            details,
          }),
        ]),
  ];
}
