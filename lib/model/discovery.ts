/**
 * How Prometheus finds targets that nobody lists, and how it speaks to them. The words are Prometheus' own; secrets stay
 * in files that it reads itself.
 * Source: https://prometheus.io/docs/prometheus/latest/configuration/configuration/
 */
import type { DurationText } from '../units/duration.ts';

/** How to know a server, and to be known by it. A client's certificate has a key. */
export type Tls = {
  readonly caFile?: string;
  readonly serverName?: string;
  /** Takes any certificate: whoever answers is believed. */
  readonly insecureSkipVerify?: true;
} & ({ readonly certFile: string; readonly keyFile: string } | { readonly certFile?: never; readonly keyFile?: never });

/** `basic_auth` with the file that holds the password. */
interface BasicAuth {
  readonly username: string;
  readonly passwordFile: string;
}

/** `authorization` with the file that holds the token. */
interface Authorization {
  /** `Bearer` unless told. */
  readonly type?: string;
  readonly credentialsFile: string;
}

/** How Prometheus makes a request. */
export interface HttpClient {
  readonly credentials?: BasicAuth | Authorization;
  readonly tls?: Tls;
}

/** Names that resolve to targets. An SRV record has the port; of other records it is said. */
type Dns = { readonly kind: 'dns'; readonly names: readonly string[]; readonly refresh?: DurationText } & (
  | { readonly type?: 'SRV'; readonly port?: never }
  | { readonly type: 'A' | 'AAAA' | 'MX' | 'NS'; readonly port: number }
);

/** Files with targets and their labels, read again whenever they change. A `*` may stand in the last part of a path. */
interface TargetFiles {
  readonly kind: 'file';
  readonly files: readonly (`${string}.json` | `${string}.yml` | `${string}.yaml`)[];
  readonly refresh?: DurationText;
}

/** An address that answers with targets and their labels. */
interface Http extends HttpClient {
  readonly kind: 'http';
  readonly url: string;
  readonly refresh?: DurationText;
}

/** The containers of a Docker daemon. */
interface Docker extends HttpClient {
  readonly kind: 'docker';
  /** `unix:///var/run/docker.sock`, or the address of a daemon. */
  readonly host: string;
  /** Of containers that publish none. */
  readonly port?: number;
  readonly filters?: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly refresh?: DurationText;
}

/** What a Kubernetes API server knows; inside a cluster that server needs no address. */
interface Kubernetes extends HttpClient {
  readonly kind: 'kubernetes';
  readonly role: 'endpoints' | 'endpointslice' | 'ingress' | 'node' | 'pod' | 'service';
  readonly apiServer?: string;
  /** All namespaces unless told. */
  readonly namespaces?: readonly string[];
  readonly selectors?: readonly {
    readonly role: Kubernetes['role'];
    readonly label?: string;
    readonly field?: string;
  }[];
}

/**
 * A way to find targets.
 *
 * @example { kind: 'dns', names: ['tasks.shop'], type: 'A', port: 80 }
 * @example { kind: 'file', files: ['targets/*.yml'] }
 * @example { kind: 'kubernetes', role: 'pod', namespaces: ['shop'] }
 */
export type Discovery = Dns | TargetFiles | Http | Docker | Kubernetes;

/** Whether what it finds comes with the labels that its source gives it; else only relabelling can add some. */
export const BRINGS_LABELS: Readonly<Record<Discovery['kind'], boolean>> = {
  dns: false,
  docker: false,
  file: true,
  http: true,
  kubernetes: false,
};
