/** The model.json of a build: objectives, what expressions cost, and which signals are recorded. */
import type { CostRecord, ModelRecord, ObjectiveRecord, Place } from './records.ts';
import { type Fields, fieldsOf, isFields, listOf, numberOf, textOf } from './value.ts';

/** Whether a parsed file is one that a build of this library wrote. */
export function holdsModel({ profile, signals, metrics, recordingRules }: Fields): boolean {
  return textOf(profile) !== undefined && isFields(signals) && isFields(metrics) && isFields(recordingRules);
}

/** The record of a model.json. */
export function modelRecord(value: Fields, place: Place): ModelRecord {
  return Object.freeze({
    kind: 'model',
    place,
    objectives: Object.freeze(entriesOf(value.objectives).map(objectiveRecord)),
    costs: Object.freeze([
      ...entriesOf(value.signals).flatMap(([name, { expressions }]) =>
        costOf(`signal ${name}`, Object.values(fieldsOf(expressions)).map(fieldsOf)),
      ),
    ]),
    cardinality: new Map([
      ...entriesOf(value.metrics).map(([name, { series }]) => [name, numberOf(series) ?? 0] as const),
      ...entriesOf(value.recordingRules).map(
        ([name, { series }]) => [name, numberOf(fieldsOf(series).answers) ?? 0] as const,
      ),
    ]),
    recorded: new Map(
      entriesOf(value.recordingRules).map(([name, { signal }]) => [name, textOf(signal) ?? ''] as const),
    ),
  });
}

function objectiveRecord([id, objective]: readonly [string, Fields]): ObjectiveRecord {
  return Object.freeze({
    id,
    name: textOf(objective.name) ?? id,
    target: numberOf(objective.target) ?? 0,
    window: textOf(objective.window) ?? '',
    signals: texts(objective.signals),
  });
}

/** What the dearest of the expressions reads. */
function costOf(of: string, expressions: readonly Fields[]): readonly CostRecord[] {
  const reads = expressions.map(({ series }) => numberOf(fieldsOf(series).reads) ?? 0);
  return reads.length === 0 ? [] : [Object.freeze({ of, reads: Math.max(...reads) })];
}

function entriesOf(value: unknown): readonly (readonly [string, Fields])[] {
  return Object.entries(fieldsOf(value)).map(([name, each]) => [name, fieldsOf(each)] as const);
}

function texts(value: unknown): readonly string[] {
  return Object.freeze(listOf(value).flatMap((each) => textOf(each) ?? []));
}
