/**
 * What PromQL's functions and aggregations take and give, as Prometheus 3.16 has them: the one table that reading,
 * judging and random tests go by.
 * Source: promql/parser/functions.go and lex.go of Prometheus 3.16
 */

/** What an expression is when a query runs: an instant vector, a range vector, a number, a text. */
export type ValueType = 'instant vector' | 'range vector' | 'scalar' | 'string';

export interface FunctionFacts {
  readonly takes: readonly ValueType[];
  /** How many arguments must be given. */
  readonly least: number;
  /** How many may be given: beyond those of `takes`, each is as the last. */
  readonly most: number;
  readonly gives: 'instant vector' | 'scalar';
  /** It needs `--enable-feature=promql-experimental-functions`. */
  readonly experimental?: true;
}

const KINDS = { v: 'instant vector', r: 'range vector', s: 'scalar', t: 'string' } as const;

/**
 * By what they take (v, r, s, t as above): `?` after what may be left out, `*` after what may be repeated or left out.
 */
const VECTORS: Readonly<Record<string, string>> = {
  v: `abs absent acos acosh asin asinh atan atanh ceil cos cosh deg exp floor histogram_avg histogram_count
    histogram_stddev histogram_stdvar histogram_sum ln log10 log2 rad sgn sin sinh sort sort_desc sqrt tan tanh
    timestamp`,
  'v?': 'day_of_month day_of_week day_of_year days_in_month hour minute month year',
  r: `absent_over_time avg_over_time changes count_over_time delta deriv first_over_time idelta increase irate
    last_over_time max_over_time min_over_time present_over_time rate resets stddev_over_time stdvar_over_time
    sum_over_time`,
  rs: 'predict_linear',
  s: 'vector',
  sr: 'quantile_over_time',
  ssv: 'histogram_fraction',
  sv: 'histogram_quantile',
  vs: 'clamp_max clamp_min',
  'vs?': 'round',
  vss: 'clamp',
  'vttt*': 'label_join',
  vtttt: 'label_replace',
};
const SCALARS: Readonly<Record<string, string>> = { '': 'pi time', v: 'scalar' };
const EXPERIMENTAL_VECTORS: Readonly<Record<string, string>> = {
  r: 'mad_over_time ts_of_first_over_time ts_of_last_over_time ts_of_max_over_time ts_of_min_over_time',
  'rs?': 'integral',
  rss: 'double_exponential_smoothing',
  v: 'start_timestamp',
  'vt*': 'sort_by_label sort_by_label_desc',
  'vv?': 'info',
};
const EXPERIMENTAL_SCALARS: Readonly<Record<string, string>> = { '': 'end range start step', ss: 'max_of min_of' };

function listed(
  names: Readonly<Record<string, string>>,
  gives: FunctionFacts['gives'],
  flag: Pick<FunctionFacts, 'experimental'> = {},
): readonly (readonly [string, FunctionFacts])[] {
  return Object.entries(names).flatMap(([letters, list]) => {
    const takes = [...letters].flatMap((letter) => (isKind(letter) ? [KINDS[letter]] : []));
    const optional = /[?*]$/.test(letters);
    const facts = Object.freeze({
      takes: Object.freeze(takes),
      least: takes.length - (optional ? 1 : 0),
      most: letters.endsWith('*') ? Number.POSITIVE_INFINITY : takes.length,
      gives,
      ...flag,
    });
    return list.split(/\s+/).map((name) => [name, facts] as const);
  });
}

function isKind(letter: string): letter is keyof typeof KINDS {
  return Object.hasOwn(KINDS, letter);
}

/** All functions, by name. */
export const FUNCTIONS: ReadonlyMap<string, FunctionFacts> = new Map([
  ...listed(VECTORS, 'instant vector'),
  ...listed(SCALARS, 'scalar'),
  ...listed(EXPERIMENTAL_VECTORS, 'instant vector', { experimental: true }),
  ...listed(EXPERIMENTAL_SCALARS, 'scalar', { experimental: true }),
  // A vector, a label, and one quantile to ten.
  [
    'histogram_quantiles',
    {
      takes: ['instant vector', 'string', 'scalar', 'scalar'],
      least: 3,
      most: 12,
      gives: 'instant vector',
      experimental: true,
    },
  ],
]);

export interface AggregationFacts {
  /** What stands before the vector, if anything does. */
  readonly parameter?: 'scalar' | 'string';
  readonly experimental?: true;
}

const PLAIN: AggregationFacts = Object.freeze({});
const OF_NUMBER: AggregationFacts = Object.freeze({ parameter: 'scalar' });
const OF_NUMBER_TRIED: AggregationFacts = Object.freeze({ parameter: 'scalar', experimental: true });

/** All aggregations, by name. */
export const AGGREGATIONS: ReadonlyMap<string, AggregationFacts> = new Map([
  ...['avg', 'count', 'group', 'max', 'min', 'stddev', 'stdvar', 'sum'].map((name) => [name, PLAIN] as const),
  ...['bottomk', 'quantile', 'topk'].map((name) => [name, OF_NUMBER] as const),
  ...['limit_ratio', 'limitk'].map((name) => [name, OF_NUMBER_TRIED] as const),
  ['count_values', { parameter: 'string' }],
]);
