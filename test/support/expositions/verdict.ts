/** How the tables of expositions write what becomes of one. */

/** A text, and why it is refused, or the notes with which it is taken; each with its line before it. */
export type Verdict = readonly [exposed: string | Uint8Array, becomes: string | readonly string[]];

/** Bytes that need not be UTF-8, one a character. */
export function raw(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

/** The bytes of a row, as they go over the wire. */
export function bytesOf(exposed: string | Uint8Array): Uint8Array {
  return typeof exposed === 'string' ? Buffer.from(exposed, 'utf8') : exposed;
}

/** What a test of a row is called. */
export function titleOf(exposed: string | Uint8Array): string {
  return JSON.stringify(typeof exposed === 'string' ? exposed : Buffer.from(exposed).toString('latin1'));
}
