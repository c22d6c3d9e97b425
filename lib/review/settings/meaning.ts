/** What a change of settings means, where it means something: the rest is told setting by setting. */
import type { PartRecord } from '../../read/server-records.ts';
import { parseDuration } from '../../units/duration.ts';
import type { Kind } from '../kinds.ts';
import type { Pair } from '../match.ts';

/** One thing that a change means. */
export interface Meaning {
  readonly kind: Kind;
  /** What stands behind the name of what it is about. */
  readonly says: string;
  /** The settings that are told with it: by their paths, and not a second time. */
  readonly about: readonly string[];
}

/** What a change of one part means. */
export type Watcher = (pair: Pair<PartRecord>) => readonly Meaning[];

/** A setting as a person writes it: without quotes; undefined where it is not set. */
export function settingOf({ values }: PartRecord, path: string): string | undefined {
  return values.get(path)?.replace(/^"(.*)"$/s, '$1');
}

/** Whether a setting is switched on, where it is written or by default. */
export function isOn(part: PartRecord, path: string, byDefault = false): boolean {
  return (settingOf(part, path) ?? String(byDefault)) === 'true';
}

/** Paths that begin so, on either side. */
export function pathsBelow({ before, after }: Pair<PartRecord>, beginning: string): readonly string[] {
  const paths = new Set([...before.values.keys(), ...after.values.keys()]);
  return [...paths].filter((path) => path.startsWith(beginning)).sort();
}

const SIZES: Readonly<Record<string, number>> = { '': 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30, t: 2 ** 40 };
const SIZE = /^(\d+(?:\.\d+)?)\s*([kmgt]?)i?b?$/i;

/**
 * How much a setting says: a number, a size in bytes or a duration in milliseconds.
 *
 * @example amountOf('4MB') // 4194304
 * @example amountOf('1h30m') // 5400000
 */
export function amountOf(text: string): number | undefined {
  const [, number, unit = ''] = SIZE.exec(text) ?? [];
  if (number !== undefined) return Number(number) * (SIZES[unit.toLowerCase()] ?? 1);
  return parseDuration(text)?.ms;
}
