/** What looks into Docker, and the one way there. */
import type { Container } from 'plainsight';
import { versions } from '../versions.ts';

/** What may be asked, and nothing can be changed: no other method than GET and HEAD is let through. */
const READABLE = String.raw`(/v1\.[0-9]+)?/(_ping|version|info|events|networks|images/.+|containers/json|containers/[a-zA-Z0-9_.-]+/(json|logs|stats))`;

export const dockerProxy: Container = {
  purpose:
    'Docker for those who read: a socket that is mounted read-only can still be written to, so nobody else has it.',
  image: versions.socketProxy.image,
  command: [
    '-loglevel=warn',
    '-listenip=0.0.0.0',
    '-allowfrom=alloy,cadvisor',
    `-allowGET=${READABLE}`,
    '-allowHEAD=/_ping',
    '-allowhealthcheck',
    '-watchdoginterval=60',
    '-stoponwatchdog',
  ],
  // Root without capabilities: the socket belongs to root, and its group has another number on every machine.
  user: '0:0',
  memory: '64M',
  networks: ['docker'],
  noMetrics: 'it has none',
  mounts: [{ host: '/var/run/docker.sock', at: '/var/run/docker.sock' }],
  health: { test: ['./healthcheck'], every: '30s', timeout: '5s', startPeriod: '10s' },
};

const CADVISOR_MOUNTS: NonNullable<Container['mounts']> = [
  { host: '/sys', at: '/sys' },
  { host: '/var/lib/docker', at: '/var/lib/docker' },
];

export const cadvisor: Container = {
  purpose:
    'Containers: CPU, memory, restarts, health. It counts kills for want of memory out of the kernel’s log, /dev/kmsg.',
  image: versions.cadvisor.image,
  command: [
    '--docker=tcp://docker-proxy:2375',
    '--docker_only=true',
    '--housekeeping_interval=15s',
    // No label of an image or a container but these becomes one of every series.
    '--store_container_labels=false',
    '--whitelisted_container_labels=com.docker.compose.project,com.docker.compose.service',
  ],
  memory: '256M',
  networks: ['monitoring', 'docker'],
  metrics: 8080,
  mounts: CADVISOR_MOUNTS,
  scratch: ['/tmp'],
  devices: ['/dev/kmsg'],
  capabilities: ['SYSLOG'],
  after: { 'docker-proxy': 'healthy' },
  health: {
    test: ['wget', '--quiet', '--spider', '--tries=1', 'http://127.0.0.1:8080/healthz'],
    every: '30s',
    timeout: '5s',
    startPeriod: '30s',
  },
};

/** Docker Desktop has no /dev/kmsg and none of the host's folders; its virtual machine's are seen through the proxy. */
export const cadvisorOnDesktop = { mounts: [{ host: '/sys', at: '/sys' }], devices: [], capabilities: [] } as const;

/** The image has bash and no wget. */
const READY = `exec 3<>/dev/tcp/127.0.0.1/12345 && printf 'GET /-/ready HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q ' 200 ' <&3`;

export const alloy: Container = {
  purpose: 'Reads the logs of containers through Docker, masks and counts, and pushes them to Loki.',
  image: versions.alloy.image,
  command: [
    'run',
    '/etc/alloy/config.alloy',
    // Where it has read to: lost, all logs would be read and counted again.
    '--storage.path=/var/lib/alloy/data',
    '--server.http.listen-addr=0.0.0.0:12345',
    '--disable-reporting',
  ],
  // The image's own user, to whom the volume belongs: it needs no rights, since it reads through the proxy.
  user: '473:473',
  memory: '256M',
  networks: ['monitoring', 'docker'],
  metrics: 12345,
  mounts: [
    { output: 'alloy', at: '/etc/alloy' },
    { volume: 'alloy-data', at: '/var/lib/alloy/data' },
  ],
  scratch: ['/tmp'],
  after: { 'docker-proxy': 'healthy', loki: 'started' },
  health: { test: ['bash', '-c', READY], every: '30s', timeout: '5s', startPeriod: '30s' },
};
