/** What every drawing needs to know besides its panel. */
import type { KnownJobs } from '../sample/target-labels.ts';
import type { TimeRange } from '../sample/time.ts';
import type { Theme } from './theme.ts';

export interface Context {
  readonly theme: Theme;
  readonly range: TimeRange;
  readonly jobs: KnownJobs;
}
