/**
 * How Prometheus finds targets, and how it speaks to them, as `scrape_configs` says it.
 * Source: https://prometheus.io/docs/prometheus/latest/configuration/configuration/
 */
import type { Discovery, HttpClient, Tls } from '../../model/discovery.ts';
import { duration, durationText } from '../../units/duration.ts';
import { present, unlessEmpty } from '../plain-data.ts';

type Value = Readonly<Record<string, unknown>>;

/**
 * The `*_sd_configs` of a job, each kind with all of its entries.
 *
 * @example discoveryConfigs([{ kind: 'dns', names: ['tasks.shop'], type: 'A', port: 80 }])
 * // { dns_sd_configs: [{ names: ['tasks.shop'], type: 'A', port: 80 }] }
 */
export function discoveryConfigs(all: readonly Discovery[]): Value {
  const kinds = [...new Set(all.map(({ kind }) => kind))].sort();
  return Object.fromEntries(
    kinds.map((kind) => [`${kind}_sd_configs`, all.filter((each) => each.kind === kind).map(entryOf)]),
  );
}

const ENTRIES: { readonly [K in Discovery['kind']]: (of: Extract<Discovery, { readonly kind: K }>) => Value } = {
  dns: ({ names, type, port, refresh }) => ({ names, type, port, refresh_interval: text(refresh) }),
  file: ({ files, refresh }) => ({ files, refresh_interval: text(refresh) }),
  http: ({ url, refresh, ...client }) => ({ url, refresh_interval: text(refresh), ...httpClient(client) }),
  docker: ({ host, port, filters, refresh, ...client }) => ({
    host,
    port,
    filters,
    refresh_interval: text(refresh),
    ...httpClient(client),
  }),
  kubernetes: ({ role, apiServer, namespaces, selectors, ...client }) => ({
    role,
    api_server: apiServer,
    namespaces: namespaces && { names: namespaces },
    selectors: unlessEmpty((selectors ?? []).map((selector) => present({ ...selector }))),
    ...httpClient(client),
  }),
};

function entryOf<K extends Discovery['kind']>(of: Extract<Discovery, { readonly kind: K }>): Value {
  // The entry of a kind takes what is of that kind; the compiler does not connect the two.
  const entry = ENTRIES[of.kind] as (of: Discovery) => Value;
  return present(entry(of));
}

/**
 * What requests are made with. A password or a token is never written: Prometheus reads it from its file.
 *
 * @example httpClient({ credentials: { credentialsFile: '/run/secrets/token' } })
 * // { authorization: { credentials_file: '/run/secrets/token' } }
 */
export function httpClient({ credentials, tls }: HttpClient): Value {
  return { ...credentialsOf(credentials), ...(tls && { tls_config: tlsConfig(tls) }) };
}

function credentialsOf(credentials: HttpClient['credentials']): Value {
  if (credentials === undefined) return {};
  if ('username' in credentials) {
    return { basic_auth: { username: credentials.username, password_file: credentials.passwordFile } };
  }
  return { authorization: present({ type: credentials.type, credentials_file: credentials.credentialsFile }) };
}

function tlsConfig({ caFile, certFile, keyFile, serverName, insecureSkipVerify }: Tls): Value {
  return present({
    ca_file: caFile,
    cert_file: certFile,
    key_file: keyFile,
    server_name: serverName,
    insecure_skip_verify: insecureSkipVerify,
  });
}

function text(refresh: Parameters<typeof duration>[0] | undefined): string | undefined {
  return refresh === undefined ? undefined : durationText(duration(refresh));
}
