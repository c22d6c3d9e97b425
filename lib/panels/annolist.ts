/**
 * Annotations list: the newest annotations, of every dashboard.
 * A click leads to the panel and the time that an annotation is about.
 *
 * Source: https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/annotations/
 *
 * @example panel.annotationsList({ key: 'events', title: 'Events', description: 'What was done.', tags: ['deployment'] })
 */
import type { Kind } from './kind.ts';

export interface AnnotationsListOptions {
  /** Only annotations that have all of these tags; all where nothing is said. */
  readonly tags?: readonly string[];
  /** How many are listed at most: 10 where nothing is said. */
  readonly most?: number;
}

export const annolist: Kind<AnnotationsListOptions, Required<AnnotationsListOptions>, 'nothing'> = {
  shows: 'nothing',
  height: 7,
  complete: ({ options }) => ({ tags: [], most: 10, ...options }),
};
