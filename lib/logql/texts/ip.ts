/**
 * Addresses, and what `ip("…")` may say: one address, a range `10.0.0.1-10.0.0.9`, or a network `10.0.0.0/8`.
 * Source: https://grafana.com/docs/loki/latest/query/ip/
 */

/** An address as a number, with the number of its bits. */
interface Address {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

/** The addresses from one to another, both included. */
export interface AddressRange {
  readonly bits: 32 | 128;
  readonly first: bigint;
  readonly last: bigint;
}

/**
 * Reads what stands in `ip("…")`; undefined where it is none of the three.
 *
 * @example readAddressRange('10.0.0.0/8')?.bits // 32
 */
export function readAddressRange(text: string): AddressRange | undefined {
  const [one = '', other, ...more] = text.split(/[-/]/);
  const from = readAddress(one);
  if (from === undefined || more.length > 0) return undefined;
  if (other === undefined) return { bits: from.bits, first: from.value, last: from.value };
  if (text.includes('/')) return network(from, other);
  const to = readAddress(other);
  if (to?.bits !== from.bits || to.value < from.value) return undefined;
  return { bits: from.bits, first: from.value, last: to.value };
}

function network({ bits, value }: Address, length: string): AddressRange | undefined {
  const fixed = /^\d{1,3}$/.test(length) ? Number(length) : Number.POSITIVE_INFINITY;
  if (fixed > bits) return undefined;
  const size = 1n << BigInt(bits - fixed);
  const first = value - (value % size);
  return { bits, first, last: first + size - 1n };
}

function readAddress(text: string): Address | undefined {
  return text.includes(':') ? readV6(text) : readV4(text);
}

function readV4(text: string): Address | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)) return;
  return { bits: 32, value: joined(parts.map(Number), 8n) };
}

function readV6(text: string): Address | undefined {
  const [head = '', tail, ...more] = text.split('::');
  const before = words(head);
  const behind = words(tail ?? '');
  if (before === undefined || behind === undefined || more.length > 0) return undefined;
  const missing = 8 - before.length - behind.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  return { bits: 128, value: joined([...before, ...Array<number>(missing).fill(0), ...behind], 16n) };
}

/** Sixteen bits each; the last two may be written as an address of the older kind. */
function words(text: string): readonly number[] | undefined {
  if (text === '') return [];
  const found: number[] = [];
  for (const part of text.split(':')) {
    const v4 = part.includes('.') ? readV4(part) : undefined;
    if (v4 !== undefined) found.push(Number(v4.value >> 16n), Number(v4.value & 0xffffn));
    else if (/^[\da-f]{1,4}$/i.test(part)) found.push(Number.parseInt(part, 16));
    else return undefined;
  }
  return found;
}

function joined(parts: readonly number[], width: bigint): bigint {
  return parts.reduce((value, part) => (value << width) | BigInt(part), 0n);
}

/** What may be an address in a line. */
const CANDIDATE = /(?:[\da-f]*:){2,}[\da-f:.]*|\d{1,3}(?:\.\d{1,3}){3}/gi;

/** Whether an address of the range stands in a text. */
export function holdsAddress(text: string, { bits, first, last }: AddressRange): boolean {
  for (const [candidate] of text.matchAll(CANDIDATE)) {
    const address = readAddress(candidate);
    if (address?.bits === bits && address.value >= first && address.value <= last) return true;
  }
  return false;
}
