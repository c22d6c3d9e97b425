/** What Loki refuses of a query, in data. */
import type { MatchValue } from '../../promql/node.ts';
import { numberText } from '../../promql/quote.ts';

/** A mistake that the grammar does not see. */
export interface LogRefusal {
  readonly found: string;
  readonly allowed: string;
  readonly remedy: string;
}

/** Where the query stands: on a panel, or in a rule of Loki's ruler. */
export interface QueryPlace {
  /** Grafana fills its variables in first; a rule of Loki's ruler has nobody to do that. */
  readonly variables?: 'filled in';
}

export type Refusals = Iterable<LogRefusal>;

/*
 * Words that LogQL's lexer takes for its own wherever they stand.
 */
const KEYWORDS = new Set(
  `and bool by decolorize drop group_left group_right ignoring json keep label_format line_format logfmt offset on or
  pattern regexp unless unpack unwrap without`.split(/\s+/),
);

/** A label's name that LogQL cannot write: it has no quotes for it. */
export function* labelRefusals(names: Iterable<string>): Refusals {
  for (const name of names) {
    const isPlain = /^[A-Za-z_][A-Za-z0-9_]*$/.test(name);
    if (isPlain && !KEYWORDS.has(name)) continue;
    yield {
      found: isPlain ? `the label \`${name}\`, a word of LogQL` : `the label \`${name}\``,
      allowed: 'a label of letters, digits and _, not beginning with a digit, that is no word of LogQL',
      remedy: 'extract the field under another name: json other="name"',
    };
  }
}

/** A number that LogQL has no spelling for. */
export function* numberRefusals(value: number): Refusals {
  if (Number.isFinite(value)) return;
  yield {
    found: numberText(value),
    allowed: 'a finite number',
    remedy: 'write a finite number',
  };
}

/** The text of a value; undefined for a variable that Grafana has filled in before Loki sees it. */
export function textOfValue(value: MatchValue, { variables }: QueryPlace): string | undefined {
  if (typeof value === 'string') return value;
  return variables === 'filled in' ? undefined : value.variable;
}
