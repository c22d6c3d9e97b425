/** Is every service up, does anything run out, and which container is it? */
import { dashboard, query, row, text } from 'plainsight';
import * as panel from 'plainsight/panels';
import { dashboardRange } from 'plainsight/promql';
import * as system from '../stack/signals/system.ts';
import { site } from '../stack/site.ts';
import { redisRestarted, started } from './annotations.ts';
import { serviceColours } from './colours.ts';
import { links } from './links.ts';
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
        panel.stat(system.serviceUp, {
          by: ['service'],
          colour: 'background',
          show: 'value and name',
          key: 'services-now',
          width: 12,
        }),
        panel.stat(system.diskUse, { decimals: 1 }),
        panel.stat(system.volumeFullIn),
        panel.stat(system.hostMemory, { decimals: 1 }),
      ],
      [
        panel.stateTimeline(system.serviceUp, {
          by: ['service'],
          title: 'Services over time',
          height: 8,
          width: 9,
        }),
        panel.table(system.serviceUptime, {
          by: ['service'],
          over: dashboardRange,
          title: 'Uptime in the time shown',
          decimals: 2,
          cells: 'coloured text',
          columns: [
            { field: 'service', title: 'Service', width: 110 },
            { field: 'Value', title: 'Uptime' },
          ],
          sortBy: { field: 'Value', order: 'ascending' },
          width: 7,
        }),
        panel.table(system.firingAlerts, {
          by: ['severity', 'alertname', 'service'],
          columns: [
            { field: 'severity', title: 'Severity', width: 90, colours: { critical: 'red', warning: 'orange' } },
            {
              field: 'alertname',
              title: 'Alert',
              link: { title: 'Open the runbook', before: `${site.runbooks}/`, after: '.md' },
            },
            { field: 'service', title: 'Service', width: 110 },
          ],
          sortBy: { field: 'severity', order: 'ascending' },
        }),
      ],
    ]),
    row('CPU and memory', [
      [
        panel.timeseries(system.containerCpu, { by: ['service'], min: 0 }),
        panel.timeseries(system.containerMemory, { by: ['service'], min: 0 }),
      ],
    ]),
    row('Volume db-data', [
      [
        panel.timeseries({
          key: 'volume-content',
          title: 'Disk use of db-data',
          description: system.volumeSize.description,
          queries: [system.databaseSize, system.writeAheadLogSize],
          stack: 'normal',
          min: 0,
        }),
        panel.timeseries(system.diskAvailable, { title: 'Disk left for db-data', key: 'disk-left', min: 0 }),
      ],
    ]),
    row(
      'Limits of containers',
      [
        [
          panel.timeseries(system.containerCpuShare, { by: ['service'], min: 0 }),
          panel.timeseries(system.containerMemoryShare, { by: ['service'], min: 0, max: 1 }),
          panel.timeseries(system.containerThrottling, { by: ['service'], min: 0 }),
        ],
      ],
      { collapsed: true },
    ),
    row(
      'Health, restarts and kills',
      [
        [
          panel.stateTimeline({
            key: 'container-presence',
            title: 'Containers',
            description: system.containerPresence.description,
            queries: [
              query(system.containerPresence, { by: ['service'] }),
              query(system.appContainers, { legend: () => text`the whole app` }),
            ],
            height: 6,
          }),
          panel.stateTimeline(system.containerHealth, { by: ['service'], height: 6 }),
        ],
        [
          panel.timeseries(system.containerRestarts, {
            by: ['service'],
            title: 'Restarts in 15 minutes',
            curve: 'step',
            decimals: 0,
            min: 0,
          }),
          panel.timeseries({
            key: 'kills',
            title: 'Out-of-memory kills in 10 minutes',
            description: system.outOfMemoryKills.description,
            queries: [
              query(system.containerKills, { by: ['service'] }),
              query(system.outOfMemoryKills, { legend: () => text`the host, all together` }),
            ],
            overrides: [{ query: system.outOfMemoryKills, style: 'dashed', colour: 'text' }],
            curve: 'step',
            decimals: 0,
            min: 0,
          }),
        ],
      ],
      { collapsed: true },
    ),
    row(
      'Disk in detail',
      [
        [
          panel.timeseries(system.diskUse, { key: 'disk-use-history', by: ['mountpoint'], min: 0, max: 1 }),
          panel.timeseries({
            key: 'disk-forecast',
            title: 'Disk left, foreseen',
            description: system.diskInADay.description,
            queries: [
              query(system.diskAvailable, { legend: () => text`now` }),
              query(system.diskInFourHours, { by: ['mountpoint'], legend: (l) => text`${l.mountpoint} in four hours` }),
              query(system.diskInADay, { by: ['mountpoint'], legend: (l) => text`${l.mountpoint} in a day` }),
            ],
            min: 0,
          }),
          panel.timeseries({
            key: 'growth-against-disk',
            title: 'Growth of the databases in a day',
            description: system.databaseGrowth.description,
            queries: [system.databaseGrowth],
          }),
        ],
      ],
      { collapsed: true },
    ),
    row(
      'Network',
      [
        [
          panel.timeseries(system.networkReceived, {
            by: ['service'],
            title: 'Network received per container',
            min: 0,
          }),
          panel.timeseries(system.networkSent, {
            by: ['service'],
            title: 'Network sent per container',
            min: 0,
          }),
        ],
      ],
      { collapsed: true },
    ),
    row(
      'Host',
      [
        [
          panel.timeseries(system.hostCpu, { min: 0, max: 1 }),
          panel.timeseries(system.hostMemory, {
            key: 'host-memory-history',
            title: 'Host memory over time',
            min: 0,
            max: 1,
          }),
        ],
        [
          panel.timeseries({
            key: 'pressure',
            title: 'Waiting for CPU, memory and disk',
            description:
              'The share of time in which some task of the host had to wait for CPU, memory or the disk. A busy host that waits for nothing is fine; one that waits is too small.',
            queries: [system.pressureCpu, system.pressureMemory, system.pressureIo],
            min: 0,
          }),
          panel.timeseries({
            key: 'host-network',
            title: 'Network of the host',
            description: 'Bytes per second: received above the line, sent below it.',
            queries: [system.hostNetworkReceived, system.hostNetworkSent],
            overrides: [{ query: system.hostNetworkSent, mirrored: true }],
          }),
        ],
      ],
      { collapsed: true },
    ),
    row(
      'Scraping',
      [
        [
          panel.stateTimeline({
            key: 'targets',
            title: 'Scraped targets',
            description: system.vitalTargets.description,
            queries: [
              query(system.vitalTargets, { by: ['job', 'service'], legend: (l) => text`${l.job} → ${l.service}` }),
              query(system.otherTargets, { by: ['job', 'service'], legend: (l) => text`${l.job} → ${l.service}` }),
            ],
            height: 12,
          }),
        ],
      ],
      { collapsed: true },
    ),
  ],
});
