/**
 * What a service has to expose itself. The metrics are not listed: they are those that dashboards, rules and variables
 * read of the service, so that the contract is true as long as the build is.
 */
import type { Target } from '../catalogue/metric.ts';
import { withOrigin } from './problem.ts';

/** A service that is scraped directly, as its contract is written. */
export interface ContractInput {
  /** What is scraped. */
  readonly target: Target;
  /** What tells the service's series from others of that target: `{ service: 'checkout' }`. */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * The module of metrics that this service alone exposes, as `import * as checkout` gives it. A metric that no contract
   * has for its own is asked of every service of the target.
   */
  readonly metrics?: Readonly<Record<string, unknown>>;
  /** How the service comes to expose them, as Markdown: which client library, and with which settings. */
  readonly instructions?: string;
}

/** What a service has to expose. */
export interface Contract extends Pick<ContractInput, 'target' | 'instructions'> {
  readonly kind: 'contract';
  readonly service: string;
  readonly labels: Readonly<Record<string, string>>;
  /** The names of the metrics that this service alone exposes. */
  readonly own: readonly string[];
}

/**
 * What a service has to expose itself: everything that the model reads of it.
 *
 * @throws TypeError for a service without a name.
 * @example contract('checkout', { target: shop, labels: { service: 'checkout' } }).own // []
 */
export function contract(service: string, input: ContractInput): Contract {
  const { target, labels = {}, metrics = {}, instructions } = input;
  if (service === '') throw new TypeError("contract(): name the service, as people call it: contract('checkout', …).");
  const made = Object.freeze({
    kind: 'contract' as const,
    service,
    target,
    labels: Object.freeze({ ...labels }),
    own: Object.freeze(Object.values(metrics).flatMap(metricName)),
    ...(instructions === undefined ? {} : { instructions }),
  });
  return withOrigin(made, contract);
}

/** The name of what a catalogue file exports; nothing of anything else. */
function metricName(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null || !('facts' in value)) return [];
  const { facts } = value;
  if (typeof facts !== 'object' || facts === null || !('name' in facts)) return [];
  return typeof facts.name === 'string' ? [facts.name] : [];
}
