/**
 * The text of what was received. Bytes that are no UTF-8 must neither end the reading (Prometheus takes them in comments)
 * nor pass as a replacement character (in a label they cost it the whole scrape): each becomes a lone surrogate, which no
 * UTF-8 can give, so that `String.prototype.isWellFormed()` tells them later, and the line with them.
 */

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const LINE_FEED = 0x0a;

/** The lone surrogate of byte 0x80 is U+DC80, as in Python's `surrogateescape`. */
const SURROGATES = 0xdc00;

/**
 * The text of bytes, whatever they are.
 *
 * @example exposedText(new TextEncoder().encode('up 1')) // 'up 1'
 * @example exposedText(Uint8Array.of(0x61, 0xff)).isWellFormed() // false
 */
export function exposedText(bytes: Uint8Array): string {
  const whole = decoded(bytes);
  if (whole !== undefined) return whole;
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed < 0 ? bytes.length : feed + 1;
    const line = bytes.subarray(start, end);
    parts.push(decoded(line) ?? escaped(line));
    start = end;
  }
  return parts.join('');
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

/** A line with something in it that is no UTF-8: character by character. */
function escaped(line: Uint8Array): string {
  let text = '';
  for (let at = 0; at < line.length; ) {
    const length = [1, 2, 3, 4].find((size) => at + size <= line.length && decoded(line.subarray(at, at + size)));
    text +=
      length === undefined
        ? String.fromCharCode(SURROGATES + (line[at] ?? 0))
        : decoded(line.subarray(at, at + length));
    at += length ?? 1;
  }
  return text;
}
