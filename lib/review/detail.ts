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

/** What stands for a secret in a record: two of them differ where the secrets do. */
const HIDDEN = /hidden \([0-9a-f]+\)/g;

/** The same of settings: of a secret is said that it is another one, and nothing that it could be guessed by. */
export function differingSettings(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly Detail[] {
  return differing(before, after).map(({ what, before: was, after: is }) => {
    const now = was === undefined ? 'a value that is not shown' : 'a new value (neither is shown)';
    return detailOf(what, was?.replace(HIDDEN, 'the old one'), is?.replace(HIDDEN, now));
  });
}
