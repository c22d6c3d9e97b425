/**
 * Who may talk to the preview: pages that it served itself. A page of another site could otherwise have its name
 * resolve to 127.0.0.1 and read what this server gives (DNS rebinding), or send requests that cost time.
 */
import type { IncomingMessage } from 'node:http';

const NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/** Whether a request comes from this machine's own page or tool. */
export function isOwn({ headers }: Pick<IncomingMessage, 'headers'>, port: number): boolean {
  const hosts = new Set(NAMES.map((name) => `${name}:${port}`));
  if (headers.host === undefined || !hosts.has(headers.host)) return false;
  return headers.origin === undefined || hosts.has(headers.origin.replace(/^http:\/\//, ''));
}

/** What every answer carries: no script, style or connection from anywhere else. Grafana's components write styles. */
export const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};
