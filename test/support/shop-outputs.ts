/** The shop in production and in staging: one definition, two outputs that differ in all that an environment can. */
import {
  defineConfig,
  series,
  withAddresses,
  withExternalLabels,
  withSite,
  withTargets,
  withThresholds,
} from 'plainsight';
import { importIn, type Project } from '../../lib/cli/project.ts';
import { projectRoot } from './compiler.ts';
import { queue_length, queueLength, shopModel, storeTarget } from './shop.ts';

const queue = (values: string) => [series(queue_length, { queue: 'orders', service: 'store' }, values)];

/** Staging has few orders, finds the store in a file, and speaks to it with a token. */
export const staging = [
  withThresholds(
    queueLength,
    { warning: 10, critical: 50 },
    {
      reason: 'staging has a tenth of the orders',
      tests: [
        {
          alert: 'QueueLong',
          fires: { given: queue('10x20'), at: '15m', labels: { job: 'store' }, says: '10 orders wait in store.' },
          silent: [{ reason: 'fewer than ten', given: queue('9x20'), at: '15m' }],
        },
      ],
    },
  ),
  withSite({ grafana: 'https://grafana.staging.example', alertmanager: 'alertmanager.staging:9093' }),
  withExternalLabels({ environment: 'staging' }),
  withAddresses({ 'shop:80': 'shop.staging:80' }),
  withTargets(storeTarget, {
    discovery: [{ kind: 'file', files: ['targets/store.yml'] }],
    scheme: 'https',
    credentials: { credentialsFile: 'secrets/token' },
  }),
];

/** The shop as a project; it has no folder of its own. */
export const shopProject: Project = {
  folder: projectRoot,
  load: importIn(projectRoot),
  model: shopModel(),
  config: defineConfig({
    name: 'shop-monitoring',
    // Its definitions are gathered already: this is what the commands look at.
    model: {
      ...shopModel(),
      signals: [],
      objectives: [],
      alerts: [],
      catalogue: [],
      scrapeInterval: '15s',
      evaluationInterval: '15s',
    },
    outputs: { production: { profile: 'plain' }, staging: { profile: 'plain', steps: staging } },
  }),
};
