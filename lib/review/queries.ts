/** The queries of a panel before and after: expressions, legends, where and how they are asked. */

import type { QueryRecord } from '../read/records.ts';
import { type Detail, differing, saysAll } from './detail.ts';
import { type ExpressionChange, wordsOf } from './expression/change.ts';
import { expressionChanges, newlyBroken } from './expression/expression.ts';
import { isContradicted } from './expression/firing.ts';
import { matched } from './match.ts';
import { newerDefaults, type PanelChange, type PanelPair } from './panel-change.ts';
import { factorOf } from './units.ts';
import { listed, quoted, short } from './words.ts';

const SIGNS = [
  ({ refId, text }: QueryRecord) => `${refId} ${text}`,
  ({ text }: QueryRecord) => text,
  ({ refId }: QueryRecord) => refId,
];

/** Fields of a query by which an editor remembers how it was typed in. */
const EDITORS_OWN = new Set(['editorMode', 'key', 'requestId', 'intervalFactor', 'fullMetaSearch', 'useBackend']);

/** What changed between the queries of a panel. */
export function queryChanges({ before, after, isUpgrade, lostVariables }: PanelPair): readonly PanelChange[] {
  const { pairs, added, removed } = matched(before.queries, after.queries, SIGNS);
  const titles = [before.title, after.title] as const;
  const several = Math.max(before.queries.length, after.queries.length) > 1;
  return [
    ...pairs.flatMap((pair) =>
      ofQuery(pair.before, pair.after, { several, isUpgrade, titles }).map((change) =>
        several ? { ...change, part: pair.after.refId } : change,
      ),
    ),
    ...added.map((query) => gainedOrLost('query-added', query)),
    ...(after.queries.length === 0 ? lostAll(removed) : removed.map((query) => gainedOrLost('query-removed', query))),
    ...missingVariables(after.queries, lostVariables),
  ];
}

function gainedOrLost(kind: 'query-added' | 'query-removed', query: QueryRecord): PanelChange {
  const side = kind === 'query-added' ? { after: query.text } : { before: query.text };
  const word = kind === 'query-added' ? 'a new query' : 'no longer has query';
  return {
    kind,
    part: query.refId,
    says: `${word} ${query.refId}`.trim(),
    details: [{ what: `query ${query.refId}`, ...side }],
  };
}

function lostAll(removed: readonly QueryRecord[]): readonly PanelChange[] {
  if (removed.length === 0) return [];
  const details = removed.map(({ refId, text }) => ({ what: `query ${refId}`, before: text }));
  return [{ kind: 'panel-empty', says: `no query is left of its ${removed.length}, so it shows nothing`, details }];
}

interface Within {
  /** Whether a reader has to be told which of the panel's queries it is. */
  readonly several: boolean;
  readonly isUpgrade: boolean;
  /** The panel's, before and after. */
  readonly titles: readonly [string, string];
}

function ofQuery(before: QueryRecord, after: QueryRecord, within: Within): readonly PanelChange[] {
  const which = within.several ? `query ${after.refId}: ` : '';
  return [
    ...expression(before, after, which),
    ...(before.legend === after.legend || followsTitle(before, after, within)
      ? []
      : [
          {
            kind: 'panel-legend',
            says: `${which}legend ${named(after.legend)} instead of ${named(before.legend)}`,
          } as const,
        ]),
    ...(before.datasource === after.datasource
      ? []
      : [
          {
            kind: 'panel-datasource',
            says: `${which}asks ${short(after.datasource) || 'the default'} instead of ${short(before.datasource) || 'the default'}`,
          } as const,
        ]),
    ...(before.refId === after.refId
      ? []
      : [
          {
            kind: 'panel-query-options',
            says: `query ${short(before.refId)} is called ${short(after.refId)} now`,
          } as const,
        ]),
    ...options(before, after, { ...within, which }),
  ];
}

/** A legend that is its panel's title has nothing to say of its own. */
function followsTitle(before: QueryRecord, after: QueryRecord, { titles: [was, is] }: Within): boolean {
  return before.legend === was && after.legend === is;
}

const named = (legend: string): string => (legend === '' ? 'by its labels' : quoted(legend));

function expression(before: QueryRecord, after: QueryRecord, which: string): readonly PanelChange[] {
  const changes = expressionChanges(before.text, after.text, after.language);
  if (changes.length === 0) return [];
  const details: readonly Detail[] = [{ what: `query ${after.refId}`, before: before.text, after: after.text }];
  const broken = newlyBroken(before.text, after.text, after.language);
  if (broken !== undefined) {
    return [{ kind: 'expression-broken', says: `${which}its expression cannot be read: ${short(broken)}`, details }];
  }
  const impossible = isContradicted({ ...after, expr: after.text });
  if (impossible !== undefined && isContradicted({ ...before, expr: before.text }) === undefined) {
    const says = `${which}no series of ${short(impossible)} can have all the labels that it asks for, so it shows nothing`;
    return [{ kind: 'panel-empty', says, details }];
  }
  const factor = factorOf(after.text, after.language) / factorOf(before.text, before.language);
  const times = factor === 1 ? '' : ` (its number is multiplied by ${Number(factor.toPrecision(6))})`;
  return [{ kind: kindOf(changes), says: `${which}${wordsOf(changes)}${times}`, details }];
}

function kindOf(changes: readonly ExpressionChange[]): PanelChange['kind'] {
  if (changes.some(({ effect }) => effect === 'folded')) return 'matchers-not-the-same';
  return changes.every(({ effect }) => effect === 'same') ? 'expression-rewritten' : 'panel-query';
}

function options(
  before: QueryRecord,
  after: QueryRecord,
  within: Within & { readonly which: string },
): readonly PanelChange[] {
  const details = differing(before.rest, after.rest).filter(({ what }) => !EDITORS_OWN.has(what));
  const newer = within.isUpgrade ? details.filter((each) => each.before === undefined) : [];
  const moment = details.some(({ what }) => MOMENT.has(what)) ? momentText(after) : undefined;
  const chosen = details.filter((each) => !newer.includes(each) && (moment === undefined || !MOMENT.has(each.what)));
  return [
    ...(moment === undefined ? [] : [{ kind: 'panel-query-options', says: `${within.which}${moment}` } as const]),
    ...(newer.length === 0 ? [] : [newerDefaults(newer)]),
    ...(chosen.length === 0
      ? []
      : [{ kind: 'panel-query-options', says: `${within.which}${saysAll(chosen)}` } as const]),
    ...(before.hidden === after.hidden
      ? []
      : [{ kind: 'panel-query-options', says: `${within.which}is ${after.hidden ? 'hidden' : 'shown'} now` } as const]),
  ];
}

/** Two settings of a query for Prometheus that say one thing. */
const MOMENT = new Set(['instant', 'range']);

function momentText({ rest }: QueryRecord): string | undefined {
  const [instant, range] = ['instant', 'range'].map((name) => rest.get(name) === 'true');
  if (instant === range) return undefined;
  return instant ? 'asks for one moment, not for the time shown' : 'asks for the time shown, not for one moment';
}

function missingVariables(queries: readonly QueryRecord[], lost: readonly string[]): readonly PanelChange[] {
  const missing = lost.filter((name) => queries.some(({ text }) => namesVariable(text, name)));
  if (missing.length === 0) return [];
  const names = listed(missing.map((name) => `$${short(name)}`));
  return [{ kind: 'panel-empty', says: `reads ${names}, which the dashboard no longer has, so it shows nothing` }];
}

/** Whether a text has a variable of this name in it, in any of Grafana's three ways. */
export function namesVariable(text: string, name: string): boolean {
  return [...text.matchAll(/\$(\w+)|\$\{(\w+)|\[\[(\w+)/g)].some((found) => found.slice(1).includes(name));
}
