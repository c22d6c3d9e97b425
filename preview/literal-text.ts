/** Values as TypeScript: for the code to paste, and for what is written into a file. */
import type { Limits } from './protocol.ts';

export type Quote = "'" | '"' | '`';

/** What cannot be seen, and halves of characters, which no file can hold. */
const HIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\ufeff]/gu;

/**
 * A value as TypeScript.
 *
 * @example literalText("Rock 'n' roll", "'") // 'Rock \'n\' roll'
 */
export function literalText(value: string | number, quote: Quote = "'"): string {
  if (typeof value === 'number') return String(value);
  const closed = value.replace(/[\\'"`]|\$(?=\{)/g, (sign) => (endsEarly(sign, quote) ? `\\${sign}` : sign));
  return quote + closed.replace(HIDDEN, escaped) + quote;
}

function endsEarly(sign: string, quote: Quote): boolean {
  return sign === '\\' || sign === quote || (sign === '$' && quote === '`');
}

function escaped(sign: string): string {
  return sign === '\n' ? '\\n' : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/**
 * Thresholds as a definition has them.
 *
 * @example limitsText({ direction: 'from', at: { warning: 5 } }) // { from: { warning: 5 } }
 */
export function limitsText({ direction, at, reason }: Limits, quote: Quote = "'"): string {
  const limits = (['warning', 'critical'] as const).flatMap((level) => {
    const limit = at[level];
    return limit === undefined ? [] : [`${level}: ${limit}`];
  });
  const why = reason === undefined ? '' : `, reason: ${literalText(reason, quote)}`;
  return `{ ${direction}: { ${limits.join(', ')} }${why} }`;
}
