/**
 * LogQL's parsers, functions and operators under LogQL's own names, in camel case, over typed streams of log lines:
 * `plainsight/logql`. `not` and `variable` are those of `plainsight/promql`.
 */
export { not, variable } from '../promql/matcher.ts';
export { avg, bottomk, count, max, min, sort, sortDesc, stddev, stdvar, sum, topk } from './aggregate.ts';
export { add, div, mod, mul, pow, sub, vector } from './arithmetic.ts';
export { and, eq, gt, gte, lt, lte, neq, or, orZero, unless } from './comparison.ts';
export type { Condition } from './condition.ts';
export { ip } from './condition.ts';
export { averagePer, countedAs, inUnit } from './convert.ts';
export type { Field, Fields } from './field.ts';
export type { Format, LogfmtOptions } from './format.ts';
export { json, logfmt, pattern, regexp, unpack } from './format.ts';
export { labelReplace, withLabel } from './labels.ts';
export { linePattern } from './line-filter.ts';
export type { LinesQuery, ValuesQuery } from './lines.ts';
export {
  avgOverTime,
  firstOverTime,
  lastOverTime,
  maxOverTime,
  minOverTime,
  quantileOverTime,
  stddevOverTime,
  stdvarOverTime,
  sumOverTime,
} from './over-time.ts';
export { print } from './print.ts';
export { absentOverTime, auto, bytesOverTime, bytesRate, countOverTime, rate, rateCounter } from './range.ts';
export { rawLog } from './raw.ts';
export type { AllStreams, Stream } from './stream.ts';
export { stream } from './stream.ts';
export type { Template, TemplateHole } from './template.ts';
export { template } from './template.ts';
export type { LogVector } from './vector.ts';
