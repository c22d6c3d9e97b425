/** The same faults where today’s images run, which tell nothing of themselves: what is seen is seen from outside. */
import { applicationFaults } from './application.ts';
import type { Fault } from './fault.ts';
import { postgresFaults } from './postgres.ts';
import { redisFaults } from './redis.ts';

const others = [...applicationFaults, ...redisFaults, ...postgresFaults];

/** One of the other faults, told of the same unless it is said here. */
function stock(name: string, changed: Partial<Fault> = {}): Fault {
  const fault = others.find((each) => each.name === name);
  if (fault === undefined) throw new Error(`no fault is named ${name}`);
  const { incident: _, situation: __, differs: ___, ...same } = fault;
  return { ...same, name: `stock-${name}`, title: `Today’s images: ${fault.title}`, profile: 'stock', ...changed };
}

export const stockFaults: readonly Fault[] = [
  stock('worker-stopped'),
  // The same lines stay away.
  stock('vote-stopped', { logAlerts: [] }),
  // Alloy counts the answers in the access log.
  stock('votes-fail', { endShownBy: 'votes-fail' }),
  stock('redis-killed'),
  stock('postgres-killed'),
];
