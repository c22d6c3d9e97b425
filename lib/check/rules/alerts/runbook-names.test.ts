import { unavailable } from 'plainsight';
import * as panel from 'plainsight/panels';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { orders, shop, shopDashboard } from '../../../../test/support/shop.ts';
import { runbookNames } from './runbook-names.ts';

const saying = (text: string) => shop({ runbooks: { QueueLong: text } });

/** The shop with a second dashboard, and a panel on the first that has no source here. */
const inOneProfile = (text: string) =>
  shop({
    runbooks: { QueueLong: text },
    panels: [
      panel.stat({ ...orders, sources: { plain: unavailable('not here') } }, { key: 'there', title: 'Elsewhere' }),
    ],
    dashboards: [shopDashboard({ uid: 'other', title: 'Other' })],
  });

describeRule(runbookNames, {
  example: saying('See *Orders piling up*.'),
  allows: [
    ['the title of a dashboard and of a panel on it', saying('*Shop*, *Queue*: how many?')],
    ['the title of a panel that only another profile has', inOneProfile('*Shop*, *Elsewhere*: how many?')],
    ['words that are stressed', saying('**Never** remove it, and 2 * 3 * 4 is 24.')],
    ['asterisks in code', saying('`CONFIG GET max*` and `DEL a*`')],
    ['a metric, and what is no metric', saying('`queue_length{job="store"}`, `queue_limit`, `f(x)`')],
    ['services, and any of them', saying('`docker compose up -d store` or `docker compose restart <service>`')],
  ],
  finds: [
    [
      'a title that differs by a letter',
      saying('See *Shop*, *Quene*.'),
      {
        found: 'line 1 names "Quene", which is the title of nothing',
        remedy: 'did you mean Queue? Otherwise name what is there',
      },
    ],
    [
      'a panel of another profile, on a dashboard that never has it',
      inOneProfile('*Other*, *Elsewhere*: how many?'),
      {
        found: 'line 1 names "Elsewhere" on Other, where it is not',
        remedy: 'it is on Shop',
      },
    ],
    [
      'a metric that nobody has',
      saying('Is `queue_lenght{}` high?'),
      {
        found: 'line 1 reads queue_lenght, which no catalogue file and no recording rule has',
        allowed: 'metrics that are scraped or recorded',
        remedy: 'did you mean queue_length? Otherwise name a metric that is there',
      },
    ],
    [
      'a service that nobody knows, in the second line',
      saying('First:\n`docker compose up -d nobody`'),
      {
        found: 'line 2 has a docker compose command for nobody, which no scrape job knows',
        allowed: 'services that are scraped, or that a target is about; <service> for any',
        remedy: 'name the service as compose.yaml does',
      },
    ],
  ],
});
