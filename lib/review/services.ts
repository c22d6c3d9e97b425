/** What Compose runs: versions, who may connect, what is kept, and what a service may do. */
import type { ComposeRecord, MountRecord, PortRecord, Restriction, ServiceRecord } from '../read/server-records.ts';
import { type Detail, detailOf, differingSettings, saysAll } from './detail.ts';
import { type Finding, type FindingInput, finding, type Subject } from './finding.ts';
import { imageChange } from './images.ts';
import { matched, type Pair } from './match.ts';
import { counted, listed, short } from './words.ts';

/** What changed in Compose files. */
export function composeFindings(before: readonly ComposeRecord[], after: readonly ComposeRecord[]): readonly Finding[] {
  const { pairs, added, removed } = matched(before, after, [
    ({ place }) => JSON.stringify([place.file, place.inside]),
    ({ services }) => services.map(({ name }) => name).join(),
  ]);
  return [
    ...added.map((each) => ofFile(each, 'is new')),
    ...removed.map((each) => ofFile(each, 'is removed')),
    ...pairs.flatMap((pair) => [...serviceFindings(pair), ...settings(pair)]),
  ];
}

function ofFile({ place, services }: ComposeRecord, what: string): Finding {
  const sentence = `The Compose file with ${counted(services.length, 'service')} ${what}.`;
  return finding({ kind: 'compose-settings', subject: { what: 'file', name: place.file, place }, sentence });
}

function settings({ before, after }: Pair<ComposeRecord>): readonly Finding[] {
  const details = differingSettings(before.rest, after.rest);
  const subject = { what: 'file', name: after.place.file, place: after.place } as const;
  const sentence = `The Compose file: ${saysAll(details)}.`;
  return details.length === 0 ? [] : [finding({ kind: 'compose-settings', subject, sentence, details })];
}

function serviceFindings({ before, after }: Pair<ComposeRecord>): readonly Finding[] {
  const { pairs, added, removed } = matched(before.services, after.services, [({ name }) => name]);
  return [
    ...removed.map((each) => said(each, 'service-removed', 'no longer runs')),
    ...added.flatMap((each) => [
      said(each, 'service-added', `is new: ${short(each.image) || 'built here'}`),
      ...OPENINGS.flatMap((opening) => opening({ before: nothingOf(each), after: each })),
    ]),
    ...pairs.flatMap((pair) => CHANGES.flatMap((change) => change(pair))),
  ];
}

/** A service that may do nothing: what a new one may do is told as what it may do more. */
const nothingOf = (service: ServiceRecord): ServiceRecord => ({
  ...service,
  ports: [],
  mounts: new Map(),
  grants: [],
  restrictions: [],
});

const subjectOf = ({ name, place }: ServiceRecord, part?: string): Subject => ({
  what: 'service',
  name,
  place,
  ...(part !== undefined && { part }),
});

function said(
  service: ServiceRecord,
  kind: FindingInput['kind'],
  says: string,
  { part, details = [] }: { readonly part?: string; readonly details?: readonly Detail[] } = {},
): Finding {
  return finding({ kind, subject: subjectOf(service, part), sentence: `${short(service.name)} ${says}.`, details });
}

type Change = (pair: Pair<ServiceRecord>) => readonly Finding[];

const version: Change = ({ before, after }) => {
  const change = imageChange(before.image, after.image);
  return change === undefined ? [] : [said(after, change.kind, change.says)];
};

const portText = ({ address, published, target, rest }: PortRecord): string =>
  `port ${short(target)} as ${short(published)} on ${short(address)}${rest === '' ? '' : ` with ${short(rest)}`}`;
const EVERYWHERE = 'all addresses';

const openedPorts: Change = ({ before, after }) =>
  newPorts({ before, after })
    .filter(({ address }) => address === EVERYWHERE)
    .map((port) =>
      said(after, 'service-port-open', `publishes ${portText(port)}: whoever reaches the host may connect`, {
        part: port.target,
      }),
    );

const ports: Change = (pair) => {
  const come = newPorts(pair).filter(({ address }) => address !== EVERYWHERE);
  const opened = new Set(newPorts(pair).map(({ target, address }) => (address === EVERYWHERE ? target : undefined)));
  const gone = newPorts({ before: pair.after, after: pair.before }).filter(({ target }) => !opened.has(target));
  const says = [
    ...come.map((each) => `publishes ${portText(each)}`),
    ...gone.map((each) => `no longer publishes ${portText(each)}`),
  ];
  return says.length === 0 ? [] : [said(pair.after, 'service-ports', listed(says))];
};

function newPorts({ before, after }: Pair<ServiceRecord>): readonly PortRecord[] {
  const known = new Set(before.ports.map(portText));
  return after.ports.filter((each) => !known.has(portText(each)));
}

const lost = <T>(from: readonly T[], to: readonly T[]): readonly T[] => from.filter((each) => !to.includes(each));

const grants: Change = ({ before, after }) => [
  ...lost(after.grants, before.grants).map((each) => said(after, 'service-may-more', short(each), { part: each })),
  ...lost(before.grants, after.grants).map((each) =>
    said(after, 'service-may-less', `no longer ${short(each)}`, { part: each }),
  ),
];

/** What a service with a restriction cannot do, and what one without it may. */
const RESTRICTIONS: Readonly<Record<Restriction, readonly [string, string]>> = {
  'read-only': ['cannot write to its own files any longer', 'may write to its own files from now on'],
  'no capabilities': ['has no capabilities but those it names', 'has the usual capabilities again'],
  'no new privileges': ['cannot gain privileges any longer', 'may gain privileges from now on'],
  'own user': ['runs as a user of its own', 'runs as the user of its image, which may be root'],
  'memory limit': ['has a limit of memory', 'may take all memory from now on'],
};

const restrictions: Change = ({ before, after }) => [
  ...lost(before.restrictions, after.restrictions).map((each) =>
    said(after, 'service-may-more', RESTRICTIONS[each][1], { part: each }),
  ),
  ...lost(after.restrictions, before.restrictions).map((each) =>
    said(after, 'service-may-less', RESTRICTIONS[each][0], { part: each }),
  ),
];

const mountText = ({ source, isReadOnly, isVolume, rest }: MountRecord): string =>
  [
    source === '' ? 'a volume without a name' : `${isVolume ? 'the volume ' : ''}${short(source)}`,
    ...(isReadOnly ? ['read only'] : []),
    ...(rest === '' ? [] : [`with ${short(rest)}`]),
  ].join(', ');

const SOCKET = /docker\.sock$/;

const mounts: Change = ({ before, after }) => {
  const paths = [...new Set([...before.mounts.keys(), ...after.mounts.keys()])].sort();
  return paths.flatMap((path) => {
    const [was, is] = [before.mounts.get(path), after.mounts.get(path)];
    const [from, to] = [was, is].map((each) => (each === undefined ? undefined : mountText(each)));
    // Told as what it may do more.
    if (from === to || (was === undefined && SOCKET.test(is?.source ?? ''))) return [];
    const details = [detailOf(path, from, to)];
    if (was?.isVolume === true && !was.isReadOnly && was.source !== is?.source) {
      const now = to === undefined ? '' : `, but in ${to}`;
      return [
        said(after, 'service-data-lost', `no longer keeps ${short(path)} in ${from}${now}: it begins empty`, {
          part: path,
          details,
        }),
      ];
    }
    const says =
      to === undefined
        ? `no longer has ${short(path)} from ${from}`
        : `has ${short(path)} from ${to}${from === undefined ? '' : ` instead of ${from}`}`;
    return [said(after, 'service-mounts', says, { part: path, details })];
  });
};

/** Settings that are told as what a service may do, where that changed. */
const TOLD = /^(?:privileged|cap_add|cap_drop|network_mode|pid|ipc|devices|read_only|security_opt|user)(?:$|[.[])/;

const others: Change = ({ before, after }) => {
  const isTold =
    lost(after.grants, before.grants).length +
      lost(before.grants, after.grants).length +
      lost(after.restrictions, before.restrictions).length +
      lost(before.restrictions, after.restrictions).length >
    0;
  const settings = ({ rest, networks }: ServiceRecord): ReadonlyMap<string, string> =>
    new Map([...rest, ...[...networks].map(([name, options]) => [`networks.${name}`, options || 'joined'] as const)]);
  const all = differingSettings(settings(before), settings(after));
  const details = isTold ? all.filter(({ what }) => !TOLD.test(what)) : all;
  return details.length === 0
    ? []
    : [said(after, 'service-settings', `has other settings: ${saysAll(details)}`, { details })];
};

/** What may be told of a service that is new, too. */
const OPENINGS: readonly Change[] = [openedPorts, grants];
const CHANGES: readonly Change[] = [version, openedPorts, ports, grants, restrictions, mounts, others];
