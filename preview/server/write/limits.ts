/** The limits of thresholds in a source file: `thresholds: { from: { warning: 100, critical: 1000 } }`. */
import type { ObjectExpression, ObjectProperty } from 'oxc-parser';
import { type Level, levels } from '../../../lib/model/field.ts';
import type { Limits } from '../../protocol.ts';
import { literalEdit, notLiteral } from './literal.ts';
import { additionBefore, additions, propertyOf, removals } from './object.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import type { Edit, Source } from './source.ts';

interface Change {
  readonly wanted: Limits;
  readonly loaded: Limits;
}

/** What is to be changed in the literal of thresholds: the direction, and those limits that differ. */
export function limitEdits(source: Source, thresholds: ObjectExpression, change: Change): readonly Edit[] | Refusal {
  const { wanted, loaded } = change;
  const property = propertyOf(source, thresholds, loaded.direction);
  if (property === undefined) return notLiteral(source, 'thresholds', thresholds);
  if (isRefusal(property)) return property;
  const { key, value: at } = property;
  if (at.type !== 'ObjectExpression') return notLiteral(source, loaded.direction, at);
  const limits = levelEdits(source, at, change);
  if (isRefusal(limits) || wanted.direction === loaded.direction) return limits;
  return [{ start: key.start, end: key.end, text: wanted.direction }, ...limits];
}

function levelEdits(source: Source, at: ObjectExpression, { wanted, loaded }: Change): readonly Edit[] | Refusal {
  const written = new Map<Level, ObjectProperty>();
  for (const level of levels) {
    const property = propertyOf(source, at, level);
    if (property !== undefined && isRefusal(property)) return property;
    if (property !== undefined) written.set(level, property);
  }
  const text = (level: Level): string => `${level}: ${wanted.at[level]}`;
  const added = levels.filter((level) => wanted.at[level] !== undefined && !written.has(level));
  const removed = levels.filter((level) => wanted.at[level] === undefined && written.has(level));
  if (removed.length === written.size) return movedLimit(written, removed, added.map(text));
  const edits: Edit[] = [];
  for (const [level, property] of written) {
    const value = wanted.at[level];
    if (value === undefined) edits.push(...removals(source, at, property));
    else if (value !== loaded.at[level]) {
      const found = literalEdit(source, { name: level, node: property.value, value, loaded: loaded.at[level] });
      if (isRefusal(found)) return found;
      edits.push(...found);
    }
  }
  return [...edits, ...additionEdits(source, at, { written, added, text })];
}

/** The one limit is of another level now. */
function movedLimit(
  written: ReadonlyMap<Level, ObjectProperty>,
  removed: readonly Level[],
  added: readonly string[],
): readonly Edit[] | Refusal {
  const [property, ...more] = removed.map((level) => written.get(level));
  const [text] = added;
  if (property === undefined || text === undefined || more.length > 0) {
    return { refused: 'No limit would be left: thresholds are taken away by hand.' };
  }
  return [{ start: property.start, end: property.end, text }];
}

interface Addition {
  readonly written: ReadonlyMap<Level, ObjectProperty>;
  readonly added: readonly Level[];
  readonly text: (level: Level) => string;
}

/** A warning stands before the critical limit. */
function additionEdits(source: Source, at: ObjectExpression, { written, added, text }: Addition): readonly Edit[] {
  const [level] = added;
  const critical = written.get('critical');
  if (level !== 'warning' || critical === undefined) return additions(source, at, added.map(text));
  return [additionBefore(source, critical, text(level))];
}
