/**
 * What a change of a module of blackbox_exporter means: a probe that succeeds where it failed tells nobody.
 * https://github.com/prometheus/blackbox_exporter/blob/master/CONFIGURATION.md
 */
import { listed, short } from '../words.ts';
import { isOn, type Meaning, pathsBelow, settingOf, type Watcher } from './meaning.ts';

/** How much a prober sees: an address, a connection, an answer. */
const SEES: Readonly<Record<string, number>> = { icmp: 0, tcp: 1, unix: 1, dns: 2, grpc: 2, http: 2, http2: 2 };

const prober: Watcher = (pair) => {
  const [was, is] = [settingOf(pair.before, 'prober'), settingOf(pair.after, 'prober')];
  if (was === undefined || is === undefined || was === is || (SEES[is] ?? 0) > (SEES[was] ?? 0)) return [];
  const says = `asks by ${short(is)} instead of ${short(was)}: what only ${short(was)} sees, such as a wrong answer, no longer fails`;
  return [{ kind: 'probe-weakened', says, about: ['prober', ...pathsBelow(pair, `${was}.`)] }];
};

/** Any of 200 to 299, where a module names none. */
const SUCCESSES = Array.from({ length: 100 }, (_, index) => String(200 + index));

const statuses: Watcher = ({ before, after }) => {
  const path = 'http.valid_status_codes';
  const [was, is] = [before, after].map((side) => {
    const written = settingOf(side, path) ?? '[]';
    const codes = written.match(/\d+/g) ?? [];
    return codes.length === 0 ? SUCCESSES : codes;
  });
  const more = (is ?? []).filter((code) => was?.includes(code) === false);
  if (more.length === 0) return [];
  const what = more.length > 20 ? 'any status from 200 to 299' : `the status ${listed(more)}`;
  return [{ kind: 'probe-weakened', says: `no longer fails on ${what}`, about: [path] }];
};

/** Conditions on which a probe fails, as lists: each that is gone is one less. */
const CONDITION = /(?:^|\.)(?:fail_if_\w+|validate_\w+|query_response|valid_rcodes)(?:$|[.[])/;
/** What fails unless it is switched off; the others fail when they are switched on. */
const FLAGS: readonly (readonly [path: string, says: string])[] = [
  ['fail_if_ssl', 'an encrypted connection'],
  ['fail_if_not_ssl', 'a connection that is not encrypted'],
];

const flags: Watcher = ({ before, after }) =>
  FLAGS.flatMap(([name, says]): readonly Meaning[] => {
    const path = `http.${name}`;
    if (!isOn(before, path) || isOn(after, path)) return [];
    return [{ kind: 'probe-weakened', says: `no longer fails on ${says}`, about: [path] }];
  });

const conditions: Watcher = (pair) => {
  const { before, after } = pair;
  if (settingOf(before, 'prober') !== settingOf(after, 'prober')) return [];
  const lost = [...before.values].flatMap(([path, text]) => {
    const isFlag = FLAGS.some(([name]) => path.endsWith(name));
    if (!CONDITION.test(path) || isFlag) return [];
    const gone = elementsOf(text).filter((each) => !elementsOf(after.values.get(path)).includes(each));
    return gone.length === 0 ? [] : [{ path, gone }];
  });
  return lost.map(({ path, gone }): Meaning => {
    const says = `no longer has ${listed(gone.map((each) => short(each, 60)))} in ${short(path)}: what failed by it succeeds`;
    return { kind: 'probe-weakened', says, about: [path] };
  });
};

/** A list of texts is one setting, as JSON. */
function elementsOf(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  const value: unknown = text.startsWith('[') ? JSON.parse(text) : text;
  return Array.isArray(value) ? value.map((each) => JSON.stringify(each)) : [text];
}

const certificates: Watcher = ({ before, after }) =>
  ['http', 'tcp', 'grpc'].flatMap((prober): readonly Meaning[] => {
    const path = `${prober}.tls_config.insecure_skip_verify`;
    if (isOn(before, path) || !isOn(after, path)) return [];
    const says = 'no longer looks at the certificate: one that is over, or of somebody else, succeeds';
    return [{ kind: 'probe-weakened', says, about: [path] }];
  });

/** All that is looked at in a module. */
export const BLACKBOX: readonly Watcher[] = [prober, statuses, flags, conditions, certificates];
