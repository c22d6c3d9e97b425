/**
 * A container as a service of a Compose file, with what all of them are held to.
 * Source: https://docs.docker.com/reference/compose-file/services/
 */
import type { Container, HealthCheck, Mount } from '../../model/deployment/container.ts';
import type { Site } from '../../model/model.ts';
import { present, unlessEmpty } from '../plain-data.ts';
import { inFolder, literal, wordText } from './words.ts';

type Value = Readonly<Record<string, unknown>>;

/** Enough to see what went wrong, and never the disk: ten megabytes, three times. */
const LOGGING = { driver: 'json-file', options: { 'max-size': '10m', 'max-file': '3' } } as const;

/** Three failures in a row are a failure. */
const RETRIES = 3;

const CONDITIONS = {
  started: 'service_started',
  healthy: 'service_healthy',
  completed: 'service_completed_successfully',
} as const;

/** The service, keys in a fixed order. */
export function serviceValue(container: Container, site: Site): Value {
  const { image, user, memory, hostProcesses, capabilities = [], writable, once, health } = container;
  return present({
    image: literal(image),
    ...programOf(container, site),
    user,
    restart: once ? 'no' : 'unless-stopped',
    depends_on: dependencies(container),
    networks: unlessEmpty(container.networks),
    network_mode: container.networks.length === 0 ? 'none' : undefined,
    ports: container.publish === undefined ? undefined : [`127.0.0.1:${container.publish}:${container.publish}`],
    volumes: unlessEmpty((container.mounts ?? []).map(mountValue)),
    tmpfs: unlessEmpty(container.scratch ?? []),
    secrets: unlessEmpty(container.secrets ?? []),
    devices: unlessEmpty((container.devices ?? []).map(literal)),
    pid: hostProcesses ? 'host' : undefined,
    read_only: writable === undefined ? true : undefined,
    cap_drop: ['ALL'],
    cap_add: unlessEmpty(capabilities),
    security_opt: ['no-new-privileges:true'],
    mem_limit: memory,
    logging: LOGGING,
    healthcheck: health && healthValue(health),
  });
}

/** What runs in it. */
export function programOf(program: Pick<Container, 'entrypoint' | 'command' | 'environment'>, site: Site): Value {
  const { entrypoint = [], command = [], environment = {} } = program;
  return {
    entrypoint: unlessEmpty(entrypoint.map(literal)),
    command: unlessEmpty(command.map((word) => wordText(word, site))),
    environment: environmentValue(environment, site),
  };
}

function environmentValue(environment: NonNullable<Container['environment']>, site: Site): Value | undefined {
  const entries = Object.entries(environment).map(([name, word]) => [name, wordText(word, site)] as const);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function dependencies({ after = {} }: Container): Value | undefined {
  const entries = Object.entries(after).map(([name, state]) => [name, { condition: CONDITIONS[state] }] as const);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** The long form: in the short one a path of the host with a colon in it would be two. */
export function mountValue(mount: Mount): Value {
  if ('output' in mount) return bind(inFolder(mount.output), mount.at);
  if ('host' in mount) return { ...bind(literal(mount.host), mount.at), ...propagation(mount.propagation) };
  return present({ type: 'volume', source: mount.volume, target: mount.at, read_only: mount.readOnly });
}

/** A path that is not there is an error, and nothing that Docker makes as an empty folder of root. */
function bind(source: string, target: string): Value {
  return { type: 'bind', source, target: literal(target), read_only: true, bind: { create_host_path: false } };
}

function propagation(kind: string | undefined): Value {
  return kind === undefined ? {} : { bind: { create_host_path: false, propagation: kind } };
}

function healthValue({ test, every, timeout, startPeriod }: HealthCheck): Value {
  return present({
    test: ['CMD', ...test.map(literal)],
    interval: every,
    timeout,
    retries: RETRIES,
    start_period: startPeriod,
  });
}
