/**
 * Compose files: what runs, which version of it, who may connect, what it keeps and what it may do.
 * Source: https://github.com/compose-spec/compose-spec/blob/main/05-services.md
 */
import type { Place } from './problem.ts';
import type { LineOf } from './rules.ts';
import { withoutSecrets } from './secret.ts';
import type { ComposeRecord, MountRecord, PortRecord, Restriction, ServiceRecord } from './server-records.ts';
import { type Fields, fieldsOf, flattened, isFields, listOf, stableText, textOf } from './value.ts';

/** What a service of Compose has one of. */
const OF_SERVICES = ['image', 'build', 'extends', 'volumes', 'ports', 'environment', 'command', 'networks', 'profiles'];

/** Whether a parsed file is one of Compose. */
export function holdsCompose({ services }: Fields): boolean {
  const all = Object.values(fieldsOf(services));
  return all.length > 0 && all.every((each) => isFields(each) && OF_SERVICES.some((key) => Object.hasOwn(each, key)));
}

/** The record of such a file. */
export function composeRecord({ services, ...rest }: Fields, place: Place, lineOf: LineOf): ComposeRecord {
  const all = Object.entries(fieldsOf(services)).map(([name, service]) => {
    const line = lineOf(['services', name]);
    return serviceRecord(name, fieldsOf(service), line === undefined ? place : { ...place, line });
  });
  return Object.freeze({
    kind: 'compose',
    place,
    services: Object.freeze(all),
    rest: withoutSecrets(flattened(rest)),
  });
}

function serviceRecord(name: string, service: Fields, place: Place): ServiceRecord {
  const { image, ports, volumes, networks, ...rest } = service;
  return Object.freeze({
    name,
    place: Object.freeze(place),
    image: textOf(image) ?? '',
    ports: Object.freeze(listOf(ports).flatMap((each) => portOf(each) ?? [])),
    mounts: new Map(listOf(volumes).flatMap((each) => mountOf(each) ?? [])),
    networks: isFields(networks)
      ? new Map(Object.entries(networks).map(([each, options]) => [each, restText(fieldsOf(options))] as const))
      : new Map(textsIn(networks).map((each) => [each, ''] as const)),
    grants: Object.freeze(grantsOf(service)),
    restrictions: Object.freeze(restrictionsOf(service)),
    rest: withoutSecrets(flattened({ ...rest, ...named(rest, ['command', 'environment', 'labels']) })),
  });
}

/** Lists of `name=value` by their names: their order says nothing. */
function named(service: Fields, keys: readonly string[]): Fields {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const pairs = textsIn(service[key]).map((text) => /^([^=]+)=(.*)$/s.exec(text)?.slice(1) ?? [text, '']);
      const names = new Set(pairs.map(([name]) => name));
      const isNamed =
        names.size === listOf(service[key]).length && [...names].every((name) => /^-|^[A-Za-z_]/.test(name ?? ''));
      const isOrdered = key === 'command' && pairs.some(([name]) => name?.startsWith('-') !== true);
      return names.size > 0 && isNamed && !isOrdered ? [[key, Object.fromEntries(pairs)]] : [];
    }),
  );
}

const textsIn = (value: unknown): readonly string[] => listOf(value).flatMap((each) => textOf(each) ?? []);

const restText = (rest: Fields): string => (Object.keys(rest).length === 0 ? '' : stableText(rest));

const ALL = 'all addresses';

/** `[address:][published:]target[/protocol]`, or the long form. */
function portOf(value: unknown): PortRecord | undefined {
  if (isFields(value)) {
    const { host_ip: address, published, target, protocol, ...rest } = value;
    const end = textOf(protocol) === 'udp' ? '/udp' : '';
    const to = `${textOf(target) ?? ''}${end}`;
    return portRecord(textOf(address), textOf(published) ?? 'any', { target: to, rest: restText(rest) });
  }
  const text = textOf(value);
  if (text === undefined) return undefined;
  const parts = /^(?:(\$\{[^}]*\}|\[[^\]]*\]|[^:[\]]*):)?(?:((?:\$\{[^}]*\}|[^:])*):)?([^:]+)$/.exec(text);
  if (parts === null) return portRecord(undefined, '', { target: text, rest: '' });
  const [, first, second, target = ''] = parts;
  return second === undefined
    ? portRecord(undefined, first ?? 'any', { target, rest: '' })
    : portRecord(first, second || 'any', { target, rest: '' });
}

const EVERYWHERE = new Set(['', '0.0.0.0', '::', '[::]']);

function portRecord(
  address: string | undefined,
  published: string,
  end: Pick<PortRecord, 'target' | 'rest'>,
): PortRecord {
  return Object.freeze({ address: EVERYWHERE.has(address ?? '') ? ALL : (address ?? ''), published, ...end });
}

/** `[source:]target[:mode]`, or the long form. */
function mountOf(value: unknown): readonly (readonly [string, MountRecord])[] | undefined {
  if (isFields(value)) {
    const { source, target, type, read_only: isReadOnly, ...rest } = value;
    const isVolume = textOf(type) === 'volume';
    const others = isVolume || textOf(type) === 'bind' ? rest : { ...rest, type };
    const mount = { source: textOf(source) ?? '', isVolume, isReadOnly: isReadOnly === true, rest: restText(others) };
    return [[textOf(target) ?? '', Object.freeze(mount)]];
  }
  const text = textOf(value);
  if (text === undefined) return undefined;
  const [source = '', target, mode = ''] = text.split(/:(?![^{]*\})/);
  const isVolume = target !== undefined && !/^[./~$]/.test(source);
  const modes = mode.split(',').filter((each) => each !== '' && each !== 'rw');
  const rest = modes.filter((each) => each !== 'ro').join();
  const mount = { source: target === undefined ? '' : source, isVolume, isReadOnly: modes.includes('ro'), rest };
  return [[target ?? source, Object.freeze(mount)]];
}

const has = (list: unknown, text: string): boolean => textsIn(list).some((each) => each.replace('=', ':') === text);

/** What a service says that opens it. */
const GRANTS: readonly ((service: Fields) => readonly string[])[] = [
  ({ privileged }) => (privileged === true ? ['is privileged, as root of the host is'] : []),
  ({ cap_add: added }) => textsIn(added).map((each) => `has the capability ${each}`),
  ({ network_mode: mode }) => (mode === 'host' ? ['is in the network of the host'] : []),
  ({ pid }) => (pid === 'host' ? ['sees the processes of the host'] : []),
  ({ ipc }) => (ipc === 'host' ? ['shares memory with the host'] : []),
  ({ user }) => (/^(?:root|0)(?::|$)/.test(textOf(user) ?? '') ? ['runs as root'] : []),
  ({ devices }) => textsIn(devices).map((each) => `has the device ${each}`),
  ({ security_opt: options }) =>
    textsIn(options)
      .filter((each) => /unconfined|:disable$/.test(each))
      .map((each) => `runs with ${each}`),
  ({ volumes }) =>
    listOf(volumes)
      .flatMap((each) => mountOf(each) ?? [])
      .flatMap(([target, mount]) => ofHost(target, mount)),
];

/** Paths of the host that whoever has them has the host. */
function ofHost(target: string, { source, isReadOnly }: MountRecord): readonly string[] {
  if (/docker\.sock$/.test(source)) return ["has Docker's socket, and with it the host"];
  const isWide = source === '/' || /^\/(?:etc|root|var|usr|boot|proc|sys)(?:\/|$)/.test(source);
  return isWide && !isReadOnly ? [`may write to ${source} of the host, at ${target}`] : [];
}

/** What a service says that closes it. */
const RESTRICTIONS: Readonly<Record<Restriction, (service: Fields) => boolean>> = {
  'read-only': ({ read_only: isReadOnly }) => isReadOnly === true,
  'no capabilities': ({ cap_drop: dropped }) => has(dropped, 'ALL'),
  'no new privileges': ({ security_opt: options }) =>
    has(options, 'no-new-privileges:true') || has(options, 'no-new-privileges'),
  'own user': ({ user }) => !/^(?:root|0)?(?::|$)/.test(textOf(user) ?? ''),
  'memory limit': ({ mem_limit: limit, deploy }) =>
    textOf(limit ?? fieldsOf(fieldsOf(fieldsOf(deploy).resources).limits).memory) !== undefined,
};

function grantsOf(service: Fields): readonly string[] {
  return GRANTS.flatMap((grant) => grant(service));
}

function restrictionsOf(service: Fields): readonly Restriction[] {
  // Object.keys() knows the names as texts only.
  return (Object.keys(RESTRICTIONS) as readonly Restriction[]).filter((restriction) =>
    RESTRICTIONS[restriction](service),
  );
}
