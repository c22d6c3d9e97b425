/** What the page asks: text of whoever reaches this server, until it is looked at. */
import { isFields } from '../../lib/catalogue/reading/prometheus-api.ts';
import { ANNOTATIONS, type Chosen, type DataRequest, type Span } from '../protocol.ts';

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
