/**
 * A message in Slack and a mail. Slack: the title in the colour of the severity, what is wrong, and links. Mail: plain
 * text, and the same as HTML for whoever reads that.
 */

/** Templates by name. */
export type Templates = Readonly<Record<string, string>>;

/** The title, of a message of Slack and of a mail alike. */
export const TITLE = 'notification.title';

/** How many alerts of a group are told one by one: more do not fit on a phone. */
export const TOLD = 5;

/** What is said of each alert of a group, the first few. */
export function eachAlert(text: string): string {
  return `{{ range $index, $alert := .Alerts }}{{ if lt $index ${TOLD} }}{{ with $alert }}${text}{{ end }}{{ end }}{{ end }}`;
}

type Options = { readonly hasLogs: boolean };

/** The fields of Slack's integration that come from templates. */
export const SLACK = {
  color: 'notification.slack.color',
  title: TITLE,
  title_link: 'notification.slack.title_link',
  text: 'notification.slack.text',
  fallback: TITLE,
} as const;

/** Slack reads these three as its own. Source: https://docs.slack.dev/messaging/formatting-message-text */
const DESCRIPTION =
  '{{ template "notification.was" . }}{{ reReplaceAll ">" "&gt;" (reReplaceAll "<" "&lt;" (reReplaceAll "&" "&amp;" .Annotations.description)) }}';
const GRAPH = '{{ if .Annotations.dashboard_url }} · <{{ template "notification.graph" . }}|Graph>{{ end }}';
const LOGS = ' · <{{ template "notification.logs" . }}|Logs>';

/** The templates of a message. The title leads to the graph of the first alert. */
export function slackTemplates({ hasLogs }: Options): Templates {
  const text = [
    eachAlert(`${DESCRIPTION}\n_{{ template "notification.period" . }}_${GRAPH}${hasLogs ? LOGS : ''}\n`),
    '*{{ .CommonLabels.alertname }}*{{ with .CommonLabels.service }} · {{ . }}{{ end }}',
    '{{ with .CommonAnnotations.runbook_url }} · <{{ . }}|Runbook>{{ end }}',
    '{{ if eq .Status "firing" }} · <{{ template "notification.silence" . }}|Silence>{{ end }}',
    '{{ template "notification.more" . }}',
  ];
  return {
    [SLACK.color]:
      '{{ if eq .Status "resolved" }}good{{ else if eq .CommonLabels.severity "critical" }}danger{{ else }}warning{{ end }}',
    [SLACK.title_link]:
      '{{ with index .Alerts 0 }}{{ if .Annotations.dashboard_url }}{{ template "notification.graph" . }}{{ end }}{{ end }}',
    [SLACK.text]: text.join(''),
  };
}

/** The templates that the integration of mail names. */
export const EMAIL = {
  subject: TITLE,
  text: 'notification.email.text',
  html: 'notification.email.html',
} as const;

/** The templates of a mail. */
export function emailTemplates(options: Options): Templates {
  return { [EMAIL.text]: text(options), [EMAIL.html]: html(options) };
}

const SERVICE_TEXT = '{{ with .CommonLabels.service }}Service   {{ . }}\n{{ end }}';

function text({ hasLogs }: Options): string {
  const alert = [
    '{{ template "notification.was" . }}{{ .Annotations.description }}\n{{ template "notification.period" . }}\n',
    '{{ if .Annotations.dashboard_url }}Graph     {{ template "notification.graph" . }}\n{{ end }}',
    hasLogs ? 'Logs      {{ template "notification.logs" . }}\n' : '',
    '\n',
  ];
  return [
    // The title is the subject.
    eachAlert(alert.join('')),
    `{{ if gt (len .Alerts) ${TOLD} }}{{ template "notification.more" . }}\n\n{{ end }}`,
    'Alert     {{ .CommonLabels.alertname }}\n',
    SERVICE_TEXT,
    '{{ with .CommonAnnotations.runbook_url }}Runbook   {{ . }}\n{{ end }}',
    '{{ if eq .Status "firing" }}Silence   {{ template "notification.silence" . }}\n{{ end }}',
  ].join('');
}

/** Styles stand at the elements: many readers of mail drop all others. */
const BODY = 'font: 16px/1.5 sans-serif; color: #1f2328; max-width: 40em';
const HEADING = 'font-size: 20px; margin: 0 0 8px';
const QUIET = 'color: #57606a';

const link = (to: string, words: string): string => `<a href="{{ template "${to}" . }}">${words}</a>`;

function html({ hasLogs }: Options): string {
  const alert = [
    '<p>{{ template "notification.was" . }}{{ .Annotations.description }}<br>',
    `<span style="${QUIET}">{{ template "notification.period" . }}</span>`,
    `{{ if .Annotations.dashboard_url }} · ${link('notification.graph', 'Graph')}{{ end }}`,
    hasLogs ? ` · ${link('notification.logs', 'Logs')}` : '',
    '</p>\n',
  ];
  return [
    `<!doctype html>\n<html><body style="${BODY}">\n`,
    `<h1 style="${HEADING}">{{ template "notification.title" . }}</h1>\n`,
    eachAlert(alert.join('')),
    '<p><b>{{ .CommonLabels.alertname }}</b>{{ with .CommonLabels.service }} · {{ . }}{{ end }}',
    '{{ with .CommonAnnotations.runbook_url }} · <a href="{{ . }}">Runbook</a>{{ end }}',
    `{{ if eq .Status "firing" }} · ${link('notification.silence', 'Silence')}{{ end }}</p>\n`,
    `<p style="${QUIET}">{{ template "notification.more" . }}</p>\n</body></html>\n`,
  ].join('');
}
