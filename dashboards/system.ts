/** Is every service up, does anything run out, and which container is it? */
import { dashboard, query, row, text } from 'plainsight';
import * as panel from 'plainsight/panels';
import * as containers from '../stack/signals/containers.ts';
import * as disk from '../stack/signals/disk.ts';
import * as host from '../stack/signals/host.ts';
import * as system from '../stack/signals/system.ts';
import * as volume from '../stack/signals/volume.ts';
import { redisRestarted, started } from './annotations.ts';
import { serviceColours, upOrUnknown } from './colours.ts';
import { firing } from './firing.ts';
import { links, toLogs } from './links.ts';
import { service } from './variables.ts';

export default dashboard({
  uid: 'voting-app-system',
  title: 'Voting app / System',
  description: 'Containers, the host, the volume db-data, and whether every service is up.',
  tags: ['voting-app'],
  filter: { service },
  colours: { service: serviceColours },
  links: links('voting-app-system'),
  annotations: [started, redisRestarted],
  rows: [
    row('Health', [
      [
        firing,
        panel.stateTimeline(system.serviceUp, {
          by: ['service'],
          title: 'Services over time',
          mappings: upOrUnknown,
          width: 8,
        }),
        panel.table(system.serviceUptime, {
          by: ['service'],
          over: '1d',
          title: 'Uptime in 24 hours',
          decimals: 2,
          cells: 'coloured text',
          columns: [
            { field: 'service', title: 'Service', width: 110 },
            { field: 'Value', title: 'Uptime' },
          ],
          sortBy: { field: 'Value', order: 'ascending' },
          width: 6,
        }),
      ],
      [
        panel.stat(system.serviceUp, {
          by: ['service'],
          title: 'Services now',
          colour: 'background',
          show: 'value and name',
          key: 'services-now',
          mappings: upOrUnknown,
          width: 12,
        }),
        panel.stat(disk.diskUse, { decimals: 1 }),
        panel.stat(disk.diskFullIn, { title: 'Disk full in' }),
        panel.stat(host.hostMemory, { decimals: 1 }),
      ],
    ]),
    row('Problems', [
      [
        panel.stat(containers.containerRestarts, {
          links: toLogs,
          by: ['service'],
          title: 'Restarts in 15 minutes',
          show: 'value and name',
          width: 12,
        }),
        panel.stat({
          key: 'kills',
          title: 'Out-of-memory kills in 10 minutes',
          description: host.outOfMemoryKills.description,
          queries: [
            query(containers.containerKills, { by: ['service'] }),
            query(host.outOfMemoryKills, { legend: () => text`host` }),
          ],
          excuses: [
            { rule: 'panel-filtered', reason: 'what the host kills is of no service, and shown whichever is chosen' },
          ],
          show: 'value and name',
          width: 12,
        }),
      ],
    ]),
    row('Performance', [
      [
        panel.timeseries(containers.containerCpu, { links: toLogs, by: ['service'], min: 0 }),
        panel.timeseries(containers.containerMemory, { links: toLogs, by: ['service'], min: 0 }),
      ],
      [
        panel.timeseries({
          key: 'volume-content',
          title: 'Disk use of db-data',
          description: volume.volumeSize.description,
          queries: [volume.volumeSize, volume.databaseSize, volume.writeAheadLogSize],
          overrides: [
            { query: volume.volumeSize, colour: 'text' },
            { query: volume.databaseSize, colour: serviceColours.db },
            { query: volume.writeAheadLogSize, colour: 'purple' },
          ],
          min: 0,
        }),
        panel.timeseries(volume.diskAvailable, { title: 'Free disk space for db-data', key: 'disk-left', min: 0 }),
      ],
    ]),
    row(
      'Containers and their health checks',
      [
        [
          panel.stateTimeline({
            key: 'container-presence',
            title: 'Containers running',
            description: containers.containerPresence.description,
            queries: [
              query(containers.containerPresence, { by: ['service'] }),
              query(containers.appContainers, { legend: () => text`any of the app` }),
            ],
            excuses: [
              { rule: 'panel-filtered', reason: 'whether there is any container at all is asked of all of them' },
            ],
            height: 6,
          }),
          panel.stateTimeline(containers.containerHealth, { links: toLogs, by: ['service'], height: 6 }),
        ],
      ],
      { collapsed: true },
    ),
    row(
      'Limits of containers',
      [
        [
          panel.timeseries(containers.containerCpuShare, { by: ['service'], min: 0 }),
          panel.timeseries(containers.containerMemoryShare, { by: ['service'], min: 0, max: 1 }),
          panel.timeseries(containers.containerThrottling, { by: ['service'], min: 0 }),
        ],
      ],
      { collapsed: true },
    ),
    row(
      'Host',
      [
        [
          panel.timeseries(host.hostCpu, {
            by: ['instance'],
            overrides: [{ query: 'host-cpu-by-instance', colour: 'yellow' }],
            min: 0,
            max: 1,
          }),
          panel.timeseries(host.hostMemory, {
            key: 'host-memory-history',
            title: 'Host memory in use, over time',
            by: ['instance'],
            overrides: [{ query: 'host-memory-by-instance', colour: 'purple' }],
            min: 0,
            max: 1,
          }),
        ],
        [
          panel.timeseries({
            key: 'pressure',
            title: 'Time spent waiting for CPU, memory and disk',
            description:
              'The share of time in which some task of the host had to wait for CPU, memory or the disk. A busy host that waits for nothing is fine; one that waits is too small.',
            queries: [host.pressureCpu, host.pressureMemory, host.pressureIo],
            overrides: [
              { query: host.pressureCpu, colour: 'blue' },
              { query: host.pressureMemory, colour: 'purple' },
              { query: host.pressureIo, colour: 'yellow' },
            ],
            min: 0,
          }),
          panel.timeseries({
            key: 'host-network',
            title: 'Network of the host',
            description: 'Bytes per second: received above the line, sent below it.',
            queries: [host.hostNetworkReceived, host.hostNetworkSent],
            overrides: [
              { query: host.hostNetworkReceived, colour: 'blue' },
              { query: host.hostNetworkSent, colour: 'purple', mirrored: true },
            ],
          }),
        ],
      ],
      { collapsed: true },
    ),
    row(
      'Network of the containers',
      [
        [
          panel.timeseries(containers.networkReceived, {
            by: ['service'],
            title: 'Network received per container',
            min: 0,
          }),
          panel.timeseries(containers.networkSent, {
            by: ['service'],
            title: 'Network sent per container',
            min: 0,
          }),
        ],
      ],
      { collapsed: true },
    ),
    row(
      'Disks',
      [
        [
          panel.timeseries({
            key: 'disk-free',
            title: 'Free space and free inodes',
            description: disk.diskFree.description,
            queries: [
              query(disk.diskFree, { by: ['mountpoint'], legend: (l) => text`${l.mountpoint}: space` }),
              query(disk.inodesFree, { by: ['mountpoint'], legend: (l) => text`${l.mountpoint}: inodes` }),
            ],
            overrides: [
              { query: 'disk-free-by-mountpoint', colour: 'blue' },
              { query: 'inodes-free-by-mountpoint', colour: 'purple' },
            ],
            min: 0,
            max: 1,
          }),
          panel.timeseries({
            key: 'disk-forecast',
            title: 'Free disk space, forecast',
            description: disk.diskInADay.description,
            queries: [
              query(disk.diskInAnHour, { by: ['mountpoint'], legend: (l) => text`${l.mountpoint} in an hour` }),
              query(disk.diskInFourHours, { by: ['mountpoint'], legend: (l) => text`${l.mountpoint} in four hours` }),
              query(disk.diskInADay, { by: ['mountpoint'], legend: (l) => text`${l.mountpoint} in a day` }),
            ],
            overrides: [
              { query: 'disk-left-in-1h-by-mountpoint', colour: 'text' },
              { query: 'disk-left-in-4h-by-mountpoint', colour: 'blue' },
              { query: 'disk-left-in-1d-by-mountpoint', colour: 'purple' },
            ],
            // Below 0 a disk is full before: the axis reaches as low as the forecast does.
            softMin: 0,
          }),
        ],
        [
          panel.timeseries({
            key: 'growth-against-disk',
            title: 'Database growth per day',
            description: volume.databaseGrowth.description,
            queries: [volume.databaseGrowth],
            height: 6,
            overrides: [{ query: volume.databaseGrowth, colour: serviceColours.db }],
            softMin: 0,
          }),
          panel.stat(disk.diskReadOnly, { by: ['mountpoint'], show: 'value and name', height: 6 }),
          panel.stat(disk.diskErrors, { by: ['mountpoint'], show: 'value and name', height: 6 }),
        ],
      ],
      { collapsed: true },
    ),
  ],
});
