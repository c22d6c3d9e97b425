import { expect, it } from 'vitest';
import { prometheusFiles } from '../../lib/emit/prometheus/files.ts';
import { resolve } from '../../lib/model/resolve/resolve.ts';
import { loadModel } from '../../scripts/project.ts';
import { promtool } from '../../test/support/promtool-files.ts';
import { describeWithServer } from '../../test/support/servers.ts';
import { application } from './application.ts';
import { containers } from './containers.ts';
import { database } from './database.ts';
import { disks } from './disks.ts';
import { redis } from './redis.ts';
import type { Situation } from './situation.ts';
import { targets } from './targets.ts';

const model = await loadModel();
const rulesOf = (profile: 'instrumented' | 'stock') =>
  [...prometheusFiles(resolve(model, profile).model)].filter(([path]) => path.startsWith('rules/'));
const rules = { instrumented: rulesOf('instrumented'), stock: rulesOf('stock') };

/** What promtool says of a situation. JSON is YAML, so that the test owes nothing to our own. */
function happens({ says, every, given, firing, profile = 'instrumented' }: Situation): Promise<string> {
  const files = rules[profile];
  const asked = firing.map(([at, alert, count]) => ({
    // The heartbeat fires always, and is no page.
    expr: `count(ALERTS{alertstate="firing",severity!="none",alertname=~"${alert === '' ? '.+' : alert}"}) or vector(0)`,
    eval_time: at,
    exp_samples: [{ labels: '{}', value: count }],
  }));
  const test = {
    rule_files: files.map(([path]) => `../${path}`),
    evaluation_interval: every === '15s' ? '30s' : every,
    tests: [
      {
        name: says,
        interval: every,
        input_series: Object.entries(given).map(([series, values]) => ({ series, values })),
        promql_expr_test: asked,
      },
    ],
  };
  const path = 'situations/test.yml';
  return promtool(new Map([...files, [path, JSON.stringify(test)]]), ['test', 'rules', path]);
}

describeWithServer(['promtool'], 'what fires when', () => {
  it.each([...application, ...redis, ...database, ...disks, ...containers, ...targets])(
    '$says',
    async (situation) => {
      expect(await happens(situation)).toBe('accepted');
    },
    60_000,
  );

  it('notices an alert that fires and should not', async () => {
    const [first] = redis;
    if (first === undefined) throw new Error('there are situations');
    expect(await happens({ ...first, firing: [['11m', 'RedisRejectingConnections', 1]] })).toContain('FAILED');
  });
});
