/** Two texts of a query, before and after, as changes in words. */

import type { Matcher } from '../../promql/node.ts';
import { parseProblemText } from '../../promql/parse/problem.ts';
import { regexpFault } from '../../promql/regexp/compile.ts';
import { selectors } from '../../promql/walk.ts';
import type { Language } from '../../read/language.ts';
import { parsedLogql, parsedPromql } from '../../read/parsed-query.ts';
import { changed, type ExpressionChange } from './change.ts';
import { logqlChanges } from './logql.ts';
import { promqlChanges } from './promql.ts';

/** Longer than this, nobody wrote it, and nobody reads what changed inside. */
const LONGEST = 20_000;

/**
 * What changed between two expressions. Texts that differ and mean the same give one change, of the effect 'same'.
 *
 * @example expressionChanges('rate(x[5m])', 'rate(x[10m])', 'promql') // [{ effect: 'window', words: 'window 5m → 10m' }]
 */
export function expressionChanges(before: string, after: string, language: Language): readonly ExpressionChange[] {
  if (before === after) return [];
  if (before.length + after.length > LONGEST) return [OTHER];
  const changes =
    language === 'logql' ? ofLogs(before, after) : language === 'promql' ? ofMetrics(before, after) : undefined;
  if (changes === undefined) return [OTHER];
  return changes.length > 0 ? changes : [changed('same', 'the same expression, written differently')];
}

/** What is wrong with an expression that was right; another language is nobody's to judge here. */
export function newlyBroken(before: string, after: string, language: Language): string | undefined {
  const broken = faultOf(after, language);
  return broken !== undefined && faultOf(before, language) === undefined ? broken : undefined;
}

function faultOf(text: string, language: Language): string | undefined {
  if (language === 'other' || text.length > LONGEST) return undefined;
  const parsed = language === 'logql' ? parsedLogql(text) : parsedPromql(text);
  if (!parsed.ok) return parseProblemText(parsed.problem);
  const matchers = language === 'logql' ? [] : matchersIn(text);
  return matchers.map(patternFault).find((fault) => fault !== undefined);
}

function matchersIn(text: string): readonly Matcher[] {
  const parsed = parsedPromql(text);
  return parsed.ok ? selectors(parsed.node).flatMap(({ matchers }) => matchers) : [];
}

/** A text with a variable of Grafana in it is known only once that is filled in. */
function patternFault({ label, operator, value }: Matcher): string | undefined {
  if (!operator.endsWith('~') || typeof value !== 'string' || /\$[\w{]/.test(value)) return undefined;
  const fault = regexpFault(value);
  return fault === undefined ? undefined : `the pattern of ${label} is none: ${fault}`;
}

function ofMetrics(before: string, after: string): readonly ExpressionChange[] | undefined {
  const [was, is] = [parsedPromql(before), parsedPromql(after)];
  return was.ok && is.ok ? promqlChanges(was.node, is.node) : undefined;
}

function ofLogs(before: string, after: string): readonly ExpressionChange[] | undefined {
  const [was, is] = [parsedLogql(before), parsedLogql(after)];
  return was.ok && is.ok ? logqlChanges(was.node, is.node) : undefined;
}

/** Of another language, or longer than anybody reads: both are shown beside it. */
const OTHER: ExpressionChange = changed('shape', 'another expression');
