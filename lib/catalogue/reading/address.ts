/**
 * Addresses as people type them, with or without a password. It is sent as a header, since no request may have one in its
 * address, and it is never shown: not in a message, a page or a log.
 */

/** An address, in the parts that a request needs. */
export interface Address {
  /** Where to ask, without name and password. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The address and its password apart; undefined where it is none.
 *
 * @example addressOf('https://me:secret@shop.example/metrics')?.url // 'https://shop.example/metrics'
 * @example addressOf('shop') // undefined
 */
export function addressOf(text: string): Address | undefined {
  const url = httpUrl(text);
  if (url === undefined) return undefined;
  const { username, password } = url;
  if (username === '' && password === '') return { url: text, headers: {} };
  const credentials = Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64');
  return { url: shownAddress(text), headers: { authorization: `Basic ${credentials}` } };
}

/**
 * An address as it may be shown: whatever stands before its host is left out, in a text that is no address too.
 *
 * @example shownAddress('http://me:secret@localhost:9090') // 'http://localhost:9090'
 * @example shownAddress('http://me:sec ret@') // 'http://'
 */
export function shownAddress(text: string): string {
  const url = httpUrl(text);
  if (url === undefined) return text.replace(/^(\s*[a-z][a-z+.-]*:\/\/)?.*@/is, '$1');
  if (url.username === '' && url.password === '') return text;
  url.username = '';
  url.password = '';
  return url.pathname === '/' && url.search === '' && url.hash === '' ? url.origin : url.href;
}

function httpUrl(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url : undefined;
}

/** A `%` that starts no escape stands for itself. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
