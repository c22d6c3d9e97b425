import { expect, it } from 'vitest';
import { alert, dashboard, group, recordingRule, smallModel } from '../../../test/support/small-model.ts';
import { modelJson } from './model-json.ts';
import { readings } from './readings.ts';

const jsonOf = (model = smallModel()) => modelJson(model, readings(model));

it('says of each signal, alert and metric what a review asks', () => {
  expect(jsonOf()).toMatchInlineSnapshot(`
    "{
      "profile": "instrumented",
      "alerts": {
        "VoteQueueGrowing": {
          "expr": "job:votes_waiting:max > 100 and deriv(job:votes_waiting:max[10m]) > 0",
          "for": "10m",
          "group": "queue",
          "keepFiringFor": "2m",
          "labels": [
            "job"
          ],
          "metrics": [
            "job:votes_waiting:max"
          ],
          "panel": "small-queue/417",
          "series": {
            "answers": 1,
            "reads": 2
          },
          "severity": "warning",
          "signals": [
            "votes-waiting"
          ]
        }
      },
      "leftOut": [
        {
          "name": "Requests",
          "dashboard": "small-queue",
          "reasons": [
            "result writes no access log"
          ],
          "what": "panel"
        },
        {
          "name": "ResultErrors",
          "reasons": [
            "result writes no access log",
            "nor has it | metrics"
          ],
          "what": "alert"
        }
      ],
      "metrics": {
        "probe_duration_seconds": {
          "jobs": [
            "redis"
          ],
          "kind": "gauge",
          "readers": [
            "annotation small-queue/Restarts"
          ],
          "series": 1,
          "unit": "seconds"
        },
        "redis_key_size": {
          "jobs": [
            "redis"
          ],
          "kind": "gauge",
          "readers": [
            "recording rule job:votes_waiting:max"
          ],
          "series": 2,
          "unit": "elements"
        },
        "up": {
          "jobs": [
            "redis"
          ],
          "kind": "gauge",
          "readers": [
            "variable small-queue/service"
          ],
          "series": 1,
          "unit": "state"
        }
      },
      "recordingRules": {
        "job:votes_waiting:max": {
          "expr": "max by (job) (redis_key_size{db=\\"db0\\",key=\\"votes\\"})",
          "group": "queue",
          "labels": [
            "job"
          ],
          "metrics": [
            "redis_key_size"
          ],
          "series": {
            "answers": 1,
            "reads": 1
          },
          "signal": "votes-waiting"
        }
      },
      "signals": {
        "votes-waiting": {
          "name": "Votes waiting",
          "expressions": {
            "job:votes_waiting:max": {
              "labels": [
                "job"
              ],
              "metrics": [
                "job:votes_waiting:max"
              ],
              "series": {
                "answers": 1,
                "reads": 1
              }
            },
            "max by (job) (redis_key_size{db=\\"db0\\",key=\\"votes\\"})": {
              "labels": [
                "job"
              ],
              "metrics": [
                "redis_key_size"
              ],
              "series": {
                "answers": 1,
                "reads": 1
              }
            }
          },
          "readers": [
            "alert VoteQueueGrowing",
            "panel small-queue/votes-waiting",
            "recording rule job:votes_waiting:max"
          ],
          "thresholds": {
            "critical": 1000,
            "direction": "above",
            "warning": 100
          },
          "unit": "votes",
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
  expect(Object.keys(alerts)).toEqual(['VoteQueueGrowing (critical)', 'VoteQueueGrowing (warning)']);
});
