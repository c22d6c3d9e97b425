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

    Made by \`npm run build\` from the definitions; the next build overwrites changes made here by hand.

    - \`index.html\`: this page with a search; opens in a browser, without a server
    - \`grafana/dashboards/\`: dashboards, to be provisioned or imported as they are
    - \`pictures/\`: the dashboards as pictures, with sample data; \`*.folded.svg\` shows the rows that are folded at first
    - \`prometheus/prometheus.yml\`: what is scraped
    - \`prometheus/rules/\`: recording and alerting rules
    - \`prometheus/tests/\`: their tests, for \`promtool test rules prometheus/tests/*.yml\`
    - \`runbooks/\`: what to do when an alert fires
    - \`model.json\`: signals, their expressions and metrics, and who reads them; for reviews

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

    | rule | read by |
    | --- | --- |
    | \`job:queue_length:max\`<br>Queue<br>group queue | alert QueueLong<br>Shop / Queue \\| orders: Queue |

    ## Metrics needed

    What Prometheus has to scrape, from which job, and which panels and alerts read it. Without a metric, or without one of its labels or buckets, these panels are empty and these alerts never fire.

    | metric | read by | labels and buckets |
    | --- | --- | --- |
    | \`orders_total\`<br>counter, orders<br>job shop | Shop / Queue \\| orders: Orders |  |
    | \`queue_length\`<br>gauge, orders<br>job store | Shop / Queue \\| orders: annotation Rush<br>recorded as job:queue_length:max | \`queue\` |
    | \`up\`<br>gauge, state<br>job store | Shop / Queue \\| orders: variable service |  |

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
