/** How dashboards, panels and rules are called in a report. */
import type { DashboardRecord, PanelRecord, RuleRecord } from '../read/records.ts';
import type { Subject } from './finding.ts';
import { short } from './words.ts';

/** A dashboard as the subject of a finding. */
export function subjectOf({ title, uid, place }: DashboardRecord): Subject {
  return { what: 'dashboard', name: title, place, id: uid };
}

/** A panel as the subject of a finding. */
export function panelSubject({ title, uid, place }: DashboardRecord, panel: PanelRecord): Subject {
  return { what: 'panel', name: panel.title, within: title, place, id: panel.id, dashboard: uid };
}

/** The level of an alert, by the label that nearly everybody has for it. */
export function severityOf({ labels }: RuleRecord): string | undefined {
  return labels.get('severity');
}

/** A rule as the subject of a finding. Of several of one name, its severity tells which. */
export function ruleSubject(rule: RuleRecord): Subject {
  const level = severityOf(rule);
  return {
    what: rule.does === 'alert' ? 'alert' : 'recording rule',
    name: rule.name,
    within: rule.group,
    place: rule.place,
    ...(rule.does === 'alert' && level !== undefined && { id: level }),
  };
}

/** An alert's name, with its severity: one name may have several. */
export function alertName(rule: RuleRecord): string {
  const level = severityOf(rule);
  return level === undefined ? short(rule.name) : `${short(rule.name)} (${short(level, 20)})`;
}

/** The usual words, from what can wait to what cannot. */
const SEVERITIES: Readonly<Record<string, number>> = {
  none: 0,
  info: 1,
  information: 1,
  low: 1,
  notice: 1,
  warning: 2,
  warn: 2,
  medium: 2,
  minor: 2,
  ticket: 2,
  error: 3,
  high: 3,
  major: 3,
  critical: 4,
  page: 4,
  fatal: 5,
  emergency: 5,
  disaster: 5,
};

/** How urgent a severity is, the larger the more; undefined for a word that is nobody's. */
export function urgencyOf(severity: string): number | undefined {
  const word = severity.toLowerCase();
  if (word === '') return 0;
  return Object.hasOwn(SEVERITIES, word) ? SEVERITIES[word] : undefined;
}
