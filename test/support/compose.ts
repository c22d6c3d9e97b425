/** Compose's own word on files of ours: they are merged as `docker compose -f one -f two` merges them. */
import { execFileSync } from 'node:child_process';
import { requireServer } from './servers.ts';

export interface ComposeService {
  readonly image: string;
  readonly command?: readonly string[] | null;
  readonly environment?: Readonly<Record<string, string | null>>;
  readonly networks?: Readonly<Record<string, unknown>> | null;
  readonly network_mode?: string;
  readonly ports?: readonly { readonly host_ip?: string; readonly published: string; readonly target: number }[];
  readonly volumes?: readonly {
    readonly type: string;
    readonly source: string;
    readonly target: string;
    readonly read_only?: boolean;
  }[];
  readonly secrets?: readonly { readonly source: string }[];
  readonly devices?: readonly { readonly source: string }[];
  readonly cap_add?: readonly string[];
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly read_only?: boolean;
  readonly mem_limit?: string;
  readonly restart?: string;
  readonly logging?: { readonly options?: Readonly<Record<string, string>> };
}

/** A project as Compose understands it: variables replaced, paths absolute, short forms spelled out. */
export interface ComposeProject {
  readonly name: string;
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly networks: Readonly<
    Record<string, { readonly name: string; readonly external?: boolean; readonly internal?: boolean }>
  >;
  readonly volumes: Readonly<Record<string, { readonly name: string; readonly external?: boolean }>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

/**
 * The project of some files, paths from `folder`.
 *
 * @throws Error with Compose's message when it refuses them.
 */
export function composeProjectOf(
  folder: string,
  files: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): ComposeProject {
  const text = execFileSync(requireServer('compose-check'), files, {
    cwd: folder,
    env: environment,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 16 * 1024 * 1024,
  });
  return JSON.parse(text);
}
