/** What notifications say, as Alertmanager's own templates render it: of every alert, and ten of them to read. */
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { alertmanagerFiles } from '../lib/emit/alertmanager/config.ts';
import { resolve } from '../lib/model/resolve/resolve.ts';
import { alertsOf } from '../lib/model/resolved.ts';
import { loadModel } from '../scripts/project.ts';
import { type NotificationData, rendered } from './support/amtool.ts';
import { notified } from './support/notified.ts';
import { describeWithServer } from './support/servers.ts';

const { model } = resolve(await loadModel(), 'instrumented');
const files = alertmanagerFiles(model);

/** Those to read: pages and tickets of every kind, and what is said when it is over. */
const SHOWN = [
  'RedisDown critical',
  'PostgresDown critical',
  'ContainerAbsent critical',
  'WorkerNotPolling critical',
  'VoteErrorBudgetBurn critical',
  'FreshnessErrorBudgetBurn warning',
  'DiskAlmostFull critical',
  'HostMemoryLow critical',
  'PostgresConnectionsHigh warning',
  'TargetDown warning',
] as const;

const named = new Map(alertsOf(model).map((alert) => [`${alert.name} ${alert.severity}`, alert]));

function shown(name: string): ReturnType<typeof alertsOf>[number] {
  const alert = named.get(name);
  if (alert === undefined) throw new Error(`there is no alert ${name}`);
  return alert;
}

const fenced = (text: string): string => `\`\`\`text\n${text.trimEnd()}\n\`\`\``;

async function slackText(data: NotificationData): Promise<string> {
  const title = await rendered(files, 'notification.title', data);
  return fenced(`${title}\n${await rendered(files, 'notification.slack.text', data)}`);
}

async function mailText(data: NotificationData): Promise<string> {
  const title = await rendered(files, 'notification.title', data);
  return fenced(`Subject: ${title}\n\n${await rendered(files, 'notification.email.text', data)}`);
}

async function entry(name: string): Promise<string> {
  const data = notified(shown(name), model);
  return `## ${name.replace(' ', ', ')}\n\nSlack:\n\n${await slackText(data)}\n\nMail:\n\n${await mailText(data)}\n`;
}

const INTRODUCTION = `# What notifications say

Ten alerts as they arrive on Slack and by mail, firing as in their own tests: rendered by amtool with the templates of
\`dist/alertmanager/\`, and held to them by \`test/notification-texts.test.ts\`, which writes this page anew with \`-u\`.
On Slack the first line is the title, in the colour of the severity and a link to the graph; \`<address|words>\` is a link.
`;

describeWithServer(['amtool'], 'amtool', () => {
  it('docs/notifications.md is what is rendered', async () => {
    const over = `## RedisDown, when it is over\n\nSlack:\n\n${await slackText(notified(shown('RedisDown critical'), model, 'resolved'))}\n`;
    const entries = await Promise.all(SHOWN.map(entry));
    await expect([INTRODUCTION, ...entries, over].join('\n')).toMatchFileSnapshot(
      fileURLToPath(new URL('../docs/notifications.md', import.meta.url)),
    );
  });

  it.each([...named])('%s says what is wrong, since when, and where to go', async (_, alert) => {
    const data = notified(alert, model);
    const text = await rendered(files, 'notification.slack.text', data);
    const { description = '', runbook_url, dashboard_url } = data.commonAnnotations;
    const escaped = description.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    expect(text.split('\n')[0]).toBe(escaped);
    expect(text).toContain('_Since Fri 27 Nov 14:03 UTC_');
    expect(text).toContain(`<${runbook_url}|Runbook>`);
    expect(text).toContain(`/alerting/silence/new?alertmanager=Alertmanager&matcher=alertname%3D${alert.name}&`);
    if (dashboard_url !== undefined) expect(text).toContain(`<${dashboard_url}&from=`);
    expect(text).not.toMatch(/no value|undefined|\{\{/);
  });
});
