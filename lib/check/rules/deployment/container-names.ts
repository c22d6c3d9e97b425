/** What a container names is there: networks, volumes, secrets, other containers, and folders that the build writes. */
import type { Container } from '../../../model/deployment/container.ts';
import type { Deployment } from '../../../model/deployment/deployment.ts';
import type { ResolvedModel } from '../../../model/resolved.ts';
import { didYouMean, listed } from '../../messages.ts';
import { rule } from '../../rule.ts';
import { unexcusable } from '../../survey/expressions.ts';

export const containerNames = rule({
  id: 'container-names',
  reason:
    'Compose refuses the whole file for a network, volume or secret that is not there, and mounts an empty folder for one that the build does not write.',
  source: 'Docker, Compose file reference: services, networks, volumes and secrets',
  example: {
    where: 'container store',
    found: 'the network monitorng',
    allowed: 'monitoring',
    remedy: 'did you mean monitoring? Otherwise add it to `networks` of the deployment',
  },
  *check({ model }) {
    const { deployment } = model;
    if (deployment === undefined) return;
    for (const [container, of] of Object.entries(deployment.containers)) {
      const about = unexcusable({ what: `container ${container}` });
      for (const { what, names, known, remedy } of namesIn(of, deployment, model)) {
        for (const name of names.filter((each) => !known.includes(each))) {
          yield {
            about,
            found: `the ${what} ${name}`,
            allowed: listed(known, 'or'),
            remedy: didYouMean(name, known, remedy),
          };
        }
      }
    }
  },
});

interface Names {
  readonly what: string;
  readonly names: readonly string[];
  readonly known: readonly string[];
  readonly remedy: string;
}

function namesIn(container: Container, deployment: Deployment, model: ResolvedModel): readonly Names[] {
  const { application, networks, volumes, secrets, containers } = deployment;
  const { mounts = [], after = {} } = container;
  return [
    {
      what: 'network',
      names: container.networks,
      known: [...Object.keys(networks), ...application.networks],
      remedy: 'add it to `networks` of the deployment',
    },
    {
      what: 'volume',
      names: mounts.flatMap((mount) => ('volume' in mount ? [mount.volume] : [])),
      known: [...volumes, ...application.volumes],
      remedy: 'add it to `volumes` of the deployment',
    },
    {
      what: 'secret',
      names: container.secrets ?? [],
      known: Object.keys(secrets),
      remedy: 'add it to `secrets` of the deployment',
    },
    { what: 'container', names: Object.keys(after), known: Object.keys(containers), remedy: 'add that container' },
    {
      what: 'folder',
      names: mounts.flatMap((mount) => ('output' in mount ? [mount.output] : [])),
      known: foldersOf(deployment, model),
      remedy: 'add to `files` of the deployment what lies in it',
    },
  ];
}

/** The folders that a build of this model writes. */
function foldersOf(
  { files = {}, logStore, logCollection, probes }: Deployment,
  model: ResolvedModel,
): readonly string[] {
  const always = ['prometheus', 'runbooks', 'grafana/dashboards', 'grafana/provisioning'];
  const sometimes = { alertmanager: model.alerting, loki: logStore, alloy: logCollection, blackbox: probes };
  const present = Object.entries(sometimes).flatMap(([folder, of]) => (of === undefined ? [] : [folder]));
  const own = Object.keys(files).map((path) => path.split('/').slice(0, -1).join('/'));
  return [...new Set([...always, ...present, ...own])];
}
