/** What runs beside the shop, for the rules about deployments: a test exchanges the part that it is about. */
import type { Container, Deployment, DeploymentInput, ResolvedModel } from 'plainsight';
import { deployment } from 'plainsight';
import { type ShopChange, shop } from './shop.ts';

const exporter: Container = {
  purpose: 'The store.',
  image: 'registry.example/store-exporter:1.0',
  memory: '64M',
  networks: ['monitoring'],
  metrics: 80,
};

/** A change of the one container, besides those of the deployment. */
export interface DeploymentChange extends Partial<DeploymentInput> {
  readonly exporter?: Partial<Container>;
}

/** The shop with a deployment that is right in everything that is not changed. */
export function deployed({ exporter: change, ...rest }: DeploymentChange, others: ShopChange = {}): ResolvedModel {
  return shop({
    deployment: deployment({
      project: 'shop-monitoring',
      application: { project: 'shop', variable: 'SHOP_PROJECT', networks: [], volumes: [], services: ['shop'] },
      networks: { monitoring: {} },
      volumes: [],
      secrets: {},
      // What is changed may be any part of it.
      containers: { store: { ...exporter, ...change } as Container },
      ...rest,
    }),
    ...others,
  });
}

/** A deployment of one Prometheus, started by a command of its own or by its image's. */
export function prometheusOf(command?: readonly string[], change: Partial<DeploymentInput> = {}): Deployment {
  return deployment({
    project: 'shop-monitoring',
    application: { project: 'shop', variable: 'SHOP_PROJECT', networks: [], volumes: [], services: [] },
    networks: { monitoring: {} },
    volumes: ['prometheus-data'],
    secrets: {},
    containers: {
      prometheus: {
        purpose: 'Prometheus.',
        image: 'prom/prometheus:v3.16.0',
        ...(command === undefined ? {} : { command }),
        memory: '1G',
        networks: ['monitoring'],
        metrics: 9090,
        mounts: [{ output: 'prometheus', at: '/etc/prometheus' }],
      },
    },
    ...change,
  });
}
