/** Loads an overrides file, which is TypeScript of the project itself. */
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { done, failed, type Outcome } from '../problem.ts';
import type { OverridesFile } from './apply.ts';
import type { Overrides } from './overrides.ts';

/** The overrides of a file; none when there is no such file. */
export async function loadOverrides(path: string): Promise<Outcome<OverridesFile>> {
  if (!existsSync(path)) return done({ path, text: '', overrides: {} });
  try {
    const loaded: { readonly default?: unknown } = await import(pathToFileURL(path).href);
    const text = readFileSync(path, 'utf8');
    return isOverrides(loaded.default) ? done({ path, text, overrides: loaded.default }) : notOverrides(path);
  } catch (error) {
    return failed({
      where: path,
      rule: 'metrics/override',
      found: `a file that does not load (${error instanceof Error ? error.message : String(error)})`,
      allowed: 'a TypeScript module',
      remedy: 'Correct the file, then run the command again.',
    });
  }
}

function notOverrides(path: string): Outcome<never> {
  return failed({
    where: path,
    rule: 'metrics/override',
    found: 'no default export that holds overrides',
    allowed: '`export default overrides({ … })`',
    remedy: 'Export the overrides as default.',
  });
}

function isOverrides(value: unknown): value is Overrides {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every((one) => typeof one === 'object' && one !== null && typeof one.reason === 'string');
}
