/** Log lines that the test of an alert gives: whose, when, and what they say. */
import type { LogLine, LogStream } from '../logql/evaluate/line.ts';
import type { AllStreams, Stream } from '../logql/stream.ts';
import type { Matcher } from '../promql/node.ts';
import { type Duration, type DurationText, duration } from '../units/duration.ts';

/** A line that is written once, or again and again. Times are counted from the beginning of the test. */
export type LineInput =
  | { readonly at: DurationText; readonly text: string }
  | {
      readonly every: DurationText;
      /** The first time; the beginning of the test where nothing is said. */
      readonly from?: DurationText;
      /** The last time at which it may be written; where nothing is said, when the alert is looked at. */
      readonly until?: DurationText;
      readonly text: string;
    };

/** One text, and when it is written: once, where there is no `every`. */
interface GivenLine {
  readonly text: string;
  readonly from: Duration;
  readonly every?: Duration;
  readonly until?: Duration;
}

/** What one source writes while an alert is tested. */
export interface GivenLines {
  readonly kind: 'lines';
  readonly labels: Readonly<Record<string, string>>;
  readonly lines: readonly GivenLine[];
}

/**
 * Lines of one stream in a test. Every label that the shipper sets is stated, but for those that the streams are held
 * to.
 *
 * @throws TypeError for a label that is missing, where the compiler could not see it, and for `every: '0s'`.
 * @example
 * lines(shopLogs, { service: 'shop', stream: 'stderr' }, [
 *   { every: '10s', text: 'payment refused' },
 *   { at: '2m', text: 'payment service is back' },
 * ]).labels
 * // { project: 'shop', service: 'shop', stream: 'stderr' }
 */
export function lines<L extends string, P extends string = never>(
  of: Stream<L, P> | AllStreams<L>,
  labels: { readonly [K in Exclude<L, P>]: string },
  written: readonly LineInput[],
): GivenLines {
  const all: Readonly<Record<string, string>> = { ...heldTo(of), ...labels };
  const missing = of.labels.names.find((label) => all[label] === undefined);
  if (missing !== undefined) {
    throw new TypeError(`lines(): the streams have the label ${missing}, and the test does not say its value.`);
  }
  return Object.freeze({
    kind: 'lines',
    labels: Object.freeze(Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)))),
    lines: Object.freeze(written.map(givenLine)),
  });
}

/** What the selector of the streams says of their labels. */
function heldTo(of: object): Readonly<Record<string, string>> {
  // Streams of which none is chosen yet have no query.
  const { node } = of as { readonly node?: { readonly streams: readonly Matcher[] } };
  return Object.fromEntries(
    (node?.streams ?? []).flatMap(({ label, operator, value }) =>
      operator === '=' && typeof value === 'string' ? [[label, value]] : [],
    ),
  );
}

function givenLine(line: LineInput): GivenLine {
  const { text } = line;
  if ('at' in line) return Object.freeze({ text, from: duration(line.at) });
  const every = duration(line.every);
  if (every.ms <= 0)
    throw new TypeError(`lines(): '${text}' is written every ${line.every}; a span above 0 is needed.`);
  const until = line.until === undefined ? {} : { until: duration(line.until) };
  return Object.freeze({ text, from: duration(line.from ?? '0s'), every, ...until });
}

const MS_AS_NS = 1_000_000n;

/**
 * The streams as a query reads them, up to the time at which the alert is looked at; the test begins in 1970.
 *
 * @example
 * const given = lines(shopLogs, { service: 'shop', stream: 'stderr' }, [{ every: '1m', text: 'payment refused' }]);
 * streamsOf([given], { ms: 180_000 })[0]?.lines.length // 4
 */
export function streamsOf(given: readonly GivenLines[], at: Duration): readonly LogStream[] {
  return given.map((each) => {
    const written = each.lines.flatMap((line) => times(line, at).map((ms) => ({ ms, text: line.text })));
    const inOrder = written.sort((a, b) => a.ms - b.ms);
    return {
      labels: each.labels,
      lines: inOrder.map(({ ms, text }): LogLine => ({ at: BigInt(ms) * MS_AS_NS, text })),
    };
  });
}

function times({ from, every, until }: GivenLine, at: Duration): readonly number[] {
  if (every === undefined) return [from.ms];
  const last = Math.min(until?.ms ?? at.ms, at.ms);
  return Array.from(
    { length: Math.max(0, Math.floor((last - from.ms) / every.ms) + 1) },
    (_, index) => from.ms + index * every.ms,
  );
}

/** The lines with every time passed through `scale`. */
export function scaledLines(given: GivenLines, scale: (span: Duration) => Duration): GivenLines {
  const scaled = ({ text, from, every, until }: GivenLine): GivenLine => ({
    text,
    from: scale(from),
    ...(every === undefined ? {} : { every: scale(every) }),
    ...(until === undefined ? {} : { until: scale(until) }),
  });
  return { ...given, lines: given.lines.map(scaled) };
}
