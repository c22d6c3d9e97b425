/** Annotations list: the newest annotations. */
import type { Kind } from './kind.ts';

export interface AnnotationsListOptions {
  readonly tags?: readonly string[];
  readonly most?: number;
}

export const annolist: Kind<AnnotationsListOptions, Required<AnnotationsListOptions>, 'nothing'> = {
  shows: 'nothing',
  height: 7,
  complete: ({ options }) => ({ tags: [], most: 10, ...options }),
};
