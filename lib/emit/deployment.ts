/** Every file of a deployment: Compose's, and the configuration of the servers that it describes. */
import type { Deployment } from '../model/deployment/deployment.ts';
import type { Site } from '../model/model.ts';
import { alloyConfig } from './alloy/config.ts';
import { blackboxYml } from './blackbox/config.ts';
import { composeFiles } from './compose/files.ts';
import { lokiYaml } from './loki/config.ts';

export interface DeploymentPlace {
  readonly site: Site;
  /** The folder of the files inside the output folder; empty where it is that folder itself. */
  readonly folder: string;
}

/**
 * Paths and contents. Secrets lie in the folder `secrets` beside the output folder, which belongs to the build alone.
 *
 * @example [...deploymentFiles(shopDeployment, { site: stack.site, folder: '' }).keys()]
 * // ['compose.yaml', 'compose.desktop.yaml', 'loki/config.yaml', 'alloy/config.alloy', 'blackbox/blackbox.yml', 'notes/first.txt']
 */
export function deploymentFiles(
  deployment: Deployment,
  { site, folder }: DeploymentPlace,
): ReadonlyMap<string, string> {
  const { logStore, logCollection, probes, files = {} } = deployment;
  const depth = folder.split('/').filter((part) => part !== '').length + 1;
  return new Map([
    ...composeFiles(deployment, { site, secrets: `${'../'.repeat(depth)}secrets` }),
    ...(logStore === undefined ? [] : [['loki/config.yaml', lokiYaml(logStore, site)] as const]),
    ...(logCollection === undefined ? [] : [['alloy/config.alloy', alloyConfig(logCollection)] as const]),
    ...(probes === undefined ? [] : [['blackbox/blackbox.yml', blackboxYml(probes)] as const]),
    ...Object.entries(files),
  ]);
}
