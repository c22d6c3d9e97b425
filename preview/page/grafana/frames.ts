/** A server's answer as Grafana's data frames, the way its Prometheus and Loki data sources make them. */
import { createDataFrame, type DataFrame, DataFrameType, FieldType } from '@grafana/data';
import type { Answer, Labels, LogStream, MatrixSeries, Target, VectorSeries } from '../../protocol.ts';
import { perBucket } from './buckets.ts';

export interface FrameInput {
  readonly target: Target;
  readonly answer: Answer;
  /** The step of the answer in milliseconds: a longer pause is a gap. */
  readonly step: number;
  /** Whether the panel has no other query: a table's column is then called Value. */
  readonly only: boolean;
}

/** The frames of one query. */
export function framesOf({ target, answer, step, only }: FrameInput): DataFrame[] {
  switch (answer.resultType) {
    case 'matrix': {
      const result = target.format === 'heatmap' ? perBucket(answer.result) : answer.result;
      return result.map((series) => rangeFrame(series, target, step));
    }
    case 'streams':
      return [logFrame(answer.result, target)];
    case 'scalar':
      return instantFrames([{ metric: {}, value: answer.result }], target, only);
    default:
      return instantFrames(answer.result, target, only);
  }
}

function rangeFrame({ metric, values }: MatrixSeries, target: Target, step: number): DataFrame {
  const points = withGaps(
    values.map(([seconds, value]) => [Math.round(seconds * 1_000), numberOf(value)] as const),
    step,
  );
  return createDataFrame({
    refId: target.refId,
    name: nameOf(metric, target),
    meta: { type: DataFrameType.TimeSeriesMulti },
    fields: [
      { name: 'Time', type: FieldType.time, values: points.map(([ms]) => ms), config: { interval: step } },
      valueField(
        metric,
        target,
        points.map(([, value]) => value),
      ),
    ],
  });
}

type Point = readonly [ms: number, value: number | null];

/** A missing value is a hole in the line, not a straight way over it. */
function withGaps(points: readonly Point[], step: number): readonly Point[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    const isGap = before !== undefined && point[0] - before[0] > 1.5 * step;
    return isGap ? [[before[0] + step, null] as const, point] : [point];
  });
}

function instantFrames(result: readonly VectorSeries[], target: Target, only: boolean): DataFrame[] {
  if (target.format === 'table') return [tableFrame(result, target, only)];
  return result.map(({ metric, value }) =>
    createDataFrame({
      refId: target.refId,
      name: nameOf(metric, target),
      fields: [
        { name: 'Time', type: FieldType.time, values: [value[0] * 1_000], config: {} },
        valueField(metric, target, [numberOf(value[1])]),
      ],
    }),
  );
}

function tableFrame(result: readonly VectorSeries[], { refId }: Target, only: boolean): DataFrame {
  const labels = [...new Set(result.flatMap(({ metric }) => Object.keys(metric)))].sort();
  return createDataFrame({
    refId,
    fields: [
      { name: 'Time', type: FieldType.time, values: result.map(({ value }) => value[0] * 1_000), config: {} },
      ...labels.map((label) => ({
        name: label,
        type: FieldType.string,
        values: result.map(({ metric }) => metric[label] ?? ''),
        config: {},
      })),
      {
        name: only ? 'Value' : `Value #${refId}`,
        type: FieldType.number,
        values: result.map(({ value }) => numberOf(value[1])),
        config: {},
      },
    ],
  });
}

function logFrame(streams: readonly LogStream[], { refId }: Target): DataFrame {
  const lines = streams.flatMap(({ stream, values }) => values.map(([ns, line]) => ({ ns, line, stream })));
  lines.sort((a, b) => b.ns.localeCompare(a.ns));
  return createDataFrame({
    refId,
    fields: [
      { name: 'Time', type: FieldType.time, values: lines.map(({ ns }) => Number(ns.slice(0, -6))), config: {} },
      { name: 'Line', type: FieldType.string, values: lines.map(({ line }) => line), config: {} },
      { name: 'labels', type: FieldType.other, values: lines.map(({ stream }) => stream), config: {} },
    ],
  });
}

function valueField(metric: Labels, target: Target, values: readonly (number | null)[]) {
  const name = nameOf(metric, target);
  return {
    name: 'Value',
    type: FieldType.number,
    labels: { ...metric },
    values: [...values],
    config: name === '' ? {} : { displayNameFromDS: name },
  };
}

/** The legend with its labels filled in; without one the series itself, else the query. */
function nameOf(metric: Labels, { legendFormat, expr }: Target): string {
  if (legendFormat !== undefined && legendFormat !== '' && legendFormat !== '__auto') {
    return legendFormat.replace(/\{\{\s*(.+?)\s*\}\}/g, (_, label: string) => metric[label] ?? '');
  }
  const { __name__: name = '', ...labels } = metric;
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  if (name === '' && pairs.length === 0) return expr;
  return pairs.length === 0 ? name : `${name}{${pairs.join(', ')}}`;
}

/** A number as Prometheus writes it. What is not a number is no value. */
function numberOf(text: string): number | null {
  if (text === '+Inf') return Number.POSITIVE_INFINITY;
  if (text === '-Inf') return Number.NEGATIVE_INFINITY;
  const value = Number(text);
  return Number.isNaN(value) ? null : value;
}
