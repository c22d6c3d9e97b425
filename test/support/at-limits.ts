/**
 * Every signal with thresholds of the voting app and of the small system, as a gauge that takes any value: a panel and
 * alerts over it have the signal's own thresholds. And the values at which the two could disagree.
 */
import { gauge, signal, source } from 'plainsight';
import * as panel from 'plainsight/panels';
import { max } from 'plainsight/promql';
import { grafanaDashboard } from '../../lib/emit/grafana/classic.ts';
import { type Level, levels, type Thresholds } from '../../lib/model/field.ts';
import { levelColour } from '../../lib/model/look/levels.ts';
import { breaches } from '../../lib/model/read.ts';
import type { ResolvedModel, ResolvedPanel } from '../../lib/model/resolved.ts';
import type { AnySignal, ThresholdsInput } from '../../lib/model/signal.ts';
import { print } from '../../lib/promql/print.ts';
import { loadModel } from '../../scripts/project.ts';
import { alertOn, queueLength, shop, shopDashboard, shopTarget } from './shop.ts';

/** A signal's thresholds, and everybody who reads them. */
export interface Limited {
  readonly id: string;
  readonly thresholds: Thresholds;
  /** The gauge whose value is the signal's. */
  readonly metric: string;
  readonly panel: ResolvedPanel;
  /** The panel as a dashboard's file has it. */
  readonly file: EmittedPanel;
  /** The expression of `breaches()` by level. */
  readonly rules: ReadonlyMap<Level, string>;
  /** At each limit, and just before and after it. */
  readonly values: readonly number[];
}

export interface EmittedPanel {
  readonly id: number;
  readonly type: string;
  readonly fieldConfig: {
    readonly defaults: {
      readonly unit?: string;
      readonly mappings?: readonly {
        readonly type: string;
        readonly options: Readonly<Record<string, { readonly color?: string }>>;
      }[];
      readonly thresholds: { readonly steps: readonly { readonly color: string; readonly value: number | null }[] };
    };
  };
}

/** What the thresholds mean, said once more and in other words than the library's. */
export function isBreached({ direction, at }: Thresholds, level: Level, value: number): boolean {
  const limit: number | undefined = at[level];
  if (limit === undefined) return false;
  return direction === 'from' ? !(value < limit) : !(value >= limit);
}

/** The colour that a value must have everywhere. */
export function expectedColour(thresholds: Thresholds, value: number): string {
  return levelColour(['critical' as const, 'warning' as const].find((level) => isBreached(thresholds, level, value)));
}

/** Where the gauge's value stands in the label `at`. */
export const valueLabel = 'at';

/** Every signal that has thresholds. */
export async function limitedSignals(): Promise<readonly Limited[]> {
  const { signals } = await loadModel();
  const all = [...signals, queueLength].filter(({ thresholds }) => thresholds !== undefined);
  const probes = all.map(probeOf);
  const alerts = probes.flatMap(({ of, name }) =>
    of.levels.map((level) => [`${name}_${level}`, alertOn(breaches(of, level, { by: [valueLabel] }))] as const),
  );
  const model = shop({
    signals: Object.fromEntries(probes.map(({ name, of }) => [name, of])),
    alerts: Object.fromEntries(alerts),
    dashboards: [
      shopDashboard(
        { uid: 'limits' },
        probes.map(({ of }) => panel.stat(of, { by: [valueLabel] })),
      ),
    ],
  });
  return probes.map(({ of, name }) => limited(model, of, name));
}

function probeOf({ id, unit, thresholds }: AnySignal) {
  const name = `value_of_${id.replaceAll('-', '_')}`;
  const metric = gauge(source(shopTarget, { version: '' }), {
    name,
    help: '',
    unit,
    labels: { [valueLabel]: [] },
    series: 1,
  });
  const of = signal({
    id: `probe-${id}`,
    name: id,
    description: id,
    unit,
    labels: [valueLabel],
    query: ({ by }) => max(metric, { by }),
    thresholds: inputOf(thresholds),
    whenEmpty: 'no data',
  });
  return { of, name };
}

/** The thresholds as a definition has them. */
function inputOf(thresholds: Thresholds | undefined): ThresholdsInput<Level> {
  if (thresholds === undefined) throw new Error('only signals with thresholds are asked');
  const { direction, at } = thresholds;
  return direction === 'from' ? { from: at } : { below: at };
}

function limited(model: ResolvedModel, { id, thresholds }: AnySignal, metric: string): Limited {
  const board = model.dashboards.find(({ uid }) => uid === 'limits');
  const shown = board?.rows.flatMap(({ panels }) => panels).find(({ key }) => key === id);
  if (board === undefined || shown === undefined || thresholds === undefined) throw new Error(`no panel shows ${id}`);
  const { panels }: { readonly panels: readonly EmittedPanel[] } = JSON.parse(JSON.stringify(grafanaDashboard(board)));
  const file = panels.find((each) => each.id === shown.id);
  if (file === undefined) throw new Error(`the file has no panel ${shown.id}`);
  const rules = model.groups
    .flatMap((group) => group.rules.filter((rule) => rule.kind === 'alert'))
    .flatMap((alert) =>
      levels.filter((level) => alert.name === `${metric}_${level}`).map((level) => [level, print(alert.node)] as const),
    );
  const values = [...new Set(Object.values(thresholds.at).flatMap(around))];
  return { id, thresholds, metric, panel: shown, file, rules: new Map(rules), values };
}

/** The limit, its neighbours among the numbers that a computer knows, and values that a person would call close. */
function around(limit: number): readonly number[] {
  const near = limit === 0 ? 0.001 : Math.abs(limit) * 0.001;
  return [limit, neighbour(limit, -1), neighbour(limit, 1), limit - near, limit + near];
}

function neighbour(of: number, direction: 1 | -1): number {
  if (of === 0) return direction * 2 ** -1022;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, of);
  view.setBigInt64(0, view.getBigInt64(0) + BigInt(Math.sign(of) * direction));
  return view.getFloat64(0);
}
