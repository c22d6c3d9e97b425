/** The steps of `npm run check`, in the order in which they are reported. */
import { definitions } from './definitions.ts';
import { queries } from './queries.ts';
import type { Step } from './step.ts';
import { tool } from './tool.ts';

/** All steps; with a Prometheus, its answers too. */
export function steps(prometheus: string | undefined): readonly Step[] {
  return [
    tool('types', 'tsc', ['--noEmit']),
    tool('lint', 'biome', ['check', '--error-on-warnings']),
    tool('import directions', 'vitest', ['run', 'test/rooms.test.ts']),
    tool('unused exports', 'knip', ['--no-progress']),
    definitions,
    ...(prometheus === undefined ? [] : [queries(prometheus)]),
  ];
}
