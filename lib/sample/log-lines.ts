/**
 * Log lines for pictures and previews: the ones that a stream declares as examples, written again and again until the
 * last moment shown, and what a query finds among them. The same for the same declaration.
 */
import { evaluateLogs, type FoundLine } from '../logql/evaluate/evaluate.ts';
import type { LogStream } from '../logql/evaluate/line.ts';
import type { ExampleNode, LinesNode, Stage } from '../logql/node.ts';
import type { LogsQuery } from '../model/logs-query.ts';
import { type Level, type LogLine, neutralLines } from './neutral-lines.ts';
import { random, seedOf, wobbling } from './random.ts';
import { type Labels, labelsKey } from './target-labels.ts';
import { NOW } from './time.ts';

const MS_AS_NS = 1_000_000n;
const HOUR = 3_600_000;
/** The hour that is shown, and half of one for what looks back from its beginning. */
const WRITTEN = 1.5 * HOUR;
/** Lines of one example: nobody would look at more. */
const MAX_WRITTEN = 6000;

/** Lines are declared once, and read by many panels. */
const known = new WeakMap<readonly ExampleNode[], readonly LogStream[]>();

/** The streams that examples make. */
export function exampleStreams(examples: readonly ExampleNode[]): readonly LogStream[] {
  const found = known.get(examples) ?? examples.map(streamOf);
  known.set(examples, found);
  return found;
}

/** A stream whose lines are written when a query asks for them: most queries select a few streams of many. */
function streamOf(example: ExampleNode, index: number): LogStream {
  let lines: LogStream['lines'] | undefined;
  return Object.freeze({
    labels: example.labels,
    get lines() {
      lines ??= linesOf(example, index);
      return lines;
    },
  });
}

function linesOf({ labels, every, text }: ExampleNode, index: number): LogStream['lines'] {
  const seed = seedOf(labelsKey(labels), String(index));
  const curve = wobbling(seed);
  const moments: number[] = [];
  for (let before = every.ms * random(seed, 0); before < WRITTEN && moments.length < MAX_WRITTEN; ) {
    moments.push(Math.round(NOW - before));
    // As traffic comes: now more, now less, and never like a clock.
    const pace = 0.6 + 0.8 * curve(before / HOUR);
    before += (every.ms * (0.4 + 1.2 * random(seed, moments.length))) / pace;
  }
  return moments.reverse().map((ms) => new ExampleLine(ms, text));
}

/** A line that is put into words when somebody reads it: most are counted, or are older than what a screen shows. */
class ExampleLine {
  readonly at: bigint;
  readonly #ms: number;
  readonly #words: ExampleNode['text'];
  #text: string | undefined;

  constructor(ms: number, words: ExampleNode['text']) {
    this.at = BigInt(ms) * MS_AS_NS;
    this.#ms = ms;
    this.#words = words;
  }

  get text(): string {
    this.#text ??= this.#words(new Date(this.#ms));
    return this.#text;
  }
}

/**
 * The lines of a panel, newest first. Of streams without examples they are neutral ones, which no stage reads.
 *
 * @param panel its id, which neutral lines depend on
 */
export function sampleLogLines(panel: number, { node }: Pick<LogsQuery, 'node'>): readonly LogLine[] {
  const { examples } = node;
  if (examples === undefined) return neutralLines(panel);
  return linesFound(unchosen(node), exampleStreams(examples)) ?? neutralLines(panel);
}

/** A screen shows no more, and Loki sends no more than its limit. */
const MAX_SHOWN = 1000;

/** What a query finds in the hour that is shown, newest first; nothing where it has no answer. */
export function linesFound(node: LinesNode, streams: readonly LogStream[]): readonly LogLine[] | undefined {
  const found = newest(node, streams);
  return found
    ?.map(({ at, text, labels }) => ({ before: NOW - Number(at / MS_AS_NS), level: levelOf(labels), text, labels }))
    .reverse();
}

/** The newest lines mostly lie within minutes: the whole hour is gone through only where that has too few. */
const SPANS = [HOUR / 16, HOUR / 4, HOUR];

function newest(node: LinesNode, streams: readonly LogStream[]): readonly FoundLine[] | undefined {
  for (const span of SPANS) {
    const [from, to] = [BigInt(NOW - span) * MS_AS_NS, BigInt(NOW) * MS_AS_NS];
    const answer = evaluateLogs(node, streams, { from, to, limit: MAX_SHOWN });
    if (!answer.ok) return undefined;
    if (span === HOUR || answer.lines.length === MAX_SHOWN) return answer.lines;
  }
  return undefined;
}

/** The lines as they are before anybody chooses: without the variables of a dashboard. */
export function unchosen(lines: LinesNode): LinesNode {
  const streams = lines.streams.filter(({ value }) => typeof value === 'string');
  return Object.freeze({ ...lines, streams, stages: lines.stages.flatMap(withoutVariables) });
}

function withoutVariables(stage: Stage): readonly Stage[] {
  if (stage.kind !== 'line filter') return [stage];
  const matches = stage.matches.filter((match) => typeof match === 'string' || !('variable' in match));
  return matches.length === 0 ? [] : [{ ...stage, matches }];
}

const LEVELS: readonly (readonly [of: RegExp, Level])[] = [
  [/^(?:crit|fatal|emerg|alert)/i, 'crit'],
  [/^err/i, 'error'],
  [/^warn/i, 'warn'],
  [/^(?:info|notice)/i, 'info'],
  [/^(?:debug|trace)/i, 'debug'],
];

/** The level that a line's labels tell. */
export function levelOf({ level, detected_level: detected = level ?? '' }: Labels): Level {
  return LEVELS.find(([of]) => of.test(detected))?.[1] ?? '';
}
