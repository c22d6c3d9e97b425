/** Links that lead to a dashboard or a panel that is no longer there: of alerts, of dashboards and of panels. */
import { type Contents, type DashboardRecord, type RuleRecord, recordsOf } from '../read/records.ts';
import { type Finding, finding } from './finding.ts';
import type { Readers, Sides } from './readers.ts';
import { alertName, ruleSubject } from './subjects.ts';
import { quoted, short } from './words.ts';

/** A dashboard, or one of its panels, that links led to. */
interface Lost {
  readonly uid: string;
  readonly panel?: string;
}

/** Who still links to what went. */
export function brokenLinks({ before, after }: Sides, readers: Readers): readonly Finding[] {
  return lost(before, after).flatMap((target) => {
    if (target.panel === undefined && isElsewhere(target.uid, readers)) return [];
    return readers.mentioning(target.uid).flatMap((record) => {
      if (record.kind === 'rule') return ofRule(record, target);
      return record.kind === 'dashboard' && target.panel === undefined ? ofDashboard(record, target) : [];
    });
  });
}

function lost(before: Contents, after: Contents): readonly Lost[] {
  const [was, is] = [panelsByUid(before), panelsByUid(after)];
  return [...was].flatMap(([uid, ids]): readonly Lost[] => {
    const now = is.get(uid);
    if (now === undefined) return [{ uid }];
    return [...ids].filter((id) => !now.has(id)).map((panel) => ({ uid, panel }));
  });
}

function panelsByUid(contents: Contents): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { uid, panels } of recordsOf(contents, 'dashboard')) {
    if (uid === '') continue;
    const ids = found.get(uid) ?? new Set();
    for (const { id } of panels) ids.add(id);
    found.set(uid, ids);
  }
  return found;
}

function isElsewhere(uid: string, readers: Readers): boolean {
  return readers.mentioning(uid).some((record) => record.kind === 'dashboard' && record.uid === uid);
}

function ofRule(rule: RuleRecord, { uid, panel }: Lost): readonly Finding[] {
  const { annotations } = rule;
  const named = annotations.get('__dashboardUid__') === uid;
  const urls = [...annotations.values()].filter((text) => leadsTo(text, uid));
  const isLost =
    panel === undefined
      ? named || urls.length > 0
      : (named && annotations.get('__panelId__') === panel) || urls.some((url) => showsPanel(url, panel));
  if (!isLost) return [];
  const where = panel === undefined ? `the dashboard ${short(uid)}` : `the panel ${short(panel)} of ${short(uid)}`;
  const sentence = `${alertName(rule)} links to ${where}, which is no longer there.`;
  return [finding({ kind: 'link-broken', subject: { ...ruleSubject(rule), part: where }, sentence })];
}

/** Whether an address leads to a dashboard: `/d/uid`, with or without a name behind it. */
function leadsTo(url: string, uid: string): boolean {
  return url
    .split('/d/')
    .slice(1)
    .some((rest) => rest.split(/[/?#\s"')]/)[0] === uid);
}

function showsPanel(url: string, panel: string): boolean {
  return [...url.matchAll(/viewPanel=(?:panel-)?([\w-]+)/g)].some(([, id]) => id === panel);
}

function ofDashboard(dashboard: DashboardRecord, { uid }: Lost): readonly Finding[] {
  const all = [dashboard.links, ...dashboard.panels.map(({ links }) => links)].flat();
  const broken = all.filter(({ url }) => leadsTo(url, uid));
  if (broken.length === 0) return [];
  const { title, place, uid: id } = dashboard;
  const sentence = `${quoted(title)} links to the dashboard ${short(uid)}, which is no longer there.`;
  return [
    finding({ kind: 'link-broken', subject: { what: 'dashboard', name: title, place, id, part: uid }, sentence }),
  ];
}
