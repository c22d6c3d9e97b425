/** A place in an exposition where it cannot be read on. */

/** Where an exposition breaks, what stands there and what should. */
export interface Fault {
  /** From 1. */
  readonly line: number;
  readonly found: string;
  readonly expected: string;
}

/** Carries a fault out of the parser's depth; `parseExposition()` turns it back into a value. */
export class Unreadable extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(`line ${fault.line}: found ${fault.found}, expected ${fault.expected}`);
    this.fault = Object.freeze(fault);
  }
}

const SHOWN = 40;

/**
 * A piece of text as a message shows it: in backticks, control characters spelled out, and cut where it is long.
 *
 * @example shown('1\r') // '`1\\r`'
 */
export function shown(text: string): string {
  if (text === '') return 'the end of the line';
  const visible = JSON.stringify(text.slice(0, SHOWN)).slice(1, -1).replaceAll('\\"', '"');
  return text.length <= SHOWN ? `\`${visible}\`` : `\`${visible}…\``;
}
