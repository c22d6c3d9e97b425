/**
 * The forms of a report: each is a function from the same findings to a text.
 *
 * Sentences quote what files say. Nothing in them moves a cursor, but they may hold Markdown, HTML or a mention of
 * everybody: each form escapes what means something where it is shown.
 */
import type { Report } from '../review.ts';
import { annotations } from './annotations.ts';
import { htmlReport } from './html.ts';
import { jsonText } from './json.ts';
import { markdownReport } from './markdown.ts';
import type { FormOptions } from './options.ts';
import { sarifText } from './sarif.ts';
import { terminalText } from './terminal.ts';

/** A form of a report. */
export type Form = (report: Report, options: FormOptions) => string;

/** By the word that asks for it. */
const FORMS: ReadonlyMap<string, Form> = new Map<string, Form>([
  ['terminal', terminalText],
  ['markdown', markdownReport],
  ['html', htmlReport],
  ['json', jsonText],
  ['sarif', sarifText],
  ['annotations', annotations],
]);

/** What can be asked for. */
export const FORM_NAMES: readonly string[] = Object.freeze([...FORMS.keys()]);

/**
 * The form of a name; undefined where there is none.
 *
 * @example formNamed('terminal') === undefined // false
 */
export function formNamed(name: string): Form | undefined {
  return FORMS.get(name);
}
