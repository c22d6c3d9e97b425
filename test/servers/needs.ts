/** What the whole stack needs, and a `describe` for tests that run it. */
import { servicesAreInstalled } from '../../scripts/servers/services.ts';
import { howToGet, systemNames, systemPath } from '../../scripts/servers/system.ts';
import { notBuilt, type ProgramName, serverPath } from '../support/server-path.ts';

const BUILT: readonly ProgramName[] = [
  'prometheus',
  'alertmanager',
  'node_exporter',
  'postgres_exporter',
  'blackbox_exporter',
  'alloy-check',
];

/** What is not there, and the command that gets it; undefined where the stack can run. */
export function missing(): string | undefined {
  const built = BUILT.filter((name) => serverPath(name) === undefined);
  const lines = [
    ...(built.length === 0 ? [] : [notBuilt(built)]),
    ...systemNames.filter((name) => systemPath(name) === undefined).map(howToGet),
    // The command that gets the servers gets these too.
    ...(servicesAreInstalled() || built.length > 0
      ? []
      : ['vote, worker and result have no packages; `npm run servers` gets them']),
  ];
  return lines.length === 0 ? undefined : lines.join('; ');
}
