/** The registry: a dashboard that is not listed here is not built, and the check says so. */
import application from './application.ts';
import database from './database.ts';
import logs from './logs.ts';
import monitoring from './monitoring.ts';
import overview from './overview.ts';
import system from './system.ts';

export const dashboards = [overview, system, application, database, logs, monitoring];
