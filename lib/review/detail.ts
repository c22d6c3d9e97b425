/** Values before and after, by where they stand: what every record keeps that has no word of its own. */
import { contrast, listed, short } from './words.ts';

/** One thing before and after; without a `before` it is new, without an `after` it is gone. */
export interface Detail {
  readonly what: string;
  readonly before?: string;
  readonly after?: string;
}

/** A value at a path, before and after. */
export function detailOf(what: string, before: string | undefined, after: string | undefined): Detail {
  return { what, ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}

/** `options.legend.placement: "right" instead of "bottom"`, for each. */
export function saysAll(details: readonly Detail[]): string {
  return listed(
    details.map(({ what, before, after }) => {
      if (after === undefined) return `${short(what)} no longer set, was ${short(before ?? '', 60)}`;
      if (before === undefined) return `${short(what)} ${short(after, 60)}`;
      const [was, is] = contrast(before, after, 60);
      return `${short(what)} ${is} instead of ${was}`;
    }),
  );
}

/** What differs between two records of values by their paths, sorted. */
export function differing(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly Detail[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths
    .filter((path) => before.get(path) !== after.get(path))
    .map((path) => detailOf(path, before.get(path), after.get(path)));
}
