/** Lines for streams that declare no examples: they could be anybody's. */
import { random, seedOf } from './random.ts';
import type { Labels } from './target-labels.ts';

export interface LogLine {
  /** How long before the last moment shown, in milliseconds. */
  readonly before: number;
  readonly level: Level;
  readonly text: string;
  /** The labels of the stream that it stands in, its level among them. */
  readonly labels: Labels;
}

/** A level in Grafana's words; none where nothing tells it. */
export type Level = 'crit' | 'error' | 'warn' | 'info' | 'debug' | '';

const TEXTS: readonly Pick<LogLine, 'level' | 'text'>[] = [
  { level: 'info', text: 'msg="request handled" method=GET path=/ status=200 duration=12ms' },
  { level: 'info', text: 'msg="request handled" method=POST path=/ status=200 duration=31ms' },
  { level: 'warn', text: 'msg="slow answer" path=/ duration=1204ms' },
  { level: 'info', text: 'msg="request handled" method=GET path=/ status=200 duration=9ms' },
  { level: 'debug', text: 'msg="connection kept" idle=4' },
  { level: 'error', text: 'msg="connection refused" attempt=3' },
];

/** How many lines a panel has: more than any panel has room for. */
const LINES = 60;

/** Lines come 0.4 to 9.4 seconds apart, in milliseconds. */
const SHORTEST_GAP = 400;
const LONGEST_GAP = 9000;

/**
 * The lines of a panel, newest first.
 *
 * @param panel its id, which the lines depend on.
 * @param streams the label sets of the streams that it shows; the lines are spread over them by chance.
 * @example neutralLines(7, [{ service: 'shop' }])[0]?.text // 'msg="connection kept" idle=4'
 */
export function neutralLines(panel: number, streams: readonly Labels[] = [{}]): readonly LogLine[] {
  const seed = seedOf(String(panel));
  let before = 2000;
  return Array.from({ length: LINES }, (_, index) => {
    before += SHORTEST_GAP + Math.floor(random(seed, index) * LONGEST_GAP);
    const { level, text } = pick(TEXTS, random(seed, index + 1000)) ?? { level: 'info', text: '' };
    return { before, level, text, labels: { ...pick(streams, random(seed, index + 2000)), level } };
  });
}

function pick<T>(list: readonly T[], share: number): T | undefined {
  return list[Math.floor(share * list.length)];
}
