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
 * Files by path inside the output folder. A text is made when its turn comes, anew each time that they are gone
 * through: who keeps none has never all of them in memory.
 */
export type TextFiles = Iterable<readonly [path: string, text: string]>;

/**
 * Every file of one profile. Nothing is written.
 *
 * @throws TypeError, when the files are gone through, for a model that `lib/check` would have refused: an expression
 *   with a hole, two groups in one file.
 * @example
 * const files = await emit(resolved);
 * new Map(files).has('grafana/dashboards/shop-orders.json') // true
 */
export async function emit(model: ResolvedModel, options: EmitOptions = {}): Promise<TextFiles> {
  const { folder = '', schema = 'classic', grafana } = options;
  const [
    { alertmanagerFiles },
    { docsFiles },
    { lokiRuleFiles },
    { prometheusFiles },
    { provisioningFiles },
    { deploymentFiles },
    dashboardJson,
  ] = await Promise.all([
    import('./alertmanager/config.ts'),
    import('./docs/files.ts'),
    import('./loki/rules.ts'),
    import('./prometheus/files.ts'),
    import('./grafana/provisioning.ts'),
    import('./deployment.ts'),
    GRAFANA[schema](),
  ]);
  const alertmanager = model.alerting === undefined ? undefined : model.site.alertmanager;
  function* files(): Generator<readonly [string, string]> {
    yield* docsFiles(model);
    for (const dashboard of model.dashboards) {
      yield [`grafana/dashboards/${dashboard.uid}.json`, dashboardJson(dashboard)];
    }
    if (grafana !== undefined) {
      yield* below('grafana/provisioning', provisioningFiles(model.scrapeInterval, grafana, alertmanager));
    }
    yield* below('prometheus', prometheusFiles(model));
    yield* below('loki', lokiRuleFiles(model));
    yield* below('alertmanager', alertmanagerFiles(model));
    if (model.deployment !== undefined) yield* deploymentFiles(model.deployment, { site: model.site, folder });
  }
  return { [Symbol.iterator]: () => below(folder, files()) };
}

/** Both are large and only one is needed. */
const GRAFANA: Readonly<Record<Schema, () => Promise<(dashboard: ResolvedDashboard) => string>>> = {
  classic: async () => (await import('./grafana/classic.ts')).classicJson,
  v2: async () => (await import('./grafana/resource.ts')).v2Json,
};

function* below(folder: string, files: TextFiles): Generator<readonly [string, string]> {
  const prefix = folder === '' ? '' : `${folder}/`;
  for (const [path, text] of files) yield [`${prefix}${path}`, text];
}
