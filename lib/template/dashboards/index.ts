/** The registry: a dashboard that is not listed here is not built, and the check says so. */
import hosts from './hosts.ts';

export const dashboards = [hosts];
