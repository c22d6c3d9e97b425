/** Mistakes with histograms and summaries. Compiled and never run: a refused line stands below the one that is right. */

import type { Counter } from 'plainsight';
import type { Buckets, Expr, HistogramVector } from 'plainsight/promql';
import * as q from 'plainsight/promql';
import type { Ratio, Seconds, Unit } from 'plainsight/units';
import { expectTypeOf } from 'vitest';

import * as m from './catalogue.ts';
import { is } from './is.ts';

type Target = 'instance' | 'job' | 'service';

const filling = q.buckets(m.latency_seconds, '5m');
const native = q.nativeRate(m.native_seconds, '5m');

// A quantile of a classic histogram needs `le`.
q.histogramQuantile(0.9, q.sum(filling, { by: ['route', 'le'] }));
// @ts-expect-error 'le' is summed away
q.histogramQuantile(0.9, q.sum(filling, { by: ['route'] }));
// @ts-expect-error 'le' is summed away
q.histogramQuantile(0.9, q.sum(filling, { without: ['le'] }));
// @ts-expect-error 'le' is summed away
q.histogramQuantile(0.9, q.sum(filling));
q.histogramFraction(0, 0.5, q.sum(filling, { by: ['le'] }));
// @ts-expect-error 'le' is summed away
q.histogramFraction(0, 0.5, q.sum(filling));

// A native one has none.
q.histogramQuantile(0.9, q.sum(native));
// @ts-expect-error a native histogram has no 'le'
q.histogramQuantile(0.9, q.sum(native, { by: ['le'] }));
// @ts-expect-error no histogram
q.histogramQuantile(0.9, q.sum(q.rate(m.commands_total, '5m')));
// @ts-expect-error not yet a rate
q.histogramQuantile(0.9, m.latency_seconds);

// What comes out.
expectTypeOf(filling).toEqualTypeOf<Buckets<Target | 'route' | 'le', Seconds>>();
expectTypeOf(native).toEqualTypeOf<HistogramVector<Target | 'route', Seconds>>();
expectTypeOf(q.sum(filling, { by: ['le'] })).toEqualTypeOf<Buckets<'le', Seconds>>();
expectTypeOf(q.sum(native, { by: ['route'] })).toEqualTypeOf<HistogramVector<'route', Seconds>>();
expectTypeOf(q.histogramQuantile(0.9, filling)).toEqualTypeOf<Expr<Target | 'route', Seconds>>();
expectTypeOf(q.histogramFraction(0, 1, native)).toEqualTypeOf<Expr<Target | 'route', Ratio>>();
expectTypeOf(q.histogramAvg(native)).toEqualTypeOf<Expr<Target | 'route', Seconds>>();
expectTypeOf(q.histogramSum(native)).toEqualTypeOf<Expr<Target | 'route', Ratio>>();
expectTypeOf(q.histogramCount(native).unit).toEqualTypeOf<Unit<'observations', 'second'>>();
expectTypeOf(q.histogramAverage(m.latency_seconds, '5m', { by: ['route'] })).toEqualTypeOf<Expr<'route', Seconds>>();
expectTypeOf(q.histogramAverage(m.call_summary_seconds, '5m')).toEqualTypeOf<Expr<never, Seconds>>();
expectTypeOf(q.countRate(m.latency_seconds, '5m').unit).toEqualTypeOf<Unit<'observations', 'second'>>();
expectTypeOf(q.sumRate(m.latency_seconds, '5m').unit).toEqualTypeOf<Ratio>();
// @ts-expect-error the histogram has no such label
q.histogramAverage(m.latency_seconds, '5m', { by: ['cmd'] });

// A histogram is no value without its quantile.
is<Expr<Target | 'route', Seconds>>(q.histogramQuantile(0.9, filling));
// @ts-expect-error buckets
is<Expr<Target | 'route' | 'le', Seconds>>(filling);
// @ts-expect-error native histograms
is<Expr<Target | 'route', Seconds>>(native);
// @ts-expect-error the metric itself
is<Expr<Target | 'route', Seconds>>(m.latency_seconds);
q.sum(filling, { by: ['le'] });
// @ts-expect-error buckets have no largest
q.max(filling);
// @ts-expect-error native histograms have no largest
q.max(native);
// @ts-expect-error the metric itself
q.sum(m.latency_seconds);
q.gt(q.histogramAvg(native), 1);
// @ts-expect-error native histograms have no order
q.gt(native, 1);

// Each function has its own kind.
// @ts-expect-error a native histogram has no buckets with a label
q.buckets(m.native_seconds, '5m');
// @ts-expect-error a classic histogram is not native
q.nativeRate(m.latency_seconds, '5m');
// @ts-expect-error buckets are no native histogram
q.histogramAvg(filling);
// @ts-expect-error a counter has no buckets
q.buckets(m.commands_total, '5m');

// Bounds are those of the buckets.
q.atMost(m.latency_seconds, 0.5);
// @ts-expect-error no bucket ends there
q.atMost(m.latency_seconds, 0.3);
// @ts-expect-error any number
q.atMost(m.latency_seconds, Number('0.5'));
// @ts-expect-error a summary has quantiles
q.atMost(m.call_summary_seconds, 0.5);
expectTypeOf(q.atMost(m.latency_seconds, 1)).toEqualTypeOf<Counter<Target | 'route', Unit<'observations', ''>>>();
q.atMost(m.latency_seconds, 1).where({ route: '/' });
// @ts-expect-error the bucket is chosen already
q.atMost(m.latency_seconds, 1).where({ le: '1' });
q.rate(q.allObservations(m.latency_seconds), '5m');
// @ts-expect-error a raw counter
q.sum(q.allObservations(m.latency_seconds));
q.summaryQuantile(m.call_summary_seconds, 0.9);
// @ts-expect-error the exporter computes no such quantile
q.summaryQuantile(m.call_summary_seconds, 0.99);
// @ts-expect-error a histogram has buckets
q.summaryQuantile(m.latency_seconds, 0.5);
