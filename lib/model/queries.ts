/**
 * Every expression of a model as one that a Prometheus can be asked: Grafana's variables stand for what a dashboard
 * opened on the last hour would put in their place.
 */
import type { MatchValue, Node, WindowNode } from '../promql/node.ts';
import { print } from '../promql/print.ts';
import { mapNode, visit } from '../promql/walk.ts';
import type { Unit } from '../units/unit.ts';
import type { ResolvedModel } from './resolved.ts';
import type { WhenEmpty } from './signal.ts';

/** One expression, and what its answer must be like. */
export interface ModelQuery {
  /** In the reader's words: `dashboard voting-app-system / panel cpu`. */
  readonly what: string;
  readonly text: string;
  /** The labels that the answer's series may carry. */
  readonly labels: readonly string[];
  readonly unit: Unit;
  readonly whenEmpty: WhenEmpty;
  readonly kind: 'panel' | 'annotation' | 'recording rule' | 'alert';
}

const HOUR_MS = 3_600_000;

/** Every panel's queries, every annotation, every recording rule and every alert's expression, each text once. */
export function queriesOf(model: ResolvedModel): readonly ModelQuery[] {
  const scrape = model.scrapeInterval.ms;
  const plain = (node: Node): string => print(withoutVariables(node, scrape));
  const panels = model.dashboards.flatMap(({ rows }) =>
    rows.flatMap((row) =>
      row.panels.flatMap((panel) =>
        panel.queries.map(
          (query): ModelQuery => ({
            what: panel.where.what,
            text: plain(query.node),
            labels: query.format === 'heatmap' ? [...query.labels, 'le'] : query.labels,
            unit: query.unit,
            whenEmpty: query.signal.whenEmpty,
            kind: 'panel',
          }),
        ),
      ),
    ),
  );
  const rules = model.groups.flatMap((group) =>
    group.rules.map((rule): ModelQuery => {
      const common = { what: rule.where.what, text: plain(rule.node), labels: rule.labels };
      if (rule.kind === 'alert') return { ...common, unit: RESULT, whenEmpty: 'zero', kind: 'alert' };
      return { ...common, unit: rule.unit, whenEmpty: rule.signal.whenEmpty, kind: 'recording rule' };
    }),
  );
  return [...new Map([...panels, ...annotationsOf(model, plain), ...rules].map((each) => [each.text, each])).values()];
}

/** What a dashboard marks in its graphs. Its labels are whatever the title names. */
function annotationsOf({ dashboards }: ResolvedModel, plain: (node: Node) => string): readonly ModelQuery[] {
  return dashboards.flatMap(({ where, annotations }) =>
    annotations.map(
      ({ name, node }): ModelQuery => ({
        what: `${where.what} / annotation ${name}`,
        text: plain(node),
        labels: labelsNamed(node),
        unit: RESULT,
        whenEmpty: 'zero',
        kind: 'annotation',
      }),
    ),
  );
}

/** The labels that the outermost groupings of an expression keep. */
function labelsNamed(node: Node): readonly string[] {
  const found: string[] = [];
  visit(node, (seen) => {
    if (seen.kind === 'aggregate' && seen.grouping?.kind === 'by') found.push(...seen.grouping.labels);
  });
  return found;
}

/** An alert's value is whatever it compared; nobody shows it. */
const RESULT: Unit = Object.freeze({ of: 'results', per: '' });

/** Four scrapes, as Grafana reckons `$__rate_interval`. */
function durations(scrape: number): Readonly<Record<string, number>> {
  return { $__rate_interval: 4 * scrape, $__interval: scrape, $__range: HOUR_MS };
}

const NUMBERS: Readonly<Record<string, number>> = {
  $__range_s: HOUR_MS / 1000,
  $__range_ms: HOUR_MS,
  $__interval_ms: 15_000,
};

function withoutVariables(node: Node, scrape: number): Node {
  const known = durations(scrape);
  const window = (of: WindowNode): WindowNode =>
    of.kind === 'variable' ? { kind: 'duration', duration: { ms: known[of.name] ?? 4 * scrape } } : of;
  const value = (of: MatchValue): MatchValue => (typeof of === 'string' ? of : '.*');
  return mapNode(node, (seen): Node => {
    switch (seen.kind) {
      case 'selector':
        return { ...seen, matchers: seen.matchers.map((matcher) => ({ ...matcher, value: value(matcher.value) })) };
      case 'range':
        return { ...seen, window: window(seen.window) };
      case 'subquery':
        return {
          ...seen,
          window: window(seen.window),
          ...(seen.step === undefined ? {} : { step: window(seen.step) }),
        };
      case 'number variable':
        return { kind: 'number', value: NUMBERS[seen.name] ?? 1 };
      case 'raw':
        return { ...seen, text: rawText(seen.text, known) };
      default:
        return seen;
    }
  });
}

function rawText(text: string, known: Readonly<Record<string, number>>): string {
  return text
    .replace(/\$__(?:rate_interval|interval|range)\b/g, (name) => `${known[name] ?? 60_000}ms`)
    .replace(/\$\{\w+:regex\}/g, '.*');
}
