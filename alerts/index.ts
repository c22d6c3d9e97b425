/** The registry: modules whose exports are alerts. An alert is named as its constant. */
import * as application from './application.ts';
import * as system from './system.ts';

export const alerts = [system, application];
