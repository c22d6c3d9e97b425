/**
 * Lines of `name=value`, the value in quotes where it holds blanks. What is no such pair is left out, or with --strict
 * ends the reading.
 * Source: https://grafana.com/docs/loki/latest/query/log_queries/#logfmt
 */
import type { LogfmtStage } from '../node.ts';
import { labelName } from './json.ts';
import type { LineLabels, Step } from './line.ts';

/** A pair, its value in quotes or bare; nothing but a blank or the end may follow. */
const PAIR = /\s*([^\s="]+)(?:=(?:"((?:\\.|[^"\\])*)"|([^\s"=]*)))?(?=\s|$)/y;
const BROKEN = /\s*\S*/y;

/** `| logfmt`, of all fields or of some. */
export function logfmt({ fields, strict, keepEmpty }: LogfmtStage): Step {
  const wanted = new Map(fields.map(({ label, path }) => [path ?? label, label]));
  return ({ text, labels }) => {
    const read = (key: string, value: string): void => {
      const label = wanted.size === 0 ? labelName(key) : wanted.get(key);
      if (label !== undefined && label !== '' && (value !== '' || keepEmpty)) labels.extract(label, value);
    };
    const whole = pairs(text, read, strict === true);
    if (!whole) labels.fail('LogfmtParserErr', 'a field is no name=value');
    addMissing(labels, wanted.values(), keepEmpty === true);
    return true;
  };
}

/** Whether the line was read to its end. */
function pairs(text: string, read: (key: string, value: string) => void, strict: boolean): boolean {
  const end = text.trimEnd().length;
  for (let at = 0; at < end; ) {
    PAIR.lastIndex = at;
    const [pair, key = '', quoted, bare = ''] = PAIR.exec(text) ?? [];
    if (pair === undefined) {
      if (strict) return false;
      BROKEN.lastIndex = at;
      at += BROKEN.exec(text)?.[0].length ?? 1;
      continue;
    }
    read(key, quoted === undefined ? bare : unescaped(quoted));
    at += pair.length;
  }
  return true;
}

function unescaped(quoted: string): string {
  if (!quoted.includes('\\')) return quoted;
  try {
    return String(JSON.parse(`"${quoted}"`));
  } catch {
    return quoted;
  }
}

function addMissing(labels: LineLabels, wanted: Iterable<string>, keepEmpty: boolean): void {
  if (!keepEmpty) return;
  for (const label of wanted) if (labels.get(label) === undefined) labels.set(label, '');
}
