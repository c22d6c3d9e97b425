/**
 * Which version of each server the stack runs, and which one the tests run against. The two differ where a
 * server cannot be built from its module: then a recording, a parser or a schema stands in, and `differs` says so.
 */

/** A Go module whose commands are servers or their tools: `npm run servers` builds them. */
export interface GoModule {
  readonly module: string;
  readonly version: string;
  /** Build tags, or none. */
  readonly tags: readonly string[];
  /** The name of each program, and its package inside the module: '.' where the module itself is it. */
  readonly commands: Readonly<Record<string, string>>;
  /** Files that the module's archive lacks and a program needs: by program, path inside the module and content. */
  readonly adds?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface ServerVersion {
  /** What the stack runs, with its tag. */
  readonly image: string;
  /** What the tests run: a version, or what stands in for the server. */
  readonly tested: string;
  /** Why the tests do not run what the stack runs; absent where they do. */
  readonly differs?: string;
  readonly build?: GoModule;
}

export const versions = {
  prometheus: {
    image: 'prom/prometheus:v3.16.0',
    tested: '3.16.0',
    build: {
      module: 'github.com/prometheus/prometheus',
      // Prometheus 3.16.0: its Go module counts 0.316.0, because a module path without /v3 cannot reach version 3.
      version: 'v0.316.0',
      // Service discovery of clouds is left out: their libraries are half the build. (moby is Docker.)
      tags: ['remove_all_sd', 'enable_dns_sd', 'enable_moby_sd'],
      commands: { promtool: 'cmd/promtool', prometheus: 'cmd/prometheus' },
    },
  },
  alertmanager: {
    image: 'prom/alertmanager:v0.34.2',
    tested: '0.34.2',
    build: {
      module: 'github.com/prometheus/alertmanager',
      version: 'v0.34.2',
      tags: [],
      commands: { amtool: 'cmd/amtool', alertmanager: 'cmd/alertmanager' },
      // The page is compiled into the server; the archive has only its sources, and no test looks at it.
      adds: { alertmanager: { 'ui/app/dist/index.html': '<!doctype html><title>Alertmanager</title>' } },
    },
  },
  grafana: {
    image: 'grafana/grafana:13.2.3',
    tested: 'the dashboard types of @grafana/schema',
    differs: 'Grafana is not published as a Go module; its own types stand in.',
  },
  loki: {
    image: 'grafana/loki:3.7.8',
    tested: 'a recorded scrape of 3.7.8, and its recorded answers to queries',
    differs: 'Queries and rules are held to what it once answered and refused; none is run in the tests.',
  },
  alloy: {
    image: 'grafana/alloy:v1.21.2',
    tested: 'the parser of its configuration',
    differs: 'Alloy is not published as a Go module that builds.',
  },
  cadvisor: {
    image: 'ghcr.io/google/cadvisor:0.60.5',
    tested: 'a recorded scrape of 0.60',
    differs: 'cAdvisor needs a Docker engine to see containers; the tests run without one.',
  },
  nodeExporter: {
    image: 'prom/node-exporter:v1.12.1',
    tested: '1.12.1',
    build: {
      module: 'github.com/prometheus/node_exporter',
      version: 'v1.12.1',
      tags: [],
      commands: { node_exporter: '.' },
    },
  },
  blackboxExporter: {
    image: 'prom/blackbox-exporter:v0.28.0',
    tested: '0.28.0',
  },
  postgresExporter: {
    image: 'prometheuscommunity/postgres-exporter:v0.20.1',
    tested: '0.17.1',
    differs:
      'The newest that can be had as a Go module is older than the image: what 0.18 to 0.20 renamed shows only on a running stack.',
  },
  socketProxy: {
    image: 'wollomatic/socket-proxy:1.12.2',
    tested: 'nothing',
    differs: 'It needs a Docker engine; its flags are those of its own documentation.',
  },
  postgres: {
    image: 'postgres:15-alpine',
    tested: 'PostgreSQL 15 of the system’s packages',
    differs: 'It is the voting app’s own image, and no Docker runs in the tests.',
  },
  redisExporter: {
    image: 'oliver006/redis_exporter:v1.88.0',
    tested: '1.45 of the system’s packages, and a recorded scrape of 1.88.0',
    differs: 'It is not published as a Go module.',
  },
} as const satisfies Readonly<Record<string, ServerVersion>>;

/** What is run over this repository, and is no server: built as the servers are. */
export const tools = {
  actionlint: {
    version: '1.7.7',
    build: {
      module: 'github.com/rhysd/actionlint',
      version: 'v1.7.7',
      tags: [],
      commands: { actionlint: 'cmd/actionlint' },
    },
  },
} as const satisfies Readonly<Record<string, { readonly version: string; readonly build: GoModule }>>;

/** A Go module of this repository, and what is built in it. */
export interface OwnModule {
  readonly folder: string;
  /** By the program's name: the package, as `go build` takes it there, and the version that stands in the module's go.mod. */
  readonly commands: Readonly<Record<string, { readonly package: string; readonly version: string }>>;
}

/**
 * What is built in modules of this repository: readers of files, with the parsers of servers that cannot be had whole,
 * and a server that can only be built as a part of another module.
 */
export const ownModules = [
  {
    folder: 'scripts/servers/checkers',
    commands: {
      'compose-check': { package: './compose-check', version: 'compose-go 2.16.2' },
      'alloy-check': { package: './alloy-check', version: 'alloy/syntax 0.1.1' },
    },
  },
  {
    folder: 'scripts/servers/exporters',
    commands: {
      blackbox_exporter: { package: 'github.com/prometheus/blackbox_exporter', version: '0.28.0' },
      postgres_exporter: {
        package: 'github.com/prometheus-community/postgres_exporter/cmd/postgres_exporter',
        version: '0.17.1',
      },
    },
  },
] as const satisfies readonly OwnModule[];
