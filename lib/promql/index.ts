/**
 * PromQL's functions and operators under PromQL's own names, in camel case, over typed metrics: `plainsight/promql`.
 * What is no function of PromQL, such as `countedAs`, states a unit or reads a kind of metric.
 */
export {
  avg,
  bottomk,
  count,
  countValues,
  group,
  limitk,
  max,
  min,
  quantile,
  stddev,
  stdvar,
  sum,
  topk,
} from './aggregate.ts';
export { add, atan2, div, mod, mul, neg, pow, sub } from './arithmetic.ts';
export { and, eq, gt, gte, lt, lte, neq, or, orZero, unless } from './comparison.ts';
export { asCores, asRatio, averagePer, countedAs, inBytes, inSeconds, inUnit } from './convert.ts';
export type { Buckets, Expr, HistogramVector, LabelsOf, Scalar, UnitOf } from './expr.ts';
export {
  allObservations,
  atMost,
  buckets,
  countRate,
  histogramAverage,
  histogramAvg,
  histogramCount,
  histogramFraction,
  histogramQuantile,
  histogramStddev,
  histogramStdvar,
  histogramSum,
  nativeRate,
  summaryQuantile,
  sumRate,
  trimLower,
  trimUpper,
} from './histogram.ts';
export { joinInfo, labelJoin, labelReplace, withInfo, withLabel } from './labels.ts';
export { not, variable } from './matcher.ts';
export {
  abs,
  ceil,
  clamp,
  clampMax,
  clampMin,
  exp,
  floor,
  ln,
  log2,
  log10,
  round,
  sgn,
  sort,
  sortDesc,
  sqrt,
} from './math.ts';
export {
  absent,
  absentOverTime,
  avgOverTime,
  countOverTime,
  firstOverTime,
  lastOverTime,
  madOverTime,
  maxOverTime,
  minOverTime,
  presentOverTime,
  quantileOverTime,
  stddevOverTime,
  stdvarOverTime,
  sumOverTime,
} from './over-time.ts';
export { print } from './print.ts';
export type { Ends } from './rate.ts';
export { changes, delta, deriv, idelta, increase, irate, predictLinear, rate, resets } from './rate.ts';
export { raw } from './raw.ts';
export {
  ALERTS,
  ALERTS_FOR_STATE,
  scrape_duration_seconds,
  scrape_samples_post_metric_relabeling,
  scrape_samples_scraped,
  scrape_series_added,
  up,
} from './synthetic.ts';
export {
  dashboardRangeSeconds,
  dayOfMonth,
  dayOfWeek,
  dayOfYear,
  daysInMonth,
  hour,
  intervalSeconds,
  minute,
  month,
  scalar,
  time,
  timestamp,
  vector,
  year,
} from './time.ts';
export {
  acos,
  acosh,
  asin,
  asinh,
  atan,
  atanh,
  cos,
  cosh,
  deg,
  pi,
  rad,
  sin,
  sinh,
  tan,
  tanh,
} from './trigonometry.ts';
export type { Window, WindowLike } from './window.ts';
export {
  dashboardRange,
  interval,
  intervalVariable,
  longerBy,
  maxOf,
  minOf,
  range,
  rateInterval,
  shorterBy,
  step,
  times,
} from './window.ts';
