/**
 * What says which findings a team knows of: a file, reviewed as everything else, with a reason and an end; and commits,
 * for the change that they are part of.
 */
import { parseDocument } from 'yaml';
import { type Read, readAs, unreadable } from './problem.ts';
import { isFields, textOf } from './value.ts';

/** A finding that somebody answers for. */
export interface Acknowledgement {
  /** The finding's id. */
  readonly id: string;
  /** Empty where a commit gives none: it does not hold then. */
  readonly reason: string;
  /** The last day on which it holds: `2026-12-31`. What a commit says has none. */
  readonly until?: string;
}

/** The key in the last lines of a commit: `Acknowledged-finding: 1a2b3c4d The old limit woke somebody every night.` */
export const TRAILER = 'Acknowledged-finding';

/**
 * What commits say under that key: an id, and behind it the reason.
 *
 * @example inCommits(['1a2b3c4d It is meant.']) // [{ id: '1a2b3c4d', reason: 'It is meant.' }]
 */
export function inCommits(values: readonly string[]): readonly Acknowledgement[] {
  return values.map((value) => {
    const [, id = '', reason = ''] = /^\s*(\S*)\s*(.*?)\s*$/s.exec(value) ?? [];
    return Object.freeze({ id, reason });
  });
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Reads the file: a list of ids, each with its reason and its end.
 *
 * @example readAcknowledgements('known.yml', '- { id: 1a2b3c4d, reason: A test, until: 2026-12-31 }').ok // true
 */
export function readAcknowledgements(path: string, text: string): Read<readonly Acknowledgement[]> {
  const document = parseDocument(text, { schema: 'failsafe' });
  const [error] = document.errors;
  if (error !== undefined) return broken(path, error.message.split('\n')[0] ?? '');
  const entries: unknown = document.toJS() ?? [];
  if (!Array.isArray(entries)) return broken(path, 'what is no list');
  const read: Acknowledgement[] = [];
  for (const [at, entry] of entries.entries()) {
    const one = acknowledgementOf(entry);
    if (one === undefined) return broken(path, `entry ${at + 1} without an id, a reason or a day`);
    read.push(one);
  }
  return readAs(Object.freeze(read));
}

function acknowledgementOf(entry: unknown): Acknowledgement | undefined {
  if (!isFields(entry)) return undefined;
  const [id, reason, until] = [entry.id, entry.reason, entry.until].map((each) => (textOf(each) ?? '').trim());
  if (!id || !reason || until === undefined || !DAY.test(until)) return undefined;
  return Object.freeze({ id, reason, until });
}

function broken(where: string, found: string): ReturnType<typeof unreadable> {
  return unreadable({
    where,
    found,
    allowed: 'a list such as - { id: 1a2b3c4d, reason: why it may be, until: 2026-12-31 }',
    remedy: 'The ids stand behind the findings.',
  });
}
