/** What the monitoring plan asks for. The index of `dist/` says where each is shown; a check holds the dashboards to it. */
import { requirement } from 'plainsight';
import * as application from './signals/application.ts';
import * as containers from './signals/containers.ts';
import * as database from './signals/database.ts';
import * as system from './signals/system.ts';
import * as volume from './signals/volume.ts';

export const requirements = [
  requirement('CPU of every container', { part: 'System', shownBy: [containers.containerCpu] }),
  requirement('Memory of every container', { part: 'System', shownBy: [containers.containerMemory] }),
  requirement('Uptime of every service', { part: 'System', shownBy: [system.serviceUptime] }),
  requirement('Disk use of the volume db-data', {
    part: 'System',
    shownBy: [volume.databaseSize, volume.writeAheadLogSize],
  }),
  requirement('http_requests_total of vote and result', { part: 'Application', shownBy: [application.requests] }),
  requirement('http_request_duration_seconds of vote and result', {
    part: 'Application',
    shownBy: [application.latencyP95, application.latencyDistributionOfVote],
  }),
  requirement('Votes per second through vote', { part: 'Application', shownBy: [application.votesAccepted] }),
  requirement('Length of the Redis queue, so that the worker is not overwhelmed', {
    part: 'Application',
    shownBy: [application.queueLength, application.workerSaturation],
  }),
  requirement('Active connections of PostgreSQL', { part: 'Database', shownBy: [database.connections] }),
  requirement('Query rate of PostgreSQL', { part: 'Database', shownBy: [database.transactions] }),
];
