/**
 * What a change of what Grafana is provisioned with means for dashboards and alerts.
 * https://grafana.com/docs/grafana/latest/administration/provisioning/
 */
import type { PartRecord } from '../../read/server-records.ts';
import type { Touched } from '../finding.ts';
import type { Readers } from '../readers.ts';
import { short } from '../words.ts';
import { isOn, settingOf, type Watcher } from './meaning.ts';

const renumbered: Watcher = ({ before, after }) => {
  const [was, is] = [settingOf(before, 'uid'), settingOf(after, 'uid')];
  if (before.what !== 'data source' || was === undefined || was === is) return [];
  const now = is === undefined ? 'one that Grafana makes up' : short(is);
  const says = `has the uid ${now} instead of ${short(was)}: what asks it by the old one shows an error`;
  return [{ kind: 'datasource-lost', says, about: ['uid'] }];
};

const moved: Watcher = ({ before, after }) => {
  const [was, is] = [settingOf(before, 'options.path'), settingOf(after, 'options.path')];
  if (before.what !== 'dashboard provider' || was === undefined || was === is) return [];
  const now = is === undefined ? '' : `, but from ${short(is)}`;
  return [
    { kind: 'provisioning-lost', says: `no longer loads dashboards from ${short(was)}${now}`, about: ['options.path'] },
  ];
};

const paused: Watcher = ({ before, after }) =>
  before.what !== 'alert rule' || isOn(before, 'isPaused') || !isOn(after, 'isPaused')
    ? []
    : [{ kind: 'alert-never-fires', says: 'is paused: it does not fire', about: ['isPaused'] }];

/** All that is looked at in what Grafana is provisioned with. */
export const GRAFANA: readonly Watcher[] = [renumbered, moved, paused];

/** The uid that a data source no longer has. */
export function lostUid(before: PartRecord, after?: PartRecord): string | undefined {
  const uid = before.what === 'data source' ? settingOf(before, 'uid') : undefined;
  return uid === undefined || (after !== undefined && settingOf(after, 'uid') === uid) ? undefined : uid;
}

/** The panels that ask a data source by its uid. */
export function askersOf(uid: string, readers: Readers): readonly Touched[] {
  const dashboards = readers.mentioning(JSON.stringify(uid)).filter((each) => each.kind === 'dashboard');
  return dashboards.flatMap(({ title, place, panels }) =>
    panels
      .filter(({ datasource, queries }) => [datasource, ...queries.map((each) => each.datasource)].some(hasUid(uid)))
      .map((panel) =>
        Object.freeze({ what: 'panel', name: `${title} / ${panel.title}`, file: place.file, via: Object.freeze([]) }),
      ),
  );
}

/** `prometheus long-term`: a type, and a uid behind it. */
const hasUid =
  (uid: string) =>
  (datasource: string): boolean =>
    datasource === uid || datasource.endsWith(` ${uid}`);
