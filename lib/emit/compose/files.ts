/**
 * The Compose files of a deployment: a project of its own beside the application's, and what changes it elsewhere.
 * Source: https://docs.docker.com/reference/compose-file/
 */
import type { Container } from '../../model/deployment/container.ts';
import type { Deployment } from '../../model/deployment/deployment.ts';
import type { Site } from '../../model/model.ts';
import { generated, toYaml } from '../yaml.ts';
import { serviceValue } from './container.ts';
import { overrideYaml } from './override.ts';
import { inFolder, projectName } from './words.ts';

type Value = Readonly<Record<string, unknown>>;

export interface ComposePlace {
  readonly site: Site;
  /** The folder of secrets, from the folder of the file. */
  readonly secrets: string;
}

/**
 * Paths and contents.
 *
 * @example [...composeFiles(shopDeployment, { site: stack.site, secrets: '../secrets' }).keys()]
 * // ['compose.yaml', 'compose.desktop.yaml']
 */
export function composeFiles(deployment: Deployment, place: ComposePlace): ReadonlyMap<string, string> {
  const overrides = Object.entries(deployment.overrides ?? {});
  return new Map([
    ['compose.yaml', composeYaml(deployment, place)],
    ...overrides.map(
      ([name, override]) => [`compose.${name}.yaml`, overrideYaml(override, deployment, place.site)] as const,
    ),
  ]);
}

function composeYaml(deployment: Deployment, place: ComposePlace): string {
  const header = generated('The monitoring, as a Compose project of its own beside that of the application.');
  const { project, networks, containers } = deployment;
  return [
    toYaml({ name: project }, { header }),
    `services:\n${Object.entries(containers)
      .map((entry) => service(entry, place.site))
      .join('')}`,
    toYaml({ networks: { ...networks, ...external(deployment, deployment.application.networks) } }),
    toYaml({ volumes: { ...volumes(deployment), ...external(deployment, deployment.application.volumes) } }),
    toYaml({ secrets: secrets(deployment, place) }),
  ].join('');
}

/** Printed one by one: a comment belongs to a place in the text, and values have none. */
function service([name, container]: readonly [string, Container], site: Site): string {
  const lines = toYaml({ [name]: serviceValue(container, site) })
    .trimEnd()
    .split('\n');
  return `  # ${container.purpose}\n${lines.map((line) => (line === '' ? '' : `  ${line}`)).join('\n')}\n`;
}

function external({ application }: Deployment, names: readonly string[]): Value {
  const project = projectName(application);
  return Object.fromEntries(names.map((name) => [name, { external: true, name: `${project}_${name}` }]));
}

function volumes({ volumes: names }: Deployment): Value {
  return Object.fromEntries(names.map((name) => [name, {}]));
}

function secrets({ secrets: all }: Deployment, { secrets: folder }: ComposePlace): Value {
  return Object.fromEntries(Object.keys(all).map((name) => [name, { file: inFolder(`${folder}/${name}`) }]));
}
