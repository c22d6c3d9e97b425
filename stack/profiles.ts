/**
 * `instrumented`: vote, worker and result expose the metrics that the plan takes for granted. `stock`: today's images,
 * which expose none; exporters, probes and the database's own statistics stand in.
 */
import { profiles } from 'plainsight';

export const { names, signal, distribution, objective } = profiles('instrumented', 'stock');

/** Why a signal that only the services' own metrics can give is missing with today's images. */
export const NO_METRICS = 'the stock images of vote, worker and result expose no metrics of their own';
