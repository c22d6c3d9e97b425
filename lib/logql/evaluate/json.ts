/**
 * JSON as the stages `json` and `unpack` read it: every number keeps the digits that it was written with, and members
 * within members are named by the way to them, `user_id`.
 */
import type { FieldExtraction } from '../node.ts';
import { type JsonPath, readJsonPath, valueAt } from '../texts/json-path.ts';
import type { Line, LineLabels, Step } from './line.ts';

type Members = Readonly<Record<string, unknown>>;

/** Numbers that JavaScript would write otherwise than the line did. */
const REWRITTEN = /\d{16}|\.\d*0\b|\d\.\d{15}|\d[eE][-+]?\d|-0\b/;
const STRING_OR_NUMBER = /"(?:\\.|[^"\\])*"|-?\d[\d.eE+-]*/g;

/** The members of a line that is a JSON object. */
function membersOf(text: string): Members | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!isObject(value)) return undefined;
    if (!REWRITTEN.test(text)) return value;
    return JSON.parse(text.replace(STRING_OR_NUMBER, (token) => (token.startsWith('"') ? token : `"${token}"`)));
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fail(labels: LineLabels): true {
  labels.fail('JSONParserErr', 'the line is no JSON object');
  return true;
}

/** `| json`, of all fields or of some. */
export function json(fields: readonly FieldExtraction[]): Step {
  if (fields.length === 0) return everything;
  const paths = fields.map(({ label, path }) => ({ label, path: readJsonPath(path ?? label) ?? [] }));
  return (line) => {
    const members = membersOf(line.text);
    if (members === undefined) return fail(line.labels);
    for (const { label, path } of paths) line.labels.extract(label, textAt(members, path));
    return true;
  };
}

function textAt(members: Members, path: JsonPath): string {
  const value = valueAt(members, path);
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function everything({ text, labels }: Line): true {
  const members = membersOf(text);
  if (members === undefined) return fail(labels);
  flatten(members, '', labels);
  return true;
}

/** Lists have no labels, nor has what is null. */
function flatten(members: Members, prefix: string, labels: LineLabels): void {
  for (const [key, value] of Object.entries(members)) {
    const isMember = isObject(value);
    if (value === null || (typeof value === 'object' && !isMember)) continue;
    const name = labelName(prefix === '' ? key : `${prefix}_${key}`);
    if (name === '') continue;
    if (isMember) flatten(value, name, labels);
    else labels.extract(name, String(value));
  }
}

/** `| unpack`: members that are text become labels, and `_entry` the line. */
export function unpack(line: Line): true {
  const members = membersOf(line.text);
  if (members === undefined) return fail(line.labels);
  for (const [key, value] of Object.entries(members)) {
    if (typeof value !== 'string') continue;
    if (key === '_entry') line.text = value;
    else line.labels.extract(labelName(key), value);
  }
  return true;
}

/** Fields repeat with every line. */
const known = new Map<string, string>();
const MOST_KNOWN = 10_000;

/** A field's name as a label's: what a label cannot have becomes `_`. */
export function labelName(key: string): string {
  const before = known.get(key);
  if (before !== undefined) return before;
  const name = cleaned(key);
  if (known.size < MOST_KNOWN) known.set(key, name);
  return name;
}

function cleaned(key: string): string {
  const name = key.trim().replace(/[^A-Za-z0-9_]/g, '_');
  return /^\d/.test(name) ? `_${name}` : name;
}
