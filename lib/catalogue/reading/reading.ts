/** What reading a source of metrics gives, and how its failures are put. */

import { done, failed, type Outcome } from '../../units/problem.ts';
import type { Family, Format, Note } from '../exposition/family.ts';
import { type Exposition, parseExposition } from '../exposition/parse.ts';

/** The families of one source: a file, an address, or a job of a Prometheus. */
export interface Reading {
  /** As the person named it. */
  readonly from: string;
  readonly format: Format;
  readonly families: readonly Family[];
  /** What Prometheus takes, and a person did not mean so; left out, nothing. */
  readonly notes?: readonly Note[];
}

const FORMATS: Readonly<Record<Format, string>> = {
  'prometheus text': "Prometheus' text format",
  openmetrics: 'OpenMetrics',
};

/** Why a source could not be read. Each is a sentence of its own: what was found, what is expected, what to do. */
export function unreadable(where: string, found: string, allowed: string, remedy: string): Outcome<never> {
  return failed({ where, rule: 'metrics/source', found, allowed, remedy });
}

const WEB_PAGE = /^\s*<(?:!doctype|html|head|body|\?xml)/i;

/**
 * True for a text that holds no metrics at all.
 *
 * @example isNoScrape('<!doctype html>') // true
 */
export function isNoScrape(text: string): boolean {
  return text.trim() === '' || WEB_PAGE.test(text);
}

/**
 * The families of a text that was read from `from`.
 *
 * @param format as the content type states it; otherwise the text decides.
 */
export function readingOf(from: string, text: string, format?: Format): Outcome<Reading> {
  if (text.trim() === '')
    return unreadable(from, 'an empty text', 'metrics', 'Check that the exporter is ready, then read again.');
  if (WEB_PAGE.test(text)) {
    return unreadable(from, 'a web page (HTML)', 'metrics as text', 'Name the page that holds them, mostly /metrics.');
  }
  return fromExposition(from, parseExposition(text, format));
}

function fromExposition(from: string, exposition: Exposition): Outcome<Reading> {
  if ('fault' in exposition) {
    const { line, found, expected } = exposition.fault;
    const remedy = `Read it again; if this stays, the exporter does not keep to ${FORMATS[exposition.format]}.`;
    return failed({ where: `${from}:${line}`, rule: 'metrics/exposition', found, allowed: expected, remedy });
  }
  if (exposition.families.length === 0) {
    return unreadable(
      from,
      'comments only',
      'at least one metric',
      'Check that the exporter is ready, then read again.',
    );
  }
  return done({ from, ...exposition });
}
