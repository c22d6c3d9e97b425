/**
 * Grafana's foundation SDK, the part that the classic format needs. The only file that loads it.
 *
 * Panels are built with the SDK's generic builder and not with its builder per kind: those know the options of Grafana
 * 11, ours are typed after 13 (`schema.ts`), and loading all kinds costs more than the rest of a build.
 */
import { createRequire } from 'node:module';
import type { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import type * as Sdk from '@grafana/grafana-foundation-sdk/dashboard';
import type { Plain } from '../schema.ts';

/**
 * Loaded with require(), which takes half the time of import: for import, Node reads every file of a CommonJS package
 * once more to find the names that it exports.
 */
// require() knows no types; these are the ones that the package ships beside the file.
export const sdk = createRequire(import.meta.url)('@grafana/grafana-foundation-sdk/dashboard') as typeof Sdk;

/** What was built, by the types of what JSON holds: with the members of enums as their values. */
export function plain<T>(built: T): Plain<T> {
  // They are their values at run time; what JSON cannot hold is refused when the file is written.
  return built as Plain<T>;
}

/** A value for a setter of the SDK, which asks for members of its own enums. */
export function inSdk<T>(value: Plain<T>): T {
  // As above.
  return value as T;
}

/** A query for a setter of the SDK, which asks for a builder. */
export function queryBuilder(query: object): Builder<Dataquery> {
  // Its type asks for a method too, which says that this is a query, and which no file can hold.
  return { build: () => query as Dataquery };
}
