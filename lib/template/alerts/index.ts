/** The registry: modules whose exports are alerts. An alert is named as its constant. */
import * as hosts from './hosts.ts';

export const alerts = [hosts];
