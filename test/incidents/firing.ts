/** Which alerts fire in an incident, minute by minute: promtool evaluates the rules over its series. */
import type { Incident } from '../../alerts/incidents/incident.ts';
import { prometheusFiles } from '../../lib/emit/prometheus/files.ts';
import { toYaml } from '../../lib/emit/yaml.ts';
import type { ResolvedModel } from '../../lib/model/resolved.ts';
import { print } from '../../lib/promql/print.ts';
import { withRawParsed } from '../../lib/promql/raw.ts';
import { selectors } from '../../lib/promql/walk.ts';
import { promtool } from '../support/promtool-files.ts';
import { changes, HEALTHY, healthy, LASTS, type Series, valuesOf } from './healthy.ts';

export type Labels = Readonly<Record<string, string>>;

/** The labels of the alerts that fire, for each minute of the incident from its beginning on. */
export type Timeline = readonly (readonly Labels[])[];

/** Says which alerts fire in an incident. */
export type Timelines = (name: string, incident: Incident) => Promise<Timeline>;

/** The timelines of incidents under the rules of a model. */
export function timelinesOf(model: ResolvedModel): Timelines {
  const nodes = model.groups.flatMap(({ rules }) => rules.map(({ node }) => withRawParsed(node)));
  const series = healthy(new Set(nodes.flatMap((node) => selectors(node).map(({ metric }) => metric))));
  return (name, incident) => {
    refuseUnread(name, incident, series);
    return timeline(model, name, incident, series);
  };
}

/** A change of a metric that no rule reads changes nothing, and would prove nothing. */
function refuseUnread(name: string, incident: Incident, series: readonly Series[]): void {
  const named = incident.changes.filter(({ metric }) => metric !== undefined);
  const idle = named.filter((change) => !series.some((each) => changes(change, each)));
  if (idle.length === 0) return;
  throw new Error(
    `incident ${name} changes what no rule reads: ${idle.map((each) => JSON.stringify(each)).join(', ')}`,
  );
}

/** Milliseconds: three seconds of work, which on a busy machine take a minute. */
const PATIENCE = 180_000;

const FIRING = 'ALERTS{alertstate="firing"}';

async function timeline(
  model: ResolvedModel,
  name: string,
  incident: Incident,
  series: readonly Series[],
): Promise<Timeline> {
  const files = new Map([...prometheusFiles(model)].filter(([path]) => path.startsWith('rules/')));
  const minutes = Array.from({ length: LASTS + 1 }, (_, minute) => HEALTHY + minute);
  const test = {
    rule_files: [...files.keys()],
    evaluation_interval: '1m',
    tests: [
      {
        name,
        interval: '1m',
        input_series: series.map((each) => ({ series: seriesText(each), values: valuesOf(each, incident.changes) })),
        // Nothing is expected, so that promtool says what there is.
        promql_expr_test: minutes.map((minute) => ({ expr: FIRING, eval_time: `${minute}m`, exp_samples: [] })),
      },
    ],
  };
  const all = new Map([...files, ['incident.yml', toYaml(test)]]);
  const said = await promtool(all, ['test', 'rules', 'incident.yml'], PATIENCE);
  const at = new Map([...said.matchAll(/time: (\S+),\s*exp: nil\s*got: (.*)/g)].map(([, time, got]) => [time, got]));
  if (at.size === 0) throw new Error(`promtool said no alerts of incident ${name}: ${said.slice(0, 2000)}`);
  return minutes.map((minute) => alertsIn(at.get(promtoolTime(minute)) ?? ''));
}

function seriesText({ name, labels }: Series): string {
  const matchers = Object.entries(labels).map(([label, value]) => ({ label, operator: '=' as const, value }));
  return print({ kind: 'selector', metric: name, matchers });
}

const promtoolTime = (minutes: number): string =>
  `${minutes >= 60 ? `${Math.floor(minutes / 60)}h` : ''}${minutes % 60 > 0 ? `${minutes % 60}m` : ''}`;

function alertsIn(got: string): readonly Labels[] {
  return [...got.matchAll(/\{(__name__="ALERTS".*?)\} 1E\+00/g)].map(([, text = '']) => {
    const pairs = [...text.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, label = '', value = '']) => [label, value]);
    const { __name__: _, alertstate: __, ...labels } = Object.fromEntries(pairs);
    return labels;
  });
}
