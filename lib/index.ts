/** The public surface, listed by hand. It loads no emitter, and nothing inside lib imports it. */
export type { Kind, MetricDefinition, MetricFacts, Source, Target } from './catalogue/metric.ts';
export { source, target } from './catalogue/metric.ts';
export type { Addition, Correction, Overrides } from './catalogue/overrides/overrides.ts';
export { correctEach, overrides } from './catalogue/overrides/overrides.ts';
export type { Alert } from './model/alert.ts';
export { alert, series } from './model/alert.ts';
export type { Dashboard } from './model/dashboard.ts';
export { annotation, dashboard, queryVariable, row } from './model/dashboard.ts';
export type { Override } from './model/field.ts';
export { show } from './model/line.ts';
export type { Model, ModelInput } from './model/model.ts';
export { model } from './model/model.ts';
export type { Panel } from './model/panel.ts';
export {
  alertList,
  annotationsList,
  barChart,
  barGauge,
  barGaugeOf,
  dashboardList,
  gaugePanel,
  heatmap,
  histogramPanel,
  logsPanel,
  pieChart,
  stat,
  stateTimeline,
  stateTimelineOf,
  statOf,
  statusHistory,
  table,
  tableOf,
  textPanel,
  timeseries,
  timeseriesOf,
} from './model/panel.ts';
export type { Problem, Where } from './model/problem.ts';
export { profiles } from './model/profile.ts';
export { unavailable } from './model/query.ts';
export { breaches, recorded, value } from './model/read.ts';
export type { Resolution } from './model/resolve/resolve.ts';
export { resolve } from './model/resolve/resolve.ts';
export type { ResolvedModel } from './model/resolved.ts';
export { scaleTime } from './model/scale-time.ts';
export type { ScrapeJob } from './model/scrape-job.ts';
export { scrapeJob } from './model/scrape-job.ts';
export type { Distribution, Signal } from './model/signal.ts';
export { distribution, signal } from './model/signal.ts';
export { text } from './model/text.ts';
export { withAddresses } from './model/with-addresses.ts';
export {
  avg,
  bottomk,
  countSeries,
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
} from './promql/aggregate.ts';
export { add, div, mod, mul, neg, pow, sub } from './promql/arithmetic.ts';
export { and, eq, gt, gte, lt, lte, neq, or, orZero, unless } from './promql/comparison.ts';
export { asCores, asRatio, averagePer, countedAs, inBytes, inSeconds, inUnit } from './promql/convert.ts';
export type { Buckets, Expr, HistogramVector, LabelsOf, Scalar, UnitOf } from './promql/expr.ts';
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
  histogramSum,
  nativeRate,
  summaryQuantile,
  sumRate,
} from './promql/histogram.ts';
export { joinInfo, labelJoin, labelReplace, withInfo, withLabel } from './promql/labels.ts';
export { not, variable } from './promql/matcher.ts';
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
} from './promql/math.ts';
export type { Counter, Gauge, Histogram, NativeHistogram, Summary, Untyped } from './promql/metric.ts';
export { counter, gauge, histogram, info, nativeHistogram, summary, untyped } from './promql/metric.ts';
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
} from './promql/over-time.ts';
export { print } from './promql/print.ts';
export { changes, delta, deriv, idelta, increase, irate, predictLinear, rate, resets } from './promql/rate.ts';
export { raw } from './promql/raw.ts';
export { sharedCounter, sharedGauge, sharedHistogram, sharedInfo, sharedSummary } from './promql/shared.ts';
export {
  ALERTS,
  scrape_duration_seconds,
  scrape_samples_post_metric_relabeling,
  scrape_samples_scraped,
  scrape_series_added,
  up,
} from './promql/synthetic.ts';
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
  timestampOf,
  vector,
  year,
} from './promql/time.ts';
export type { Window, WindowLike } from './promql/window.ts';
export { dashboardRange, interval, intervalVariable, rateInterval } from './promql/window.ts';
export type { Duration, DurationText } from './units/duration.ts';
export { duration } from './units/duration.ts';
export type { Bytes, Cores, Percent, Ratio, Seconds, StateUnit, Timestamp, Unit } from './units/unit.ts';
export {
  amperes,
  bytes,
  celsius,
  cores,
  count,
  hertz,
  joules,
  microseconds,
  milliseconds,
  nanoseconds,
  percent,
  perSecond,
  ratio,
  seconds,
  state,
  timestamp,
  volts,
} from './units/unit.ts';
