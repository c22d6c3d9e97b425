import { expect, it } from 'vitest';
import { smallModel } from '../../../test/support/small-model.ts';
import { readings } from '../../model/readings.ts';
import { needs } from './needs.ts';
import { readme } from './readme.ts';

const indexOf = (model = smallModel()) => readme(model, needs(model, readings(model)));

it('lists everything that the profile has, and what it cannot have', () => {
  expect(indexOf()).toMatchInlineSnapshot(`
    "# Monitoring, profile plain

    Made by \`npm run build\` from the definitions; what is changed here by hand is lost.

    - \`grafana/dashboards/\`: dashboards, to be provisioned or imported as they are
    - \`pictures/\`: what they look like, with sample data; \`*.folded.svg\` has the rows that open folded
    - \`prometheus/prometheus.yml\`: what is scraped
    - \`prometheus/rules/\`: recording and alerting rules
    - \`prometheus/tests/\`: their tests, for \`promtool test rules prometheus/tests/*.yml\`
    - \`runbooks/\`: what to do when an alert fires
    - \`model.json\`: signals, expressions, metrics and who reads them, for reviews

    ## Dashboards

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
    | \`job:queue_length:max\` | queue | Queue | alert QueueLong<br>panel shop/queue-length |

    ## Metrics needed

    | metric | kind | unit | job | needed by |
    | --- | --- | --- | --- | --- |
    | \`orders_total\` | counter | orders | shop | panel shop/orders |
    | \`queue_length\` | gauge | orders | store | annotation shop/Rush<br>recording rule job:queue_length:max |
    | \`up\` | gauge | state | store | variable shop/service |

    ## Left out of this profile

    | what | name | why |
    | --- | --- | --- |
    | panel | shop/Returns | till writes no access log |
    | alert | TillErrors | till writes no access log<br>nor has it \\| metrics |
    "
  `);
});

it('has no heading over nothing', () => {
  const empty = indexOf(smallModel({ dashboards: [], groups: [], leftOut: [] }));
  expect(empty).not.toContain('##');
  expect(empty).toMatch(/for reviews\n$/);
});
