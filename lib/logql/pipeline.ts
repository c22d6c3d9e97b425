/** What a query of lines does at run time: each stage is one more node, and changes the labels as lines.ts says. */
import { type LabelSet, labelSet } from '../promql/expr.ts';
import { type LabelMatch, matchers } from '../promql/matcher.ts';
import type { Unit } from '../units/unit.ts';
import { type AnyCondition, filterNode } from './condition.ts';
import { assertLabelNames, conversionOf, type Field, type Fields, sampleUnit } from './field.ts';
import type { Format } from './format.ts';
import { lineFilter } from './line-filter.ts';
import type { AnyLinesQuery, AnyValuesQuery, LineMatches } from './lines.ts';
import type { LabelChoice, LabelFormat, LinesNode, Stage, Unwrap } from './node.ts';
import { pinnedNames } from './result.ts';
import { type TemplateOf, templateText } from './template.ts';

const ERROR_LABELS: readonly string[] = ['__error__', '__error_details__'];
const NO_ERROR: AnyCondition = Object.freeze({ __error__: '' });

type Choice = string | Readonly<Record<string, LabelMatch | undefined>>;

/** A query of lines. `stream()` tells the compiler which labels it has. */
export class Pipeline implements AnyLinesQuery {
  readonly type = 'lines: take their rate() or countOverTime()';
  readonly node: LinesNode;
  readonly labels: LabelSet<string>;
  readonly fields: Fields;
  readonly streamLabels: readonly string[];

  constructor(node: LinesNode, fields: Fields, streamLabels: readonly string[]) {
    this.node = Object.freeze(node);
    this.labels = labelSet(Object.keys(fields));
    this.fields = Object.freeze(fields);
    this.streamLabels = streamLabels;
    Object.freeze(this);
  }

  /** What `absentOverTime()` answers with. */
  get pinned(): readonly string[] {
    return pinnedNames(this.node);
  }

  where(where: Readonly<Record<string, LabelMatch | undefined>>): Pipeline {
    const missing = Object.keys(where).find((label) => !this.streamLabels.includes(label));
    if (missing !== undefined) {
      throw new TypeError(
        `where({ ${missing}: … }): the streams have ${this.streamLabels.join(', ')}; filter() has what is read from their lines.`,
      );
    }
    const streams = Object.freeze([...this.node.streams, ...matchers(where)]);
    return new Pipeline({ ...this.node, streams }, this.fields, this.streamLabels);
  }

  contains(...anyOf: LineMatches): Pipeline {
    return this.#with(lineFilter('contains', anyOf));
  }

  excludes(...noneOf: LineMatches): Pipeline {
    assertNotSwallowed(this.node.stages.at(-1));
    return this.#with(lineFilter('excludes', noneOf));
  }

  parse({ stage, fields }: Format<Fields>): Pipeline {
    const renamed = Object.entries(fields).map(([label, field]): [string, Field] => [
      this.streamLabels.includes(label) ? `${label}_extracted` : label,
      field,
    ]);
    return this.#with(stage, { ...this.fields, ...Object.fromEntries(renamed) });
  }

  filter(...anyOf: readonly AnyCondition[]): Pipeline {
    assertLabels(this.fields, anyOf.flatMap(Object.keys));
    return this.#with({ kind: 'label filter', condition: filterNode(anyOf, this.fields) });
  }

  withoutErrors(): Pipeline {
    return this.filter(NO_ERROR);
  }

  lineFormat(write: TemplateOf<string>): Pipeline {
    return this.#with({ kind: 'line format', template: templateText(this.labels.names, write) });
  }

  labelFormat(labels: Readonly<Record<string, string | TemplateOf<string>>>): Pipeline {
    const renamed = Object.values(labels).filter((from) => typeof from === 'string');
    assertLabels(this.fields, renamed);
    assertLabelNames('labelFormat()', Object.keys(labels));
    const formats = Object.entries(labels).map(([label, from]): LabelFormat => {
      if (typeof from === 'string') return { label, from: { label: from } };
      return { label, from: { template: templateText(this.labels.names, from) } };
    });
    const written = Object.entries(labels).map(([label, from]): [string, Field] => [
      label,
      (typeof from === 'string' ? this.fields[from] : undefined) ?? 'text',
    ]);
    const fields = { ...without(this.fields, renamed), ...Object.fromEntries(written) };
    return this.#with({ kind: 'label format', labels: Object.freeze(formats) }, fields);
  }

  drop(...labels: readonly Choice[]): Pipeline {
    const stage: Stage = { kind: 'drop', labels: choices(this.fields, labels) };
    // A label that is dropped for some of its values is left.
    const dropped = labels.filter((choice) => typeof choice === 'string');
    return this.#with(stage, without(this.fields, dropped));
  }

  keep(...labels: readonly Choice[]): Pipeline {
    const stage: Stage = { kind: 'keep', labels: choices(this.fields, labels) };
    const kept = labels.flatMap(namesIn);
    return this.#with(
      stage,
      without(
        this.fields,
        Object.keys(this.fields).filter((label) => !kept.includes(label)),
      ),
    );
  }

  decolorize(): Pipeline {
    return this.#with({ kind: 'decolorize' });
  }

  unwrap(label: string): Values {
    assertLabels(this.fields, [label]);
    const field = this.fields[label] ?? 'text';
    const unwrapped: Unwrap = { label, ...conversionOf(field), filters: [] };
    return new Values(this.node, unwrapped, this.fields, sampleUnit(label, field));
  }

  #with(stage: Stage, fields: Fields = this.fields): Pipeline {
    const stages = Object.freeze([...this.node.stages, Object.freeze(stage)]);
    return new Pipeline({ ...this.node, stages }, fields, this.streamLabels);
  }
}

/** Lines with a value each. */
class Values implements AnyValuesQuery {
  readonly type = 'values of lines: take their avgOverTime(), sumOverTime() or quantileOverTime()';
  readonly node: LinesNode;
  readonly unwrapped: Unwrap;
  readonly labels: LabelSet<string>;
  readonly fields: Fields;
  readonly unit: Unit;

  constructor(node: LinesNode, unwrapped: Unwrap, fields: Fields, unit: Unit) {
    this.node = node;
    this.unwrapped = Object.freeze(unwrapped);
    this.labels = labelSet(Object.keys(without(fields, [unwrapped.label])));
    this.fields = fields;
    this.unit = unit;
    Object.freeze(this);
  }

  filter(...anyOf: readonly AnyCondition[]): Values {
    assertLabels(this.fields, anyOf.flatMap(Object.keys));
    const filters = Object.freeze([...this.unwrapped.filters, filterNode(anyOf, this.fields)]);
    return new Values(this.node, { ...this.unwrapped, filters }, this.fields, this.unit);
  }

  withoutErrors(): Values {
    return this.filter(NO_ERROR);
  }
}

function without(fields: Fields, labels: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([label]) => !labels.includes(label)));
}

function namesIn(choice: Choice): readonly string[] {
  return typeof choice === 'string' ? [choice] : Object.keys(choice);
}

function choices(fields: Fields, labels: readonly Choice[]): readonly LabelChoice[] {
  assertLabels(fields, labels.flatMap(namesIn));
  return Object.freeze(
    labels.flatMap((choice): readonly LabelChoice[] =>
      typeof choice === 'string' ? [{ label: choice }] : matchers(choice).map((matcher) => ({ matcher })),
    ),
  );
}

function assertLabels(fields: Fields, labels: readonly string[]): void {
  const missing = labels.find((label) => !(label in fields) && !ERROR_LABELS.includes(label));
  if (missing === undefined) return;
  throw new TypeError(
    `no label '${missing}' is here: the lines have ${Object.keys(fields).join(', ')}; read it from the line first, or do not drop it.`,
  );
}

/** `| drop a != "x"` would drop a label for some of its values, and filter no line. */
function assertNotSwallowed(before: Stage | undefined): void {
  if (before?.kind !== 'drop' && before?.kind !== 'keep') return;
  const last = before.labels.at(-1);
  if (last === undefined || 'matcher' in last) return;
  throw new TypeError(
    `excludes() behind ${before.kind}('${last.label}'): LogQL reads it as a condition on the label; write excludes() first.`,
  );
}
