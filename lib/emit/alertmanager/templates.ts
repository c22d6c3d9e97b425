/**
 * What a notification says: what is broken, how bad, since when, the value, and the ways from there. Here is what Slack
 * and mail have in common.
 * Source: https://prometheus.io/docs/alerting/latest/notifications/
 */
import type { ResolvedAlerting } from '../../model/alerting/resolved-alerting.ts';
import type { Site } from '../../model/model.ts';
import { goTemplateQuoted } from '../go-template.ts';
import { ALERTMANAGER_DATASOURCE } from '../grafana/provisioning.ts';
import { emailTemplates, slackTemplates, type Templates, TITLE, TOLD } from './messages.ts';

/** How much a link shows from before an alert, and from after its end. Go counts nanoseconds. */
const BEFORE = '-3600000000000';
const AFTER = '600000000000';

/**
 * `templates/notifications.tmpl`.
 *
 * @example
 * const text = notificationTemplates(resolvedAlerting, resolved.site);
 * text.includes('{{ define "notification.slack.text" }}') // true
 */
export function notificationTemplates(alerting: ResolvedAlerting, site: Site): string {
  const hasLogs = alerting.logs !== undefined;
  const templates = { ...shared(alerting, site), ...slackTemplates({ hasLogs }), ...emailTemplates({ hasLogs }) };
  const defined = Object.entries(templates).map(([name, text]) => `{{ define "${name}" }}${text}{{ end }}\n`);
  return `{{/* What notifications say. Made by \`npm run build\`; what is changed here by hand is lost. */}}\n${defined.join('')}`;
}

function shared({ timeZone, logs }: ResolvedAlerting, { grafana }: Site): Templates {
  const below = (path: string): string => `${grafana.replace(/\/+$/, '')}/${path}`;
  const period = `from={{ (.StartsAt.Add ${BEFORE}).UnixMilli }}&to={{ if eq .Status "resolved" }}{{ (.EndsAt.Add ${AFTER}).UnixMilli }}{{ else }}now{{ end }}`;
  return {
    // Alerts of a group have one summary, unless somebody groups them otherwise.
    'notification.summary':
      '{{ with .CommonAnnotations.summary }}{{ . }}{{ else }}{{ .GroupLabels.SortedPairs.Values | join " " }}{{ end }}',
    [TITLE]:
      '{{ if eq .Status "resolved" }}RESOLVED{{ else }}{{ .CommonLabels.severity | toUpper }}{{ end }}: {{ template "notification.summary" . }}',
    // With the day: a warning may be read the next morning.
    'notification.time': `{{ tz ${goTemplateQuoted(timeZone)} . | date "Mon 2 Jan 15:04 MST" }}`,
    'notification.period':
      '{{ if eq .Status "resolved" }}From {{ template "notification.time" .StartsAt }} to {{ template "notification.time" .EndsAt }}, {{ .EndsAt.Sub .StartsAt | humanizeDuration }}{{ else }}Since {{ template "notification.time" .StartsAt }}{{ end }}',
    // What an alert says is said in the present.
    'notification.was': '{{ if eq .Status "resolved" }}It was: {{ end }}',
    'notification.graph': `{{ .Annotations.dashboard_url }}&${period}`,
    ...(logs && {
      'notification.logs': below(`d/${logs.dashboard}?var-${logs.variable}={{ .Labels.service | urlquery }}&${period}`),
    }),
    // With the severity: what gets worse is told in spite of it.
    'notification.silence': below(
      `alerting/silence/new?alertmanager=${ALERTMANAGER_DATASOURCE}{{ range .GroupLabels.SortedPairs }}${SILENCED}{{ end }}{{ range .CommonLabels.SortedPairs }}{{ if eq .Name "severity" }}${SILENCED}{{ end }}{{ end }}`,
    ),
    'notification.more': `{{ if gt (len .Alerts) ${TOLD} }}${TOLD} of {{ len .Alerts }} alerts are told here.{{ end }}`,
  };
}

const SILENCED = '&matcher={{ .Name | urlquery }}%3D{{ .Value | urlquery }}';
