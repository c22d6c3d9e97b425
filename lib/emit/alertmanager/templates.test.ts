import { expect, it } from 'vitest';
import { type NotificationData, rendered } from '../../../test/support/amtool.ts';
import { describeWithServer } from '../../../test/support/servers.ts';
import { shop } from '../../../test/support/shop.ts';
import { shopAlerting, told } from '../../../test/support/shop-alerting.ts';
import { alertmanagerFiles } from './config.ts';

const files = alertmanagerFiles(
  shop({ alerts: told, alerting: shopAlerting({ logs: { dashboard: 'shop-logs', variable: 'service' } }) }),
);

const labels = { alertname: 'ShopSlow', service: 'shop', severity: 'critical' };
const annotations = {
  summary: 'Orders take long.',
  runbook_url: 'http://localhost/runbooks/ShopSlow.md',
  dashboard_url: 'http://localhost:3000/d/shop?viewPanel=panel-1',
};

/** Alerts of one group, the first firing since a moment in winter and in summer time respectively. */
function group(descriptions: readonly string[], ended?: string): NotificationData {
  const status = ended === undefined ? 'firing' : 'resolved';
  return {
    receiver: 'oncall',
    status,
    alerts: descriptions.map((description) => ({
      status,
      labels,
      annotations: { ...annotations, description },
      startsAt: '2026-07-03T14:03:00Z',
      endsAt: ended ?? '0001-01-01T00:00:00Z',
    })),
    groupLabels: { alertname: 'ShopSlow', service: 'shop' },
    commonLabels: labels,
    commonAnnotations: annotations,
  };
}

describeWithServer(['amtool'], 'notifications', () => {
  it('say in Slack what is wrong, since when, and where to go', async () => {
    expect(await rendered(files, 'notification.title', group(['A']))).toBe('CRITICAL: Orders take long.');
    expect(await rendered(files, 'notification.slack.text', group(['1.2 s for <a & b>.']))).toMatchInlineSnapshot(`
      "1.2 s for &lt;a &amp; b&gt;.
      _Since Fri 3 Jul 16:03 CEST_ · <http://localhost:3000/d/shop?viewPanel=panel-1&from=1783083780000&to=now|Graph> · <http://localhost:3000/d/shop-logs?var-service=shop&from=1783083780000&to=now|Logs>
      *ShopSlow* · shop · <http://localhost/runbooks/ShopSlow.md|Runbook> · <http://localhost:3000/alerting/silence/new?alertmanager=Alertmanager&matcher=alertname%3DShopSlow&matcher=service%3Dshop&matcher=severity%3Dcritical|Silence>"
    `);
  });

  it('say that it is over, and how long it took', async () => {
    const over = group(['1.2 s for an order.'], '2026-07-03T15:13:10Z');
    expect(await rendered(files, 'notification.title', over)).toBe('RESOLVED: Orders take long.');
    expect(await rendered(files, 'notification.slack.color', over)).toBe('good');
    expect(await rendered(files, 'notification.slack.text', over)).toMatchInlineSnapshot(`
      "It was: 1.2 s for an order.
      _From Fri 3 Jul 16:03 CEST to Fri 3 Jul 17:13 CEST, 1h 10m 10s_ · <http://localhost:3000/d/shop?viewPanel=panel-1&from=1783083780000&to=1783092190000|Graph> · <http://localhost:3000/d/shop-logs?var-service=shop&from=1783083780000&to=1783092190000|Logs>
      *ShopSlow* · shop · <http://localhost/runbooks/ShopSlow.md|Runbook>"
    `);
  });

  it('say the same by mail', async () => {
    expect(await rendered(files, 'notification.email.text', group(['1.2 s for <a & b>.']))).toMatchInlineSnapshot(`
      "1.2 s for <a & b>.
      Since Fri 3 Jul 16:03 CEST
      Graph     http://localhost:3000/d/shop?viewPanel=panel-1&from=1783083780000&to=now
      Logs      http://localhost:3000/d/shop-logs?var-service=shop&from=1783083780000&to=now

      Alert     ShopSlow
      Service   shop
      Runbook   http://localhost/runbooks/ShopSlow.md
      Silence   http://localhost:3000/alerting/silence/new?alertmanager=Alertmanager&matcher=alertname%3DShopSlow&matcher=service%3Dshop&matcher=severity%3Dcritical
      "
    `);
    const html = await rendered(files, 'notification.email.html', group(['1.2 s for <a & b>.']), 'html');
    expect(html).toContain('<p>1.2 s for &lt;a &amp; b&gt;.<br>');
    expect([...html.matchAll(/href="([^"]+)"/g)].map(([, to]) => to)).toMatchInlineSnapshot(`
      [
        "http://localhost:3000/d/shop?viewPanel=panel-1&from=1783083780000&to=now",
        "http://localhost:3000/d/shop-logs?var-service=shop&from=1783083780000&to=now",
        "http://localhost/runbooks/ShopSlow.md",
        "http://localhost:3000/alerting/silence/new?alertmanager=Alertmanager&matcher=alertname%3DShopSlow&matcher=service%3Dshop&matcher=severity%3Dcritical",
      ]
    `);
  });

  it.each([
    ['critical', 'danger'],
    ['warning', 'warning'],
  ])('have the colour of %s', async (severity, colour) => {
    const data = { ...group(['A']), commonLabels: { ...labels, severity } };
    expect(await rendered(files, 'notification.slack.color', data)).toBe(colour);
    expect(await rendered(files, 'notification.title', data)).toBe(`${severity.toUpperCase()}: Orders take long.`);
  });

  it('tell the first five of a large group, and how many there are', async () => {
    const text = await rendered(files, 'notification.slack.text', group(['A', 'B', 'C', 'D', 'E', 'F', 'G']));
    expect(text.match(/^[A-G]$/gm)).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(text).toContain('5 of 7 alerts are told here.');
  });

  it('escape what a label puts into a link', async () => {
    const data = { ...group(['A']), groupLabels: { alertname: 'ShopSlow', service: 'a&b=c d' } };
    expect(await rendered(files, 'notification.silence', data)).toContain('&matcher=service%3Da%26b%3Dc+d&');
  });

  it('have no link to a graph where the alert has none', async () => {
    const data = group(['A']);
    const alerts = data.alerts.map((each) => ({ ...each, annotations: { description: 'A' } }));
    for (const name of ['notification.slack.text', 'notification.slack.title_link', 'notification.email.text']) {
      expect(await rendered(files, name, { ...data, alerts })).not.toMatch(/Graph|&from=.*viewPanel/);
    }
  });
});
