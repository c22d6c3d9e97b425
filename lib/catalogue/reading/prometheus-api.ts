/**
 * The HTTP API of a Prometheus: what is an answer, and what it says. Whatever else a server sends (a page of a proxy, null,
 * a list with holes) is a problem, and never taken for data.
 * https://prometheus.io/docs/prometheus/latest/querying/api/#format-overview
 */
import { done, failed, type Outcome } from '../../units/problem.ts';
import { shownAddress } from './address.ts';
import { type Answer, ask, badStatus, type Request } from './http.ts';
import { type Fields, isFields } from './shape.ts';

/** What is asked of which Prometheus. */
export interface Question extends Request {
  /** Its address, as in a browser. */
  readonly url: string;
  /** Below `/api/v1/`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
}

/** The data of an answer that says that it is one, as `read` reads it; undefined of it is a shape that no Prometheus sends. */
export async function askPrometheus<T>(
  { url, path, query = {}, ...request }: Question,
  read: (data: unknown) => T | undefined,
): Promise<Outcome<T>> {
  const shown = shownAddress(url);
  const answer = await ask(apiAddress(url, path, query), { ...request, anyStatus: true });
  if (!answer.ok) return answer;
  const said = fieldsOf(answer.value);
  if (answer.value.status === 401) return failed(badStatus(shown, answer.value.status));
  if (said?.status === 'error') return refused(shown, String(said.error ?? answer.value.status));
  const data = said?.status === 'success' && isSuccess(answer.value) ? read(said.data) : undefined;
  if (data !== undefined) return done(data);
  const found = isSuccess(answer.value) ? '' : `, the status ${answer.value.status}`;
  return failed({
    where: shown,
    rule: 'metrics/source',
    found: `something that is no Prometheus${found}`,
    allowed: 'the HTTP API of a Prometheus',
    remedy: 'Name the address of its web page.',
  });
}

/** A query string that is in the address already belongs to a proxy, and stays. */
function apiAddress(url: string, path: string, query: Readonly<Record<string, string>>): string {
  if (!URL.canParse(url)) return url;
  const address = new URL(url);
  address.pathname = `${address.pathname.replace(/\/+$/, '')}/api/v1/${path}`;
  for (const [name, value] of Object.entries(query)) address.searchParams.append(name, value);
  return address.href;
}

function refused(where: string, why: string): Outcome<never> {
  const remedy = 'Check the selector.';
  return failed({ where, rule: 'metrics/source', found: `a refusal: ${why}`, allowed: 'data', remedy });
}

function isSuccess({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}

function fieldsOf({ bytes }: Answer): Fields | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
