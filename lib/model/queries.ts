/**
 * Every expression of a model as one that a Prometheus can be asked: Grafana's variables stand for what a dashboard
 * opened on the last hour would put in their place.
 */

import type { ComputedSpan, MatchValue, Node, TimeShift } from '../promql/node.ts';
import { print } from '../promql/print.ts';
import { withRawParsed } from '../promql/raw.ts';
import { mapTerms } from '../promql/span.ts';
import { mapNode, mapWindows } from '../promql/walk.ts';
import type { Unit } from '../units/unit.ts';
import { metricQueries, type ResolvedModel } from './resolved.ts';
import type { WhenEmpty } from './signal.ts';

/** One expression, and what its answer must be like. */
export interface ModelQuery {
  /** In the reader's words: `dashboard shop-system / panel cpu`. */
  readonly what: string;
  readonly text: string;
  /** The labels that the answer's series may carry. */
  readonly labels: readonly string[];
  readonly unit: Unit;
  readonly whenEmpty: WhenEmpty;
  readonly kind: 'panel' | 'annotation' | 'recording rule' | 'alert';
}

const HOUR_MS = 3_600_000;

/** What is asked of Prometheus: every panel's queries, every annotation, every recording rule and every alert's expression, each text once. */
export function queriesOf(model: ResolvedModel): readonly ModelQuery[] {
  const scrape = model.scrapeInterval.ms;
  const plain = (node: Node): string => print(withoutVariables(node, scrape));
  const panels = model.dashboards.flatMap(({ rows }) =>
    rows.flatMap((row) =>
      row.panels.flatMap((panel) =>
        metricQueries(panel).map(
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

/** What a dashboard marks in its graphs. */
function annotationsOf({ dashboards }: ResolvedModel, plain: (node: Node) => string): readonly ModelQuery[] {
  return dashboards.flatMap(({ where, annotations }) =>
    annotations.map(
      ({ name, node, labels }): ModelQuery => ({
        what: `${where.what} / annotation ${name}`,
        text: plain(node),
        labels,
        unit: RESULT,
        whenEmpty: 'zero',
        kind: 'annotation',
      }),
    ),
  );
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

function withoutVariables(tree: Node, scrape: number): Node {
  const known = durations(scrape);
  const msOf = (name: string): number => known[name] ?? 4 * scrape;
  const fixed = mapWindows(withRawParsed(tree), (window) => {
    if (window.kind === 'variable') return { kind: 'duration', duration: { ms: msOf(window.name) } };
    return window.kind === 'duration' ? window : withoutSpanVariables(window, msOf);
  });
  return mapNode(fixed, (node): Node => {
    switch (node.kind) {
      case 'selector': {
        const { offset, at, ...rest } = node;
        const shift = shiftWithoutVariables({ offset, at }, msOf);
        return {
          ...rest,
          ...shift,
          matchers: node.matchers.map((matcher) => ({ ...matcher, value: anyValue(matcher.value) })),
        };
      }
      case 'subquery': {
        const { offset, at, ...rest } = node;
        return { ...rest, ...shiftWithoutVariables({ offset, at }, msOf) };
      }
      case 'number variable':
        return { kind: 'number', value: NUMBERS[node.name] ?? 1 };
      default:
        return node;
    }
  });
}

function withoutSpanVariables(span: ComputedSpan, msOf: (name: string) => number): ComputedSpan {
  const of = mapTerms(span.of, (term) =>
    term.kind === 'variable' ? { kind: 'span', value: msOf(term.name) / 1000, as: 'duration' } : term,
  );
  return { ...span, of };
}

/** A chosen moment is the end of what is shown. */
function shiftWithoutVariables(
  { offset, at }: { readonly [K in keyof TimeShift]: TimeShift[K] | undefined },
  msOf: (name: string) => number,
): TimeShift {
  const time = at === undefined ? {} : { at: typeof at === 'object' ? ('end' as const) : at };
  if (offset === undefined) return time;
  if (!('kind' in offset)) return { ...time, offset };
  return {
    ...time,
    offset: offset.kind === 'variable' ? { ms: msOf(offset.name) } : withoutSpanVariables(offset, msOf),
  };
}

/** Of a variable, whatever was chosen. */
function anyValue(value: MatchValue): MatchValue {
  return typeof value === 'string' ? value : '.*';
}
