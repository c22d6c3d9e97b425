/** What Alertmanager refuses a configuration for, as far as the tree of routes shows it: names that lead nowhere. */
import type { AlertmanagerRecord, RouteRecord } from '../read/records.ts';
import { type Finding, finding } from './finding.ts';
import { quoted } from './words.ts';

/** What a configuration is refused for that the one before was not. */
export function refusedRoutes(before: AlertmanagerRecord | undefined, after: AlertmanagerRecord): readonly Finding[] {
  const known = new Set(before === undefined ? [] : faultsOf(before));
  const faults = faultsOf(after).filter((each) => !known.has(each));
  return faults.map((fault) =>
    finding({
      kind: 'routes-refused',
      subject: { what: 'route', name: fault, place: after.place },
      sentence: `${fault}: Alertmanager refuses the whole file.`,
    }),
  );
}

function faultsOf({ route, receivers, times }: AlertmanagerRecord): readonly string[] {
  const faults = routesOf(route).flatMap(({ receiver, muted, active }) => [
    ...(receivers.has(receiver) ? [] : [receiverFault(receiver)]),
    ...[...active, ...muted]
      .filter((each) => !times.has(each))
      .map((each) => `A route names the hours ${quoted(each)}, which are not defined`),
  ]);
  return [...new Set(faults)];
}

function receiverFault(name: string): string {
  return name === '' ? 'The first route names no receiver' : `A route goes to ${quoted(name)}, which is not defined`;
}

function routesOf(route: RouteRecord): readonly RouteRecord[] {
  return [route, ...route.routes.flatMap(routesOf)];
}
