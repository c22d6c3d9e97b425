/** Every fault that is tried on the running stack. */
import { applicationFaults } from './application.ts';
import type { Fault } from './fault.ts';
import { logFaults } from './logs.ts';
import { monitoringFaults } from './monitoring.ts';
import { postgresFaults } from './postgres.ts';
import { redisFaults } from './redis.ts';
import { stockFaults } from './stock.ts';

export const faults: readonly Fault[] = [
  ...applicationFaults,
  ...redisFaults,
  ...postgresFaults,
  ...logFaults,
  ...monitoringFaults,
  ...stockFaults,
];
