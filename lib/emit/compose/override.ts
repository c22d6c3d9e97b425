/**
 * Files that are given to Compose after the first one, and change it for another kind of place.
 * Source: https://docs.docker.com/reference/compose-file/merge/
 */
import type { ContainerChange } from '../../model/deployment/container.ts';
import type { Deployment, Override } from '../../model/deployment/deployment.ts';
import type { Site } from '../../model/model.ts';
import { generated, type Tagged, toYaml } from '../yaml.ts';
import { mountValue, programOf } from './container.ts';
import { literal, projectName } from './words.ts';

type Value = Readonly<Record<string, unknown>>;

/** How Compose names what an override changes. */
const KEYS: { readonly [K in keyof ContainerChange]-?: string } = {
  command: 'command',
  mounts: 'volumes',
  devices: 'devices',
  capabilities: 'cap_add',
  networks: 'networks',
  environment: 'environment',
};

/** The text of `compose.<name>.yaml`. */
export function overrideYaml(override: Override, deployment: Deployment, site: Site): string {
  const { purpose, inApplication, containers = {}, environment = {} } = override;
  const services: Record<string, Value> = {};
  const tags: Tagged[] = [];
  for (const [name, change] of Object.entries(containers)) {
    services[name] = changed(change, site);
    // Compose would add to a list: this one takes its place.
    for (const key of Object.keys(services[name])) tags.push({ path: ['services', name, key], tag: '!override' });
  }
  for (const [name, variables] of Object.entries(environment)) {
    services[name] = {
      environment: Object.fromEntries(Object.entries(variables).map(([key, text]) => [key, literal(text)])),
    };
  }
  const value = {
    ...(inApplication && joined(deployment)),
    ...(Object.keys(services).length > 0 && { services }),
  };
  return toYaml(value, { header: generated(purpose), tags });
}

function changed(change: ContainerChange, site: Site): Value {
  const { command, environment } = programOf(change, site);
  const values: Value = { ...change, command, environment, mounts: change.mounts?.map(mountValue) };
  const keys = Object.keys(change) as (keyof ContainerChange)[];
  return Object.fromEntries(keys.map((key) => [KEYS[key], values[key] ?? []]));
}

/** The application's project takes the deployment in: what was outside is then its own. */
function joined({ application }: Deployment): Value {
  const project = projectName(application);
  const own = (names: readonly string[]): Value =>
    Object.fromEntries(names.map((name) => [name, { external: false, name: `${project}_${name}` }]));
  return { name: project, networks: own(application.networks), volumes: own(application.volumes) };
}
