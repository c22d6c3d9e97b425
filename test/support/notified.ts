/** Alerts as Alertmanager hands them to its templates: as they fire in their own tests. */
import { annotationsOf } from '../../lib/emit/alert-rule.ts';
import type { ResolvedAlert, ResolvedLogAlert, ResolvedModel } from '../../lib/model/resolved.ts';
import type { NotificationData } from './amtool.ts';

/** A Friday afternoon. */
const SINCE = '2026-11-27T14:03:00Z';
const UNTIL = '2026-11-27T14:41:30Z';
const NEVER = '0001-01-01T00:00:00Z';

type AnyAlert = ResolvedAlert | ResolvedLogAlert;

/** The labels with which an alert fires in its first test. */
export function labelsOf({ name, ruleLabels, test }: AnyAlert): Readonly<Record<string, string>> {
  return { alertname: name, ...test.fires[0]?.labels, ...ruleLabels };
}

/** What is handed over when the alert fires as in its first test, or when that is over. */
export function notified(
  alert: AnyAlert,
  { site }: ResolvedModel,
  status: NotificationData['status'] = 'firing',
): NotificationData {
  const labels = labelsOf(alert);
  const { alertname = '', service = '' } = labels;
  const annotations = {
    ...literally(annotationsOf(alert, site)),
    description: alert.test.fires[0]?.says ?? '',
  };
  return {
    receiver: 'oncall',
    status,
    alerts: [{ status, labels, annotations, startsAt: SINCE, endsAt: status === 'firing' ? NEVER : UNTIL }],
    groupLabels: { alertname, service },
    commonLabels: labels,
    commonAnnotations: annotations,
  };
}

/** All annotations but the description are without holes. */
function literally(annotations: ReturnType<typeof annotationsOf>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(annotations).map(([name, { pieces }]) => [
      name,
      pieces.filter((piece) => typeof piece === 'string').join(''),
    ]),
  );
}
