/** How bad a log line is, as Grafana tells it: by a label, else by the first word of the line that names a level. */
import type { Labels } from '../../protocol.ts';

export interface Level {
  /** In Grafana's words, of five letters at most. */
  readonly word: string;
  readonly colour: string;
}

const LEVELS: readonly (readonly [of: RegExp, Level])[] = [
  [/^(?:crit|fatal|emerg|alert)/i, { word: 'crit', colour: 'purple' }],
  [/^(?:err|eror)/i, { word: 'error', colour: 'red' }],
  [/^warn/i, { word: 'warn', colour: 'yellow' }],
  [/^(?:info|notice)/i, { word: 'info', colour: 'green' }],
  [/^(?:debug|dbug)/i, { word: 'debug', colour: 'blue' }],
  [/^trace/i, { word: 'trace', colour: 'blue' }],
];

const LABELS = ['detected_level', 'level', 'lvl', 'severity'];
const WORD =
  /\b(?:emerg|fatal|alert|crit|critical|err|eror|error|warn|warning|info|information|informational|notice|dbug|debug|trace)\b/i;

/**
 * The level of a line; one without words where nothing tells it.
 *
 * @example levelOf('level=warn msg="slow"', { service: 'vote' }).word // 'warn'
 */
export function levelOf(line: string, labels: Labels): Level {
  const named = LABELS.map((label) => labels[label]).find((value) => value !== undefined);
  const text = named ?? WORD.exec(line)?.[0] ?? '';
  return LEVELS.find(([of]) => of.test(text))?.[1] ?? { word: '', colour: 'gray' };
}
