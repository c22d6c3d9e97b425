import { expect, it } from 'vitest';
import { smallModel } from '../../../test/support/small-model.ts';
import { readings } from './readings.ts';
import { readme } from './readme.ts';

const indexOf = (model = smallModel()) => readme(model, readings(model));

it('lists everything that the profile has, and what it cannot have', () => {
  expect(indexOf()).toMatchInlineSnapshot(`
    "# Monitoring, profile instrumented

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
    | [Small / Queue \\| waiting](grafana/dashboards/small-queue.json) | Whether votes wait. |

    ## Alerts

    | alert | severity | when | runbook |
    | --- | --- | --- | --- |
    | \`VoteQueueGrowing\` | warning | Votes are piling up in Redis. | [runbook](runbooks/VoteQueueGrowing.md) |

    ## Recording rules

    | rule | group | records | read by |
    | --- | --- | --- | --- |
    | \`job:votes_waiting:max\` | queue | Votes waiting | alert VoteQueueGrowing<br>panel small-queue/votes-waiting |

    ## Metrics needed

    | metric | kind | unit | job | needed by |
    | --- | --- | --- | --- | --- |
    | \`probe_duration_seconds\` | gauge | seconds | redis | annotation small-queue/Restarts |
    | \`redis_key_size\` | gauge | elements | redis | recording rule job:votes_waiting:max |
    | \`up\` | gauge | state | redis | variable small-queue/service |

    ## Left out of this profile

    | what | name | why |
    | --- | --- | --- |
    | panel | small-queue/Requests | result writes no access log |
    | alert | ResultErrors | result writes no access log<br>nor has it \\| metrics |
    "
  `);
});

it('has no heading over nothing', () => {
  const empty = indexOf(smallModel({ dashboards: [], groups: [], leftOut: [] }));
  expect(empty).not.toContain('##');
  expect(empty).toMatch(/for reviews\n$/);
});
