/** The short and the long forms of Compose are read into the same. */
import { describe, expect, it } from 'vitest';
import { composeRecord, holdsCompose } from './compose.ts';
import type { ServiceRecord } from './server-records.ts';

function service(settings: object): ServiceRecord {
  const [first] = composeRecord({ services: { shop: settings } }, { file: 'compose.yaml' }, () => undefined).services;
  if (first === undefined) throw new Error('no service');
  return first;
}

describe('who may connect', () => {
  it.each([
    ['80', 'all addresses', 'any', '80'],
    ['8080:80', 'all addresses', '8080', '80'],
    ['0.0.0.0:8080:80', 'all addresses', '8080', '80'],
    ['[::]:8080:80', 'all addresses', '8080', '80'],
    ['127.0.0.1:8080:80/udp', '127.0.0.1', '8080', '80/udp'],
    ['127.0.0.1::80', '127.0.0.1', 'any', '80'],
    ['[::1]:8080:80', '[::1]', '8080', '80'],
    ['${PORT:-8080}:80', 'all addresses', '${PORT:-8080}', '80'],
    ['${ADDRESS:-127.0.0.1}:9090:9090', '${ADDRESS:-127.0.0.1}', '9090', '9090'],
    [{ target: 80, published: '8080', host_ip: '127.0.0.1' }, '127.0.0.1', '8080', '80'],
    [{ target: 53, published: 53, protocol: 'udp' }, 'all addresses', '53', '53/udp'],
  ])('%j', (port, address, published, target) => {
    expect(service({ ports: [port] }).ports).toEqual([{ address, published, target, rest: '' }]);
  });
});

describe('what is mounted', () => {
  it.each([
    ['data:/data', '/data', { source: 'data', isVolume: true, isReadOnly: false, rest: '' }],
    ['./rules:/rules:ro', '/rules', { source: './rules', isVolume: false, isReadOnly: true, rest: '' }],
    ['/cache', '/cache', { source: '', isVolume: false, isReadOnly: false, rest: '' }],
    [
      '${DIR:-.}/rules:/rules:ro,z',
      '/rules',
      { source: '${DIR:-.}/rules', isVolume: false, isReadOnly: true, rest: 'z' },
    ],
    [
      { type: 'bind', source: '.', target: '/app', read_only: true, bind: { create_host_path: false } },
      '/app',
      { source: '.', isVolume: false, isReadOnly: true, rest: '{"bind":{"create_host_path":false}}' },
    ],
  ])('%j', (mount, path, record) => {
    expect([...service({ volumes: [mount] }).mounts]).toEqual([[path, record]]);
  });
});

describe('what a service may do', () => {
  it.each([
    [{ privileged: true }, ['is privileged, as root of the host is']],
    [{ privileged: false, user: '1000:1000' }, []],
    [
      { user: '0:0', network_mode: 'host', pid: 'host' },
      ['is in the network of the host', 'sees the processes of the host', 'runs as root'],
    ],
    [{ volumes: ['/var/run/docker.sock:/run/docker.sock:ro'] }, ["has Docker's socket, and with it the host"]],
    [{ volumes: ['/etc:/host/etc'] }, ['may write to /etc of the host, at /host/etc']],
    [{ volumes: ['/etc:/host/etc:ro'] }, []],
    [{ security_opt: ['apparmor:unconfined'] }, ['runs with apparmor:unconfined']],
  ])('%j', (settings, grants) => {
    expect(service(settings).grants).toEqual(grants);
  });
});

it.each([
  [{ services: { shop: { image: 'shop:1' } } }, true],
  [{ services: { shop: 'orders' } }, false],
  [{ services: {} }, false],
  [{ groups: [] }, false],
])('%j is a Compose file: %j', (value, expected) => {
  expect(holdsCompose(value)).toBe(expected);
});
