/**
 * A resolved model as files: the way from the one description to every format. Each format's emitter is loaded when it
 * is needed, so that commands which write nothing do not pay for it.
 */
import type { ResolvedDashboard, ResolvedModel } from '../model/resolved.ts';
import type { GrafanaPlace } from './grafana/provisioning.ts';

export interface EmitOptions {
  /** The folder of the profile inside the output folder, such as `stock`; the output folder itself unless told. */
  readonly folder?: string;
  /** Grafana's format: classic, which Grafana 12 and 13 read, or the resources of Grafana 13. */
  readonly schema?: Schema;
  /** Where Grafana finds Prometheus and the dashboards; left out, no provisioning files are made. */
  readonly grafana?: GrafanaPlace;
}

export type Schema = 'classic' | 'v2';

/**
 * Every file of one profile: path inside the output folder, and content. Nothing is written.
 *
 * @throws TypeError for a model that `lib/check` would have refused: an expression with a hole, two groups in one file.
 * @example
 * const files = await emit(resolved);
 * files.has('grafana/dashboards/shop-orders.json') // true
 */
export async function emit(model: ResolvedModel, options: EmitOptions = {}): Promise<ReadonlyMap<string, string>> {
  const { folder = '', schema = 'classic' } = options;
  const [{ docsFiles }, { prometheusFiles }, { provisioningFiles }, dashboardJson] = await Promise.all([
    import('./docs/files.ts'),
    import('./prometheus/files.ts'),
    import('./grafana/provisioning.ts'),
    GRAFANA[schema](),
  ]);
  const files = [
    ...docsFiles(model),
    ...below(
      'grafana/dashboards',
      model.dashboards.map((dashboard) => [`${dashboard.uid}.json`, dashboardJson(dashboard)]),
    ),
    ...(options.grafana === undefined
      ? []
      : below('grafana/provisioning', provisioningFiles(model.scrapeInterval, options.grafana))),
    ...below('prometheus', prometheusFiles(model)),
  ];
  return new Map(below(folder, files).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Both are large and only one is needed. */
const GRAFANA: Readonly<Record<Schema, () => Promise<(dashboard: ResolvedDashboard) => string>>> = {
  classic: async () => (await import('./grafana/classic.ts')).classicJson,
  v2: async () => (await import('./grafana/resource.ts')).v2Json,
};

function below(folder: string, files: Iterable<readonly [string, string]>): (readonly [string, string])[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  return [...files].map(([path, content]) => [`${prefix}${path}`, content] as const);
}
