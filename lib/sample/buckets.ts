/** Invented observations in the buckets of a histogram: most of them around one size, which changes over time. */
import type { ResolvedQuery } from '../model/resolved.ts';
import { selectors } from '../promql/walk.ts';
import { random, seedOf, wobbling } from './random.ts';

export interface BucketCounts {
  /** Upper bounds, the last one infinite. */
  readonly bounds: readonly number[];
  /** By bucket, lowest first: how many observations at each moment. */
  readonly counts: readonly (readonly number[])[];
}

const USUAL_BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
/** Observations per second in the fullest bucket: of a service with a few requests a second. */
const PEAK = 0.8;

/** How many moments buckets are counted at: a picture with more columns would be many times as large. */
const MOMENTS = 40;

/** The buckets of a query, from the first moment shown to the last. */
export function sampleBuckets({ language, node, signal }: ResolvedQuery): BucketCounts {
  const known = (language === 'promql' ? selectors(node) : []).flatMap(({ facts }) => facts?.bounds ?? []);
  const bounds = [...new Set(known.length === 0 ? USUAL_BOUNDS : known)].sort((a, b) => a - b);
  const seed = seedOf(signal.id);
  const count = bounds.length + 1;
  const [middle, busy] = [wobbling(seed), wobbling(seed + 11)];
  const moments = Array.from({ length: MOMENTS }, (_, moment) => {
    const at = moment / (MOMENTS - 1);
    return { at, centre: count * (0.25 + 0.25 * middle(at)), load: 0.35 + 0.65 * busy(at) };
  });
  const counts = Array.from({ length: count }, (_, bucket) =>
    moments.map((moment) => observed(seed, { bucket, count, ...moment })),
  );
  return { bounds: [...bounds, Infinity], counts };
}

interface Place {
  readonly bucket: number;
  readonly count: number;
  readonly at: number;
  /** The bucket around which most observations lie at that time. */
  readonly centre: number;
  /** How much there is to observe then, 0 to 1. */
  readonly load: number;
}

/** Most observations lie around a bucket that changes over time, and a few far above it: slow requests. */
function observed(seed: number, { bucket, count, at, centre, load }: Place): number {
  const value =
    PEAK *
    load *
    (hill((bucket - centre) / (count * 0.09)) + 0.06 * hill((bucket - centre - count * 0.32) / (count * 0.07)));
  // Every moment of every bucket differs a little.
  const noise = 0.7 + 0.6 * random(seed + bucket, Math.round(at * 1000));
  return Math.round(value * noise * 100) / 100;
}

function hill(distance: number): number {
  return 1 / (1 + distance ** 4);
}
