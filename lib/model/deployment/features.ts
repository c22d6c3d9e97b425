/**
 * Feature flags of the Prometheus that evaluates a model. What needs one is refused unless the model says that the
 * server has it; then the flag stands in what starts the server.
 * Source: https://prometheus.io/docs/prometheus/latest/feature_flags/
 */
import type { Container, Word } from './container.ts';
import type { Deployment, Override } from './deployment.ts';

/** A flag that makes more of PromQL: functions and aggregations that may still change or go. */
export type PrometheusFeature = 'promql-experimental-functions';

/** What the image starts where nothing else is said. */
const IMAGE_COMMAND: readonly Word[] = [
  '--config.file=/etc/prometheus/prometheus.yml',
  '--storage.tsdb.path=/prometheus',
];

/** Prometheus is what reads the configuration that the build writes for it. */
function isPrometheus({ mounts = [] }: Pick<Container, 'mounts'>): boolean {
  return mounts.some((mount) => 'output' in mount && mount.output === 'prometheus');
}

function flag(feature: string): string {
  return `--enable-feature=${feature}`;
}

/** The features that a command names. */
function namedIn(command: readonly Word[] | undefined): readonly string[] {
  return (command ?? []).flatMap((word) => {
    const [, list] = typeof word === 'string' ? (/^--enable-feature[= ](.*)$/.exec(word) ?? []) : [];
    return list === undefined ? [] : list.split(',');
  });
}

/** The features that a deployment's own commands name. */
export function featuresIn(deployment: Deployment | undefined): readonly string[] {
  return Object.values(deployment?.containers ?? {})
    .filter(isPrometheus)
    .flatMap(({ command }) => namedIn(command));
}

/** The deployment with the features in the command of its Prometheus, in its overrides too. */
export function withFeatures(deployment: Deployment, features: readonly PrometheusFeature[]): Deployment {
  if (features.length === 0) return deployment;
  const started = (command: readonly Word[]): readonly Word[] => [
    ...command,
    ...features.filter((feature) => !namedIn(command).includes(feature)).map(flag),
  ];
  const servers = new Set(Object.keys(deployment.containers).filter((name) => isServer(deployment, name)));
  const containers = mapped(deployment.containers, (container, name) =>
    servers.has(name) ? { ...container, command: started(container.command ?? IMAGE_COMMAND) } : container,
  );
  const overridden = ({ containers: changes, ...rest }: Override): Override =>
    changes === undefined
      ? rest
      : {
          ...rest,
          containers: mapped(changes, (change, name) =>
            servers.has(name) && change.command !== undefined
              ? { ...change, command: started(change.command) }
              : change,
          ),
        };
  const overrides = deployment.overrides === undefined ? {} : { overrides: mapped(deployment.overrides, overridden) };
  return Object.freeze({ ...deployment, containers, ...overrides });
}

function isServer({ containers }: Deployment, name: string): boolean {
  const container = containers[name];
  return container !== undefined && isPrometheus(container);
}

function mapped<T>(
  of: Readonly<Record<string, T>>,
  change: (value: T, name: string) => T,
): Readonly<Record<string, T>> {
  return Object.freeze(Object.fromEntries(Object.entries(of).map(([name, value]) => [name, change(value, name)])));
}
