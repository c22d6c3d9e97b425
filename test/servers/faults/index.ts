/** Every fault that is tried on the running stack. */
import { applicationFaults } from './application.ts';
import type { Fault } from './fault.ts';
import { monitoringFaults } from './monitoring.ts';
import { postgresFaults } from './postgres.ts';
import { redisFaults } from './redis.ts';

export const faults: readonly Fault[] = [...applicationFaults, ...redisFaults, ...postgresFaults, ...monitoringFaults];
