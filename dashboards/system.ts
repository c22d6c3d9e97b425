/** Is every service up, does anything run out, and which container is it? */
import {
  bytes,
  count,
  dashboard,
  dashboardRange,
  perSecond,
  queryVariable,
  ratio,
  row,
  show,
  stat,
  stateTimeline,
  stateTimelineOf,
  table,
  text,
  timeseries,
  timeseriesOf,
} from '../lib/index.ts';
import { container_last_seen } from '../stack/metrics/cadvisor.ts';
import * as system from '../stack/signals/system.ts';
import { links } from './links.ts';

const service = queryVariable({
  name: 'service',
  label: 'Service',
  of: container_last_seen.where({ container_label_com_docker_compose_service: /.+/ }),
  values: 'service',
});

export default dashboard({
  uid: 'voting-app-system',
  title: 'Voting app / System',
  description: 'Containers, the host, the volume db-data, and whether every service is up.',
  tags: ['voting-app'],
  filter: { service },
  links: links('voting-app-system'),
  rows: [
    row('Health', [
      [
        stat(system.serviceUp, {
          by: ['service'],
          legend: (l) => text`${l.service}`,
          sparkline: 'none',
          colour: 'background',
          show: 'value and name',
          key: 'services-now',
          width: 12,
        }),
        stat(system.diskUse, { decimals: 1 }),
        stat(system.volumeFullIn, { sparkline: 'none' }),
        stat(system.hostMemory, { decimals: 1 }),
      ],
      [
        stateTimeline(system.serviceUp, {
          by: ['service'],
          legend: (l) => text`${l.service}`,
          title: 'Services over time',
          showValue: 'never',
          height: 6,
          width: 16,
        }),
        table(system.serviceUptime, {
          by: ['service'],
          over: dashboardRange,
          title: 'Uptime in the time shown',
          decimals: 2,
          cells: 'coloured text',
          columns: [
            { field: 'service', title: 'Service' },
            { field: 'Value', title: 'Uptime' },
          ],
          height: 6,
        }),
      ],
    ]),
    row('CPU and memory', [
      [
        timeseries(system.containerCpu, { by: ['service'], legend: (l) => text`${l.service}`, fill: 10 }),
        timeseries(system.containerMemory, { by: ['service'], legend: (l) => text`${l.service}`, fill: 10 }),
      ],
      [
        timeseries(system.containerCpuShare, { by: ['service'], legend: (l) => text`${l.service}`, min: 0, height: 6 }),
        timeseries(system.containerMemoryShare, {
          by: ['service'],
          legend: (l) => text`${l.service}`,
          min: 0,
          max: 1,
          height: 6,
        }),
        timeseries(system.containerThrottling, {
          by: ['service'],
          legend: (l) => text`${l.service}`,
          min: 0,
          height: 6,
        }),
      ],
    ]),
    row('Volume db-data', [
      [
        timeseriesOf({
          key: 'volume-content',
          title: 'Disk use of db-data',
          description: system.volumeSize.description,
          unit: bytes,
          lines: [show(system.databaseSize), show(system.writeAheadLogSize)],
          stack: 'normal',
          fill: 30,
          min: 0,
        }),
        timeseriesOf({
          key: 'disk-left',
          title: 'Disk left against the volume',
          description: system.diskAvailable.description,
          unit: bytes,
          lines: [show(system.diskAvailable), show(system.volumeSize)],
          min: 0,
        }),
      ],
    ]),
    row(
      'Health, restarts and kills',
      [
        [
          stateTimeline(system.containerPresence, {
            by: ['service'],
            legend: (l) => text`${l.service}`,
            showValue: 'never',
            height: 6,
          }),
          stateTimeline(system.containerHealth, {
            by: ['service'],
            legend: (l) => text`${l.service}`,
            showValue: 'never',
            height: 6,
          }),
        ],
        [
          timeseries(system.containerRestarts, {
            by: ['service'],
            legend: (l) => text`${l.service}`,
            draw: 'bars',
            min: 0,
          }),
          timeseriesOf({
            key: 'kills',
            title: 'Out-of-memory kills',
            description: system.outOfMemoryKills.description,
            unit: count('kills'),
            lines: [
              show(system.containerKills, { by: ['service'], legend: (l) => text`${l.service}` }),
              show(system.outOfMemoryKills, { legend: () => text`the host, all together` }),
            ],
            draw: 'bars',
            min: 0,
          }),
        ],
      ],
      { collapsed: 'yes' },
    ),
    row(
      'Disk in detail',
      [
        [
          timeseries(system.diskUse, {
            key: 'disk-use-history',
            by: ['mountpoint'],
            legend: (l) => text`${l.mountpoint}`,
            min: 0,
            max: 1,
          }),
          timeseriesOf({
            key: 'disk-forecast',
            title: 'Disk left, foreseen',
            description: system.diskInADay.description,
            unit: bytes,
            lines: [
              show(system.diskInFourHours, { by: ['mountpoint'], legend: (l) => text`${l.mountpoint} in four hours` }),
              show(system.diskInADay, { by: ['mountpoint'], legend: (l) => text`${l.mountpoint} in a day` }),
            ],
          }),
          timeseriesOf({
            key: 'growth-against-disk',
            title: 'Growth of the databases in a day',
            description: system.databaseGrowth.description,
            unit: bytes,
            lines: [show(system.databaseGrowth), show(system.diskAvailable)],
            overrides: [{ line: system.diskAvailable.id, style: 'dashed', colour: 'red' }],
          }),
        ],
      ],
      { collapsed: 'yes' },
    ),
    row(
      'Network',
      [
        [
          timeseries(system.networkReceived, { by: ['service'], legend: (l) => text`${l.service}` }),
          timeseries(system.networkSent, { by: ['service'], legend: (l) => text`${l.service}` }),
        ],
      ],
      { collapsed: 'yes' },
    ),
    row(
      'Host',
      [
        [
          timeseries(system.hostCpu, { min: 0, max: 1 }),
          timeseries(system.hostMemory, { key: 'host-memory-history', min: 0, max: 1 }),
        ],
        [
          timeseriesOf({
            key: 'pressure',
            title: 'Waiting for CPU, memory and disk',
            description: system.pressureCpu.description,
            unit: ratio,
            lines: [show(system.pressureCpu), show(system.pressureMemory), show(system.pressureIo)],
            min: 0,
          }),
          timeseriesOf({
            key: 'host-network',
            title: 'Network of the host',
            description: 'Bytes per second: received above the line, sent below it.',
            unit: perSecond('bytes'),
            lines: [show(system.hostNetworkReceived), show(system.hostNetworkSent)],
            overrides: [{ line: system.hostNetworkSent.id, mirrored: 'yes' }],
          }),
        ],
      ],
      { collapsed: 'yes' },
    ),
    row(
      'Scraping',
      [
        [
          stateTimelineOf({
            key: 'targets',
            title: 'Scraped targets',
            description: system.vitalTargets.description,
            unit: system.vitalTargets.unit,
            lines: [
              show(system.vitalTargets, { by: ['job', 'service'], legend: (l) => text`${l.job} ${l.service}` }),
              show(system.otherTargets, { by: ['job', 'service'], legend: (l) => text`${l.job} ${l.service}` }),
            ],
            showValue: 'never',
            height: 10,
          }),
        ],
      ],
      { collapsed: 'yes' },
    ),
  ],
});
