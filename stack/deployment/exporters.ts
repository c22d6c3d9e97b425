/** What turns the state of Redis, PostgreSQL and the host into metrics, and what asks the services from outside. */
import type { Container } from 'plainsight';
import { versions } from '../versions.ts';
import { roleCommand } from './role.ts';
import { answers } from './servers.ts';

export const redisExporter: Container = {
  purpose:
    'Redis, and the length of the queue of votes. The image holds the program alone: nothing can check its health.',
  image: versions.redisExporter.image,
  command: ['--redis.addr=redis://redis:6379', '--check-single-keys=votes'],
  memory: '64M',
  networks: ['monitoring', 'back-tier'],
  metrics: 9121,
};

export const postgresExporter: Container = {
  purpose: 'PostgreSQL, read with a role of its own.',
  image: versions.postgresExporter.image,
  environment: {
    DATA_SOURCE_URI: 'db:5432/postgres?sslmode=disable',
    DATA_SOURCE_USER: 'monitoring',
    DATA_SOURCE_PASS_FILE: '/run/secrets/postgres_exporter_password',
  },
  memory: '64M',
  networks: ['monitoring', 'back-tier'],
  metrics: 9187,
  secrets: ['postgres_exporter_password'],
  after: { 'postgres-role': 'completed' },
  // Its first page, and no scrape: that would ask the database each time.
  health: answers(9187, '/'),
};

export const postgresRole: Container = {
  purpose: 'Makes the role that postgres_exporter reads with; it ends at once, and may run again.',
  image: versions.postgres.image,
  entrypoint: ['sh', '-c'],
  command: [roleCommand],
  user: '70:70',
  memory: '64M',
  networks: ['back-tier'],
  noMetrics: 'it runs for a second',
  mounts: [{ output: 'postgres', at: '/etc/monitoring' }],
  secrets: ['postgres_admin_password', 'postgres_exporter_password'],
  once: true,
};

export const blackboxExporter: Container = {
  purpose: 'Opens the pages of vote and result, and the ports of redis and db, as others do.',
  image: versions.blackboxExporter.image,
  command: ['--config.file=/etc/blackbox/blackbox.yml'],
  memory: '64M',
  networks: ['monitoring', 'back-tier'],
  metrics: 9115,
  mounts: [{ output: 'blackbox', at: '/etc/blackbox' }],
  health: answers(9115, '/-/healthy'),
};

/** Where the size of the volume is written, for node_exporter to read. */
const TEXTFILE = '/textfile';

const NODE_COMMAND = [`--collector.textfile.directory=${TEXTFILE}`] as const;

export const nodeExporter: Container = {
  purpose: 'The host: CPU, memory, disks. Of networks it sees its own alone; those of containers are seen by cAdvisor.',
  image: versions.nodeExporter.image,
  command: ['--path.rootfs=/host', ...NODE_COMMAND],
  memory: '64M',
  networks: ['monitoring'],
  metrics: 9100,
  mounts: [
    { host: '/', at: '/host', propagation: 'rslave' },
    { volume: 'textfile', at: TEXTFILE, readOnly: true },
  ],
  hostProcesses: true,
  health: answers(9100, '/'),
};

/** Without the host's root: inside Docker Desktop that is a virtual machine's, and not shared. */
export const nodeExporterOnDesktop = {
  command: NODE_COMMAND,
  mounts: [{ volume: 'textfile', at: TEXTFILE, readOnly: true }],
} as const;

/** Bytes on disk, as the file system counts them; the file is replaced whole. */
const SIZE_SCRIPT = [
  'while :; do',
  `  kilobytes=$(du -sk /data | cut -f 1) && printf '%s\\n' '# HELP docker_volume_size_bytes Size of a volume on disk.' '# TYPE docker_volume_size_bytes gauge' "docker_volume_size_bytes{volume=\\"db-data\\"} $((kilobytes * 1024))" > ${TEXTFILE}/db-data.new && mv ${TEXTFILE}/db-data.new ${TEXTFILE}/db-data.prom`,
  '  sleep 60',
  'done',
].join('\n');

export const volumeSize: Container = {
  purpose: 'Writes the size of the volume db-data once a minute, for node_exporter to pass on.',
  image: versions.postgres.image,
  entrypoint: ['sh', '-c'],
  command: [SIZE_SCRIPT],
  user: '0:0',
  // The database's files are its own user's alone; this reads them and can change nothing.
  capabilities: ['DAC_READ_SEARCH'],
  memory: '32M',
  networks: [],
  noMetrics: 'node_exporter passes them on',
  mounts: [
    { volume: 'db-data', at: '/data', readOnly: true },
    { volume: 'textfile', at: TEXTFILE },
  ],
};
