/**
 * The voting app: what runs, on which port, and who calls whom. `vote` takes votes and pushes them to `redis`, `worker`
 * pops them and writes them to `db`, `result` shows the count.
 */

/**
 * The name of the Compose project that the voting app runs under: that of the folder with its compose.yaml, unless
 * `name:`, COMPOSE_PROJECT_NAME or `-p` says otherwise. Containers of other projects are not looked at.
 */
export const composeProject = 'example-voting-app';

/**
 * How the services with metrics of their own are found: at the plan's three addresses, or by DNS where one of them is
 * scaled (`docker compose up --scale worker=2`): then each container is scraped by itself.
 */
export const scaling: 'static' | 'dns' = 'static';

interface Service {
  readonly port: number;
  /** Whether the plan expects its own `/metrics`; the stock images have none. */
  readonly metrics: 'planned' | 'exporter';
  readonly calls: readonly string[];
  /** What a person sees when it is gone. */
  readonly does: string;
}

export const services = {
  vote: { port: 80, metrics: 'planned', calls: ['redis'], does: 'takes votes and pushes them to Redis' },
  result: { port: 80, metrics: 'planned', calls: ['db'], does: 'shows the count' },
  worker: { port: 80, metrics: 'planned', calls: ['redis', 'db'], does: 'moves votes from Redis to PostgreSQL' },
  redis: { port: 6379, metrics: 'exporter', calls: [], does: 'holds votes until the worker takes them' },
  db: { port: 5432, metrics: 'exporter', calls: [], does: 'keeps the votes, on the volume db-data' },
} as const satisfies Readonly<Record<string, Service>>;
