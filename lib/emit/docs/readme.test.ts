import { expect, it } from 'vitest';
import { ordersPaid, shop } from '../../../test/support/shop.ts';
import { smallModel } from '../../../test/support/small-model.ts';
import { readings } from '../../model/readings.ts';
import { needs } from './needs.ts';
import { readme } from './readme.ts';
import { sectionsOf } from './sections.ts';

const indexOf = (model = smallModel()) => readme(model, sectionsOf(model, needs(model, readings(model)), []));

it('lists everything that the profile has, and what it cannot have', () => {
  expect(indexOf()).toMatchInlineSnapshot(`
    "# Monitoring, profile plain

    Made by \`npm run build\` from the definitions; what is changed here by hand is lost.

    - \`index.html\`: this page to search in, which works from the disk
    - \`grafana/dashboards/\`: dashboards, to be provisioned or imported as they are
    - \`pictures/\`: what they look like, with sample data; \`*.folded.svg\` has the rows that open folded
    - \`prometheus/prometheus.yml\`: what is scraped
    - \`prometheus/rules/\`: recording and alerting rules
    - \`prometheus/tests/\`: their tests, for \`promtool test rules prometheus/tests/*.yml\`
    - \`runbooks/\`: what to do when an alert fires
    - \`model.json\`: signals, expressions, metrics and who reads them, for reviews

    ## Dashboards

    ![Shop / Queue \\| orders](pictures/shop.svg)

    | dashboard | shows |
    | --- | --- |
    | [Shop / Queue \\| orders](grafana/dashboards/shop.json) | What is sold. |

    ## Alerts

    | alert | severity | when | runbook |
    | --- | --- | --- | --- |
    | \`QueueLong\` | warning | Too many orders wait. | [runbook](runbooks/QueueLong.md) |

    ## Recording rules

    | rule | group | records | read by |
    | --- | --- | --- | --- |
    | \`job:queue_length:max\` | queue | Queue | alert QueueLong<br>Shop / Queue \\| orders: Queue |

    ## Metrics needed

    What has to be scraped, from which job, and what goes dark without it. A metric must have the labels that are read, and a histogram the buckets: without one of them panels are empty, and alerts silent.

    | metric | kind | unit | job | labels and buckets | read by |
    | --- | --- | --- | --- | --- | --- |
    | \`orders_total\` | counter | orders | shop |  | Shop / Queue \\| orders: Orders |
    | \`queue_length\` | gauge | orders | store | \`queue\` | Shop / Queue \\| orders: annotation Rush<br>recorded as job:queue_length:max |
    | \`up\` | gauge | state | store |  | Shop / Queue \\| orders: variable service |

    ## Left out of this profile

    | what | name | why |
    | --- | --- | --- |
    | panel | shop/Returns | till writes no access log |
    | alert | TillErrors | till writes no access log<br>nor has it \\| metrics |
    "
  `);
});

it('lists the objectives, and where their errors are recorded', () => {
  const model = shop({ objectives: [{ ordersPaid }] });
  expect(indexOf(model)).toContain(
    [
      '## Objectives',
      '',
      '| objective | target | over | promises | share of errors |',
      '| --- | --- | --- | --- | --- |',
      '| Orders are paid | 99.5 % | 30d | Paid by card. | `service:orders_paid_errors:ratio_rate30d` |',
      '',
    ].join('\n'),
  );
});

it('has no heading over nothing', () => {
  const empty = indexOf(smallModel({ dashboards: [], groups: [], leftOut: [] }));
  expect(empty).not.toContain('##');
  expect(empty).toMatch(/for reviews\n$/);
});
