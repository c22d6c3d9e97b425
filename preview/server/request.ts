/** What the page asks: text of whoever reaches this server, until it is looked at. */
import { isFields } from '../../lib/catalogue/reading/shape.ts';
import {
  ANNOTATIONS,
  type Chosen,
  type DataRequest,
  type Limits,
  type Span,
  type Tried,
  type TryRequest,
} from '../protocol.ts';

/** No screen has room for more. */
const MOST_POINTS = 20_000;

/**
 * The question in a text; undefined where it is none.
 *
 * @example dataRequest('null') // undefined
 */
export function dataRequest(text: string): DataRequest | undefined {
  const asked = parsed(text);
  if (!isFields(asked) || !isSpan(asked)) return undefined;
  const { profile, dashboard, panel, anchor, points, variables, from, to } = asked;
  if (typeof profile !== 'string' || typeof dashboard !== 'string') return undefined;
  if (typeof panel !== 'number' && panel !== ANNOTATIONS) return undefined;
  if (typeof points !== 'number' || !(points > 0 && points <= MOST_POINTS)) return undefined;
  if (!isChosen(variables) || !(anchor === undefined || isSpan(anchor))) return undefined;
  return { profile, dashboard, panel, from, to, points, variables, ...(anchor && { anchor }) };
}

/**
 * What is to be tried, from a text; undefined where it is none.
 *
 * @example tryRequest('{}') // undefined
 */
export function tryRequest(text: string): TryRequest | undefined {
  const asked = parsed(text);
  if (!isFields(asked)) return undefined;
  const { profile, dashboard, changes } = asked;
  if (typeof profile !== 'string' || typeof dashboard !== 'string' || !Array.isArray(changes)) return undefined;
  const read = changes.map(panelChange);
  const good = read.filter((each) => each !== undefined);
  return good.length === read.length ? { profile, dashboard, changes: good } : undefined;
}

/**
 * The place that is to be opened, from a text; undefined where it is none.
 *
 * @example openRequest('{"place":"dashboards/shop.ts:12"}') // 'dashboards/shop.ts:12'
 */
export function openRequest(text: string): string | undefined {
  const asked = parsed(text);
  return isFields(asked) && typeof asked.place === 'string' ? asked.place : undefined;
}

function panelChange(asked: unknown): TryRequest['changes'][number] | undefined {
  if (!isFields(asked) || typeof asked.panel !== 'number' || !isFields(asked.change)) return undefined;
  const { title, display, width, thresholds } = asked.change;
  const change: Tried = {
    ...(typeof title === 'string' && { title }),
    ...(typeof display === 'string' && { display }),
    ...(typeof width === 'number' && { width }),
    ...(isLimits(thresholds) && { thresholds }),
  };
  return Object.keys(change).length === Object.keys(asked.change).length ? { panel: asked.panel, change } : undefined;
}

function isLimits(value: unknown): value is Limits {
  if (!isFields(value) || !isFields(value.at)) return false;
  const { direction, at, reason } = value;
  const areLevels = Object.entries(at).every(
    ([level, limit]) => (level === 'warning' || level === 'critical') && typeof limit === 'number',
  );
  return (
    areLevels && (direction === 'from' || direction === 'below') && (reason === undefined || typeof reason === 'string')
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isSpan(value: unknown): value is Readonly<Record<string, unknown>> & Span {
  return isFields(value) && typeof value.from === 'number' && typeof value.to === 'number' && value.from <= value.to;
}

function isChosen(value: unknown): value is Chosen {
  return isFields(value) && Object.values(value).every(isTexts);
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
