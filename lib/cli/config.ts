/**
 * What a project is: its model, the outputs that are made of it, its folders, and where its servers find each other.
 * `plainsight.config.ts` exports it; every command reads it from there.
 */
import type { GrafanaPlace } from '../emit/grafana/provisioning.ts';
import type { ModelInput } from '../model/model.ts';
import type { Step } from '../model/steps/step.ts';

/** One variant of the files: a profile, and what is changed in it. */
export interface Output<Profile extends string = string> {
  readonly profile: Profile;
  /** What is different about it, applied from left to right: `[withThresholds(ordersWaiting, { warning: 10 })]`. */
  readonly steps?: readonly Step[];
}

/** What `plainsight.config.ts` says. */
export interface ConfigInput<Profile extends string = string> {
  /** Names the project in the files that it makes; two projects never remove each other's. */
  readonly name: string;
  /** All definitions; the runbooks are read from their folder. */
  readonly model: Omit<ModelInput, 'profiles' | 'runbooks'> & { readonly profiles: readonly Profile[] };
  /** By folder inside `dist`: `.` is `dist` itself. */
  readonly outputs: Readonly<Record<string, Output<NoInfer<Profile>>>>;
  /** The folder of all files that are made; `dist` unless told. It belongs to the build alone. */
  readonly dist?: string;
  /** A folder with one Markdown file for each alert, named as the alert; left out, alerts have no runbooks. */
  readonly runbooks?: string;
  /**
   * By folder of definitions, the file that lists what lies there: `{ dashboards: 'dashboards/index.ts' }`. A
   * definition that is not listed is then a problem, since it would be missing from `dist` without a word.
   */
  readonly registries?: Readonly<Record<string, string>>;
  /**
   * Whether a picture of each dashboard is committed with the other files, which is so unless told, or made apart:
   * `plainsight build --out <folder>` then draws them, for one run of a workflow to keep.
   */
  readonly pictures?: 'committed' | 'apart';
  /** Where Grafana finds the dashboards and Prometheus; left out, no provisioning files are made. */
  readonly grafana?: GrafanaPlace;
}

/** A configuration as the commands read it. */
export interface Config extends ConfigInput {
  readonly kind: 'config';
  readonly dist: string;
  readonly registries: Readonly<Record<string, string>>;
  readonly pictures: 'committed' | 'apart';
}

/** The file that holds a project's configuration. */
export const CONFIG_FILE = 'plainsight.config.ts';

/**
 * The configuration of a project. What is wrong in it is told by the command that reads it.
 *
 * @example
 * export default defineConfig({
 *   name: 'shop-monitoring',
 *   model: { ...stack, dashboards, alerts },
 *   outputs: { '.': { profile: 'production' } },
 * });
 */
export function defineConfig<const Profile extends string>(input: ConfigInput<Profile>): Config {
  return Object.freeze({ dist: 'dist', registries: {}, pictures: 'committed', ...input, kind: 'config' });
}
