/** What forms may be given besides the findings. */
import type { Finding } from '../finding.ts';
import type { PanelPictures } from '../pictures.ts';
import type { Published } from './markdown-pictures.ts';

/** What a form may use. */
export interface FormOptions {
  /** Whether escapes for colours are understood where it is printed. */
  readonly colours: boolean;
  /** Panels that are drawn differently. */
  readonly pictures?: readonly PanelPictures[];
  /** Where links to pictures lead. */
  readonly published?: Published;
  /** Where what a finding is about is written: at its definition, or else in the file that was compared. */
  readonly placeOf?: PlaceOf;
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
