/** What forms may be given besides the findings. */
import type { Finding } from '../finding.ts';
import type { PanelPictures } from '../pictures.ts';

/** What a form may use. */
export interface FormOptions {
  /** Whether escapes for colours are understood where it is printed. */
  readonly colours: boolean;
  /** Panels that are drawn differently. */
  readonly pictures?: readonly PanelPictures[];
  /** The commits that the pictures lie in. */
  readonly commits?: Commits;
  /** `owner/name` on GitHub, where links to pictures lead. */
  readonly repository?: string;
  /** Where what a finding is about is written: at its definition, or else in the file that was compared. */
  readonly placeOf?: PlaceOf;
}

/** Where both sides are committed. */
export interface Commits {
  /** The folder that was compared, below the repository's own; empty for all of it. */
  readonly folder: string;
  /** Whole hashes: 40 digits. */
  readonly before: string;
  readonly after: string;
}

/** A line of a file, from 1. */
export interface SourcePlace {
  /** Below the repository's folder, with `/`. */
  readonly file: string;
  readonly line?: number;
}

/** Nothing where a finding is about no file. */
export type PlaceOf = (finding: Finding) => SourcePlace | undefined;

/** The place in the file that was compared. */
export const placeInFile: PlaceOf = ({ subject: { place } }) => {
  if (place.file === '.') return undefined;
  return { file: place.file, ...(place.line !== undefined && { line: place.line }) };
};
