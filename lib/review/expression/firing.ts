/** Whether an alert's expression can be without an answer, and whether it can have one. */

import { visit as visitLogs } from '../../logql/walk.ts';
import type { Node } from '../../promql/node.ts';
import { selectors, visit } from '../../promql/walk.ts';
import type { Language } from '../../read/language.ts';
import { parsedLogql, parsedPromql } from '../../read/parsed-query.ts';
import type { RuleRecord } from '../../read/records.ts';
import { isComparison } from './limit.ts';
import { isContradiction } from './matchers.ts';

/** Functions that have no answer while a series exists. */
const ABSENCE = new Set(['absent', 'absent_over_time']);
/** Operators that drop series. */
const DROPPING = new Set(['and', 'unless']);

/** Whether nothing in an expression ever drops a series, so that the alert fires for each that exists. */
export function isUnconditional({ expr, language }: Pick<RuleRecord, 'expr' | 'language'>): boolean {
  return language === 'logql' ? ofLogs(expr) : ofMetrics(expr);
}

function ofMetrics(expr: string): boolean {
  const parsed = parsedPromql(expr);
  if (!parsed.ok) return false;
  let drops = false;
  visit(parsed.node, (node) => {
    if (node.kind === 'binary')
      drops ||= DROPPING.has(node.operator) || (isComparison(node.operator) && node.bool !== true);
    if (node.kind === 'call') drops ||= ABSENCE.has(node.function);
    // ALERTS exists only while something fires.
    if (node.kind === 'selector') drops ||= node.metric === 'ALERTS';
  });
  return !drops;
}

function ofLogs(expr: string): boolean {
  const parsed = parsedLogql(expr);
  if (!parsed.ok || parsed.node.kind === 'lines') return false;
  let drops = false;
  visitLogs(parsed.node, (node) => {
    if (node.kind === 'binary')
      drops ||= DROPPING.has(node.operator) || (isComparison(node.operator) && node.bool !== true);
    // A range without lines has no answer.
    if (node.kind === 'range aggregate') drops ||= true;
  });
  return !drops;
}

/** The metric of which an expression asks for labels that exclude each other. */
export function isContradicted({ expr, language }: Pick<RuleRecord, 'expr' | 'language'>): string | undefined {
  const node = promqlNode(expr, language);
  if (node === undefined) return undefined;
  return selectors(node).find(({ matchers }) => isContradiction(matchers) !== undefined)?.metric;
}

/**
 * The tree of an expression; undefined for one of another language, and for one that cannot be parsed.
 *
 * @example promqlNode('up == 0', 'promql')?.kind // 'binary'
 * @example promqlNode('{job="shop"}', 'logql') // undefined
 */
export function promqlNode(text: string, language: Language): Node | undefined {
  const parsed = language === 'promql' ? parsedPromql(text) : undefined;
  return parsed?.ok === true ? parsed.node : undefined;
}
