import { scrapeJob, slack } from 'plainsight';
import * as panel from 'plainsight/panels';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, promql, shop, shopJob, shopTarget, storeJob } from '../../../../test/support/shop.ts';
import { input, shopAlerting, told } from '../../../../test/support/shop-alerting.ts';
import { secret } from './secret.ts';

const described = (description: string) => shop({ dashboard: { description } });
const runbook = (text: string) => shop({ runbooks: { QueueLong: text } });
// Put together here, so that no scanner takes the test for a leak.
const webhook = ['hooks.slack.com', 'services', 'T000', 'B000', 'abc'].join('/');

describeRule(secret, {
  example: described(`Tell https://${webhook}`),
  allows: [
    [
      'where a secret is read',
      runbook('The password is in /run/secrets/db: `psql "password=$(cat /run/secrets/db)"`.'),
    ],
    [
      'a placeholder',
      runbook('postgres://user:<password>@db/votes and postgres://user:${PASSWORD}@db'.replace('$', '$')),
    ],
    ['an address of mail', described('Ask shop@example.org.')],
    ['a word', described('The token: a secret of the shop.')],
  ],
  finds: [
    ['a Slack token', described(`xoxp-${'1'.repeat(12)}`), { found: 'a Slack token in the description: xoxp…' }],
    ['an AWS access key', described(`AKIA${'A'.repeat(16)}`), { found: 'an AWS access key in the description: AKIA…' }],
    ['a GitHub token', described(`ghp_${'a'.repeat(36)}`), { found: 'a GitHub token in the description: …' }],
    ['a Grafana token', described(`glsa_${'a'.repeat(32)}`), { found: 'a Grafana token in the description: glsa…' }],
    [
      'a private key',
      described(['-----BEGIN', 'RSA PRIVATE KEY-----'].join(' ')),
      { found: 'a private key in the description: …' },
    ],
    [
      'a JSON web token',
      described(`eyJ${'a'.repeat(12)}.${'b'.repeat(12)}.c`),
      { found: 'a JSON web token in the description: eyJa…' },
    ],
    [
      'a password in an address',
      runbook('postgres://shop:hunter2@db/orders'),
      { where: 'runbook QueueLong', found: 'a password in an address in the runbook: ://…' },
    ],
    [
      'a parameter',
      shop({
        jobs: [
          scrapeJob(shopTarget, { purpose: 'Shop.', static: shopJob.static, params: { token: ['abcdef'] } }),
          storeJob,
        ],
      }),
      { where: 'scrape job shop', found: 'a password in the parameter token: token=…' },
    ],
    [
      'an address for a channel',
      shop({
        alerting: shopAlerting({
          receivers: { ...input.receivers, robot: [{ ...slack({ urlFile: '/run/x' }), channel: webhook }] },
        }),
        alerts: told,
      }),
      { where: 'receiver robot', found: 'a Slack webhook in the channel of slack: hooks.slack.com/…' },
    ],
    [
      'a text panel',
      shop({ panels: [panel.text({ key: 'note', title: '', description: '', markdown: `xoxb-${'1'.repeat(12)}` })] }),
      { where: 'dashboard shop / panel note', found: 'a Slack token in the text: xoxb…' },
    ],
    [
      'a summary',
      shop({ alerts: { Few: alertOn(promql('sum(orders_total) < 1'), { summary: 'Log in with password=hunter2.' }) } }),
      { where: 'alert Few', found: 'a password in the summary: password=…' },
    ],
  ],
});
