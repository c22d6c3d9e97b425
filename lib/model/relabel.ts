/**
 * Relabelling: what Prometheus does to the labels of a target before it is asked (`relabel`), and to those of each
 * sample that it has read (`metricRelabel`). The words are Prometheus' own; each action takes the fields that it uses.
 * Source: https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config
 */
import { compileRegexp, type Regexp } from '../promql/regexp/compile.ts';

/** Every action of a step. */
export const RELABEL_ACTIONS = [
  'replace',
  'keep',
  'drop',
  'keepequal',
  'dropequal',
  'hashmod',
  'labelmap',
  'labeldrop',
  'labelkeep',
  'lowercase',
  'uppercase',
] as const;

/** Fields that an action does not use, and that a step of it may not have. */
type Without<Names extends string> = { readonly [K in Names]?: never };

/** The values of these labels, joined, are what a step looks at. */
interface Joined {
  readonly source_labels: readonly string[];
  /** Between the values: `;` where nothing is said. */
  readonly separator?: string;
}

/** Writes a label, where the joined values match. */
interface Replace extends Partial<Joined>, Without<'modulus'> {
  readonly action?: 'replace';
  readonly regex?: string;
  readonly target_label: string;
  /** Groups of `regex` as `$1` and `${name}`: all of the first where nothing is said. An empty text removes the label. */
  readonly replacement?: string;
}

/** Drops what does not match, or what does. */
interface Select extends Joined, Without<'target_label' | 'replacement' | 'modulus'> {
  readonly action: 'keep' | 'drop';
  readonly regex: string;
}

/** Drops what differs from a label, or what is equal to it. */
interface Compare extends Without<'separator' | 'regex' | 'replacement' | 'modulus'> {
  readonly action: 'keepequal' | 'dropequal';
  readonly source_labels: readonly string[];
  readonly target_label: string;
}

/** Writes the remainder of a hash of the joined values: which of several servers asks a target. */
interface HashMod extends Joined, Without<'regex' | 'replacement'> {
  readonly action: 'hashmod';
  readonly target_label: string;
  readonly modulus: number;
}

/** Copies labels whose names match to other names. */
interface LabelMap extends Without<'source_labels' | 'separator' | 'target_label' | 'modulus'> {
  readonly action: 'labelmap';
  readonly regex: string;
  readonly replacement?: string;
}

/** Removes labels whose names match, or all others. */
interface LabelSelect extends Without<'source_labels' | 'separator' | 'target_label' | 'replacement' | 'modulus'> {
  readonly action: 'labeldrop' | 'labelkeep';
  readonly regex: string;
}

/** Writes the joined values in small or in large letters. */
interface LetterCase extends Joined, Without<'regex' | 'replacement' | 'modulus'> {
  readonly action: 'lowercase' | 'uppercase';
  readonly target_label: string;
}

/**
 * A relabelling step.
 *
 * @example { source_labels: ['__name__'], regex: 'go_.*', action: 'drop' }
 * @example { source_labels: ['__address__'], regex: '([^:]+):.*', target_label: 'service' }
 */
export type Relabel = Replace | Select | Compare | HashMod | LabelMap | LabelSelect | LetterCase;

export type RelabelField = Exclude<keyof Replace | keyof HashMod, 'action'>;

/** What Prometheus takes for a field that a step leaves out. */
export const RELABEL_DEFAULTS = { separator: ';', regex: '(.*)', replacement: '$1' } as const;

/** The label that a step writes; what compares with a label writes none. */
export function writtenBy({ action = 'replace', target_label }: Relabel): string | undefined {
  return action === 'keepequal' || action === 'dropequal' ? undefined : target_label;
}

/** A regular expression over a whole value, as Prometheus matches; nothing for one that it does not take. */
export function anchored(regex: string): Regexp | undefined {
  if (known.has(regex)) return known.get(regex);
  if (known.size === MOST_KNOWN) known.clear();
  const compiled = compileRegexp(regex, { whole: true });
  const made = compiled.ok ? compiled.regexp : undefined;
  known.set(regex, made);
  return made;
}

/** Compiled once: the same few matchers are asked of every series of every panel. */
const known = new Map<string, Regexp | undefined>();
const MOST_KNOWN = 1000;

/**
 * The names of groups that a replacement asks for. A name ends where no letter, digit or `_` follows: `$1_total` asks
 * for a group `1_total`.
 */
export const GROUP = /\$(?:(\w+)|\{(\w+)\})/g;

/** The replacement with its groups filled in, where the whole value matches. */
export function replaced(value: string, regex: string, replacement: string): string | undefined {
  const found = anchored(regex);
  const groups = found?.exec(value);
  if (found === undefined || groups === undefined) return undefined;
  return replacement.replace(GROUP, (_, plain, braced) => groups[groupNumber(plain ?? braced, found)] ?? '');
}

function groupNumber(name: string, { names }: Regexp): number {
  return /^\d+$/.test(name) ? Number(name) : (names.get(name) ?? -1);
}
