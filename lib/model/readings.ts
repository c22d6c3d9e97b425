/** Every expression of a model, with who reads it: what the index and the review file are made of. */

import type { Node, SelectorNode } from '../promql/node.ts';
import { withRawParsed } from '../promql/raw.ts';
import { selectors } from '../promql/walk.ts';
import {
  metricQueries,
  type ResolvedDashboard,
  type ResolvedGroup,
  type ResolvedModel,
  type ResolvedPanel,
  type SignalWords,
} from './resolved.ts';
import type { Variable } from './variable.ts';

export type ReaderKind = 'panel' | 'variable' | 'annotation' | 'alert' | 'recording rule';

/** What has Prometheus evaluate an expression. A name is unique among the readers of its kind. */
export interface Reader {
  readonly kind: ReaderKind;
  readonly name: string;
}

/** One expression. */
export interface Reading {
  readonly reader: Reader;
  readonly node: Node;
  /** The labels of the answer; none is known for variables and annotations. */
  readonly labels: readonly string[];
  /** The signals it shows, records or compares. */
  readonly signals: readonly SignalWords[];
  /** The expression is a signal's own, not one that an alert makes of it. */
  readonly isSignal: boolean;
}

/**
 * A reader as people name it.
 *
 * @example readerText({ kind: 'panel', name: 'overview/orders-waiting' }) // 'panel overview/orders-waiting'
 */
export function readerText({ kind, name }: Reader): string {
  return `${kind} ${name}`;
}

/** All readings: dashboards first, then the groups of rules, each in the order of the model. */
export function readings(model: ResolvedModel): readonly Reading[] {
  return [...model.dashboards.flatMap(ofDashboard), ...model.groups.flatMap(ofGroup)];
}

function ofDashboard(dashboard: ResolvedDashboard): readonly Reading[] {
  const { uid, rows, variables, annotations } = dashboard;
  return [
    ...rows.flatMap(({ panels }) => panels).flatMap((panel) => ofPanel(uid, panel)),
    ...variables.flatMap((variable) => ofVariable(uid, variable)),
    ...annotations.map(({ name, node }) => withoutSignal('annotation', `${uid}/${name}`, node)),
  ];
}

function ofPanel(uid: string, panel: ResolvedPanel): readonly Reading[] {
  const reader: Reader = { kind: 'panel', name: `${uid}/${panel.key}` };
  return metricQueries(panel).map(({ node, labels, signal }) => ({
    reader,
    node,
    labels,
    signals: [signal],
    isSignal: true,
  }));
}

/** Only the values of a label are asked of Prometheus; those of other variables are listed. */
function ofVariable(uid: string, variable: Variable): readonly Reading[] {
  return variable.kind === 'query' ? [withoutSignal('variable', `${uid}/${variable.name}`, variable.node)] : [];
}

/** An expression that shows no signal. */
function withoutSignal(kind: ReaderKind, name: string, node: Node): Reading {
  return { reader: { kind, name }, node, labels: [], signals: [], isSignal: false };
}

function ofGroup({ rules }: ResolvedGroup): readonly Reading[] {
  return rules.map(({ name, node, labels, ...rule }) => {
    if (rule.kind === 'alert') {
      return { reader: { kind: 'alert', name }, node, labels, signals: rule.signals, isSignal: false };
    }
    return { reader: { kind: 'recording rule', name }, node, labels, signals: [rule.signal], isSignal: true };
  });
}

/**
 * All selectors from left to right; a metric used twice stands twice. A raw text that is no PromQL has none: `lib/check`
 * refuses it.
 */
export function selected(node: Node): readonly SelectorNode[] {
  return selectors(withRawParsed(node));
}

/** Compares two names, for `sort()`. */
export function byName(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
