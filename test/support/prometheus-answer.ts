/** What Prometheus' query API answers, read into plain values. */

export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface RangeSeries {
  readonly labels: Readonly<Record<string, string>>;
  readonly points: readonly { readonly time: number; readonly value: number }[];
}

type Point = readonly [time: number, value: string];

interface RawSeries {
  readonly metric: Readonly<Record<string, string>>;
  readonly value?: Point;
  readonly values?: readonly Point[];
}

type Answer =
  | { readonly resultType: 'vector' | 'matrix'; readonly result: readonly RawSeries[] }
  | { readonly resultType: 'scalar'; readonly result: Point }
  | { readonly resultType: 'string'; readonly result: Point };

/**
 * The answer to an instant query.
 *
 * @throws Error for a range vector, a string or a native histogram: none is a number.
 */
export function readSamples(data: unknown): readonly Sample[] {
  const answer = answerOf(data);
  if (answer.resultType === 'scalar') return [{ labels: {}, value: numberOf(answer.result[1]) }];
  if (answer.resultType !== 'vector')
    throw new Error(`the query answers with a ${answer.resultType}, not with samples`);
  return answer.result.map(({ metric, value }) => {
    if (value === undefined) throw new Error(`${JSON.stringify(metric)} is a native histogram, not a number`);
    return { labels: metric, value: numberOf(value[1]) };
  });
}

/** The answer to a range query. */
export function readMatrix(data: unknown): readonly RangeSeries[] {
  const answer = answerOf(data);
  if (answer.resultType !== 'matrix')
    throw new Error(`the query answers with a ${answer.resultType}, not with a range`);
  return answer.result.map(({ metric, values }) => {
    if (values === undefined) throw new Error(`${JSON.stringify(metric)} is a native histogram, not a number`);
    return { labels: metric, points: values.map(([time, value]) => ({ time, value: numberOf(value) })) };
  });
}

/** The answer to a question for label names or values. */
export function readNames(data: unknown): readonly string[] {
  if (!Array.isArray(data)) throw new Error(`expected a list of names, found ${JSON.stringify(data)}`);
  return data.map(String);
}

function answerOf(data: unknown): Answer {
  // The one place where the answer's documented shape is taken on trust:
  // https://prometheus.io/docs/prometheus/latest/querying/api/#expression-query-result-formats
  return data as Answer;
}

/** '+Inf', '-Inf' and 'NaN' come as text too. */
function numberOf(text: string): number {
  return Number(text.replace('Inf', 'Infinity'));
}
