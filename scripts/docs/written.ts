/**
 * The pages that are generated from the code: `docs/checks.md` from the rules, `docs/review.md` from the kinds of
 * findings, `docs/report.schema.json` from what a report in JSON is read with, `docs/api/` from the doc comments.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { checksPage } from '../../lib/check/documentation.ts';
import { REPORT_SCHEMA } from '../../lib/review/forms/json.ts';
import { entriesOf } from './exports.ts';
import { apiPages } from './pages.ts';
import { reviewPage } from './review-page.ts';

/** The folder below `docs/` that holds generated pages only. */
const API = 'api';

/** Every generated page, by its path inside `docs/`. */
export function generatedPages(root: string): ReadonlyMap<string, string> {
  const api = apiPages(entriesOf(join(root, 'lib')), root);
  return new Map([
    ['checks.md', checksPage()],
    ['review.md', reviewPage(root)],
    ['report.schema.json', reportSchema()],
    ...[...api].map(([path, text]) => [`${API}/${path}`, text] as const),
  ]);
}

/** What `--format json` writes, from the schema that reads it back. */
function reportSchema(): string {
  const schema = toJsonSchema(REPORT_SCHEMA, { errorMode: 'throw' });
  const words = { title: 'A report of plainsight diff', description: 'What `plainsight diff --format json` writes.' };
  return `${JSON.stringify({ ...schema, ...words }, null, 2)}\n`;
}

/** Pages in `docs/` that are not as they would be generated: other text, missing, or no longer made. */
export function outdatedPages(root: string, pages = generatedPages(root)): readonly string[] {
  const changed = [...pages].filter(([path, text]) => textAt(join(root, 'docs', path)) !== text).map(([path]) => path);
  return [...changed, ...leftOver(root, pages)].sort();
}

/** Writes what is outdated, removes what is no longer made, and tells which pages those were. */
export function writePages(root: string): readonly string[] {
  const pages = generatedPages(root);
  const outdated = outdatedPages(root, pages);
  for (const path of outdated) {
    const place = join(root, 'docs', path);
    const text = pages.get(path);
    if (text === undefined) {
      rmSync(place);
      continue;
    }
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
  return outdated;
}

function textAt(place: string): string | undefined {
  return existsSync(place) ? readFileSync(place, 'utf8') : undefined;
}

function leftOver(root: string, pages: ReadonlyMap<string, string>): readonly string[] {
  const folder = join(root, 'docs', API);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => `${API}/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.md') && !pages.has(path));
}
