/** As much of Octokit as is asked for here. What GitHub answers is unknown until it was looked at. */

/** Whether to wait so many seconds and ask again; it was `tried` as many times. */
type Waits = (after: number, options: unknown, client: unknown, tried: number) => boolean;

/** Source: the READMEs of @octokit/core, @octokit/plugin-retry and @octokit/plugin-throttling. */
interface Settings {
  readonly auth: string;
  readonly baseUrl: string;
  readonly log: Readonly<Record<'debug' | 'info' | 'warn' | 'error', () => void>>;
  /** How often, and how many milliseconds its second is. */
  readonly retry: { readonly retries: number; readonly retryAfterBaseValue: number };
  readonly throttle: {
    readonly id: string;
    readonly retryAfterBaseValue: number;
    readonly onRateLimit: Waits;
    readonly onSecondaryRateLimit: Waits;
  };
}

/** A method and a path with holes in braces: `GET /repos/{owner}/{repo}/pulls`. */
type Route = `${'GET' | 'POST' | 'PATCH'} /${string}`;

/** What fills the holes of a route, and what else it is asked with. */
type Parameters = Readonly<Record<string, string | number | bigint>>;

export declare class Client {
  constructor(settings: Settings);
  /** Rejects, with a `status`, when GitHub refuses. */
  request(route: Route, parameters: Parameters): Promise<{ readonly data: unknown }>;
  /** What stands on all pages. */
  paginate(route: Route, parameters: Parameters): Promise<readonly unknown[]>;
}
