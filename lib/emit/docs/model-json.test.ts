import { expect, it } from 'vitest';
import { alert, dashboard, group, recordingRule, smallModel } from '../../../test/support/small-model.ts';
import { readings } from '../../model/readings.ts';
import { modelJson } from './model-json.ts';
import { needs } from './needs.ts';

const jsonOf = (model = smallModel()) =>
  modelJson(model, { metrics: readings(model), logs: [], needed: needs(model, readings(model)) });

it('says of each signal, alert and metric what a review asks', () => {
  expect(jsonOf()).toMatchInlineSnapshot(`
    "{
      "profile": "plain",
      "alerts": {
        "QueueLong": {
          "expr": "job:queue_length:max >= 100",
          "for": "5m",
          "group": "queue",
          "keepFiringFor": "2m",
          "labels": [
            "job"
          ],
          "metrics": [
            "job:queue_length:max"
          ],
          "panel": "shop/864609283",
          "series": {
            "answers": 1,
            "reads": 1
          },
          "severity": "warning",
          "signals": [
            "queue-length"
          ]
        }
      },
      "leftOut": [
        {
          "name": "Returns",
          "dashboard": "shop",
          "reasons": [
            "till writes no access log"
          ],
          "what": "panel"
        },
        {
          "name": "TillErrors",
          "reasons": [
            "till writes no access log",
            "nor has it | metrics"
          ],
          "what": "alert"
        }
      ],
      "metrics": {
        "orders_total": {
          "jobs": [
            "shop"
          ],
          "kind": "counter",
          "readers": [
            "panel shop/orders"
          ],
          "series": 2,
          "unit": "orders"
        },
        "queue_length": {
          "jobs": [
            "store"
          ],
          "kind": "gauge",
          "readers": [
            "annotation shop/Rush",
            "recording rule job:queue_length:max"
          ],
          "series": 1,
          "unit": "orders"
        },
        "up": {
          "jobs": [
            "store"
          ],
          "kind": "gauge",
          "readers": [
            "variable shop/service"
          ],
          "series": 1,
          "unit": "state"
        }
      },
      "objectives": {},
      "recordingRules": {
        "job:queue_length:max": {
          "expr": "max by (job) (queue_length{job=\\"store\\",queue=\\"orders\\"})",
          "group": "queue",
          "labels": [
            "job"
          ],
          "metrics": [
            "queue_length"
          ],
          "series": {
            "answers": 1,
            "reads": 1
          },
          "signal": "queue-length"
        }
      },
      "signals": {
        "orders": {
          "name": "Orders",
          "expressions": {
            "sum(rate(orders_total{job=\\"shop\\"}[$__rate_interval]))": {
              "labels": [],
              "metrics": [
                "orders_total"
              ],
              "series": {
                "answers": 1,
                "reads": 6
              }
            }
          },
          "readers": [
            "panel shop/orders"
          ],
          "unit": "orders/s",
          "whenEmpty": "no data"
        },
        "queue-length": {
          "name": "Queue",
          "expressions": {
            "job:queue_length:max": {
              "labels": [
                "job"
              ],
              "metrics": [
                "job:queue_length:max"
              ],
              "series": {
                "answers": 1,
                "reads": 1
              }
            },
            "max by (job) (queue_length{job=\\"store\\",queue=\\"orders\\"})": {
              "labels": [
                "job"
              ],
              "metrics": [
                "queue_length"
              ],
              "series": {
                "answers": 1,
                "reads": 1
              }
            }
          },
          "readers": [
            "alert QueueLong",
            "panel shop/queue-length",
            "recording rule job:queue_length:max"
          ],
          "thresholds": {
            "critical": 1000,
            "direction": "from",
            "warning": 100
          },
          "unit": "orders",
          "whenEmpty": "no data"
        }
      }
    }
    "
  `);
});

it('is the same whatever the order of the definitions', () => {
  const groups = [group('a', [recordingRule, alert]), group('b', [{ ...alert, name: 'Another' }])];
  const twice = [dashboard, { ...dashboard, uid: 'another' }];
  const forwards = jsonOf(smallModel({ groups, dashboards: twice }));
  expect(jsonOf(smallModel({ groups: groups.toReversed(), dashboards: twice.toReversed() }))).toBe(forwards);
});

it('has an entry for each severity of an alert', () => {
  const page = { ...alert, severity: 'critical' } as const;
  const { alerts } = JSON.parse(jsonOf(smallModel({ groups: [group('queue', [alert, page])] })));
  expect(Object.keys(alerts)).toEqual(['QueueLong (critical)', 'QueueLong (warning)']);
});
