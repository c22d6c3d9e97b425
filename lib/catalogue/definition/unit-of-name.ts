/**
 * The unit that a metric's name promises. Scrapes state none, so the naming conventions have to do:
 * https://prometheus.io/docs/practices/naming/ (base units as the name's last word, `_total` for counters) and the
 * spellings that exporters use beside them. Where a name is wrong, an overrides file corrects it.
 */
import {
  amperes,
  bytes,
  celsius,
  count,
  hertz,
  isCounted,
  joules,
  microseconds,
  milliseconds,
  nanoseconds,
  percent,
  ratio,
  seconds,
  state,
  timestamp,
  type Unit,
  volts,
} from '../../units/unit.ts';
import type { Kind } from '../metric.ts';

/** By the last word of the name, `_total` taken off. Cores are not among them: that is a judgement, not a spelling. */
const BY_WORD: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ['seconds', seconds],
  ['sec', seconds],
  ['milliseconds', milliseconds],
  ['ms', milliseconds],
  ['microseconds', microseconds],
  ['usec', microseconds],
  ['nanoseconds', nanoseconds],
  ['bytes', bytes],
  ['ratio', ratio],
  ['percent', percent],
  ['percentage', percent],
  ['celsius', celsius],
  ['hertz', hertz],
  ['volts', volts],
  ['amperes', amperes],
  ['joules', joules],
]);

/** Gauges that name a point in time and not a span. */
const POINT_IN_TIME = /_(?:timestamp(?:_in)?|(?:start|boot|creation|last_[a-z]+)_time)_seconds$|_created$/;

/** Gauges that are 0 or 1 by convention, by the last word of the name. */
const STATES: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ['up', state({ 0: 'Down', 1: 'Up' })],
  ['success', state({ 0: 'Failed', 1: 'Succeeded' })],
  ['successful', state({ 0: 'Failed', 1: 'Succeeded' })],
  ['enabled', state({ 0: 'Disabled', 1: 'Enabled' })],
]);

/** Words that end in s and are no plural of a counted thing. */
const NO_PLURAL = /(?:ss|us|is|ys|fs|dns|tls|stats|settings)$/;

/**
 * The unit of a metric by its name.
 *
 * An info metric is always 1: as a ratio it changes no unit that is multiplied with it.
 *
 * @example unitOfName('redis_commands_duration_seconds_total', 'counter') // seconds
 * @example unitOfName('process_start_time_seconds', 'gauge') // timestamp
 * @example unitOfName('prometheus_tsdb_head_samples_appended_total', 'counter') // samples
 */
export function unitOfName(name: string, kind: Kind): Unit {
  if (kind === 'info') return ratio;
  if (kind === 'gauge' && POINT_IN_TIME.test(name)) return timestamp;
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  const measured = BY_WORD.get(last) ?? (kind === 'gauge' ? STATES.get(last) : undefined);
  return measured ?? count(thing(words));
}

/**
 * True where the name has neither the word of a unit nor ends in what is counted: the unit is then a guess.
 *
 * @example isGuess('redis_connected_clients', 'gauge') // false
 * @example isGuess('redis_key_size', 'gauge') // true
 */
export function isGuess(name: string, kind: Kind): boolean {
  const unit = unitOfName(name, kind);
  if (kind === 'info' || !isCounted(unit.of)) return false;
  const last = wordsOf(name).at(-1) ?? '';
  return last !== unit.of || !isPlural(last);
}

/**
 * The unit that OpenMetrics states.
 *
 * @example unitOfWord('seconds') // seconds
 * @example unitOfWord('watts') // watts
 */
export function unitOfWord(word: string): Unit {
  return BY_WORD.get(word) ?? count(isCounted(word) ? word : 'values');
}

/** The last plural of the name, else its last word; the first word is the exporter. */
function thing(words: readonly string[]): string {
  const candidates = (words.length > 1 ? words.slice(1) : words).filter((word) => word !== '' && isCounted(word));
  return candidates.findLast(isPlural) ?? candidates.at(-1) ?? 'values';
}

function isPlural(word: string): boolean {
  return word.length > 2 && word.endsWith('s') && !NO_PLURAL.test(word);
}

function wordsOf(name: string): readonly string[] {
  return name
    .toLowerCase()
    .replace(/_total$/, '')
    .split(/[^a-z0-9]+/);
}
