/**
 * Where the definitions stand that a report is about. What is compared holds no places, so that the definitions are
 * evaluated as a build does; a change that broke them is told all the same, at the files that it was built into.
 */
import { join, relative } from 'node:path';
import type { Where } from '../model/problem.ts';
import type { Finding } from '../review/finding.ts';
import { type PlaceOf, placeInFile, type SourcePlace } from '../review/forms/options.ts';
import type { Invocation } from './run.ts';

export interface PlacesOptions {
  /** The folder that was compared, below the project's. */
  readonly folder: string;
  /** Where the repository lies: places are told from there. */
  readonly root: string;
}

/** The place of each finding's definition in the working tree; where there is none, that in the compared file. */
export async function definitionPlaces(invocation: Invocation, { folder, root }: PlacesOptions): Promise<PlaceOf> {
  const places = await placesByKey(invocation);
  const fromRoot = (path: string): string => relative(root, path).replaceAll('\\', '/');
  return (finding) => {
    const { file, line } = places.get(keyOf(finding)) ?? {};
    // A stack names files from where the command runs.
    if (file !== undefined) return placeOf(fromRoot(join(process.cwd(), file)), line);
    const compared = placeInFile(finding);
    return compared && placeOf(fromRoot(join(invocation.folder, folder, compared.file)), compared.line);
  };
}

function placeOf(file: string, line: number | undefined): SourcePlace {
  return { file, ...(line !== undefined && { line }) };
}

function keyOf({ subject }: Finding): string {
  const { what, name, id = '', dashboard = '' } = subject;
  if (what === 'panel') return key('panel', dashboard, id);
  if (what === 'variable') return key('dashboard', dashboard);
  if (what === 'route') return key('route');
  return what === 'dashboard' ? key('dashboard', id) : key(what, name, what === 'alert' ? id : '');
}

const key = (...parts: readonly string[]): string => JSON.stringify(parts.filter((each) => each !== ''));

/** Where everything that has a place of its own was defined, in any of the outputs; the first that has it counts. */
async function placesByKey(invocation: Invocation): Promise<ReadonlyMap<string, Where>> {
  const found = new Map<string, Where>();
  try {
    const { loadProject } = await import('./project.ts');
    const project = await loadProject(invocation);
    const [{ resolveOutputs }, { alertsOf }] = await Promise.all([
      import('./outputs.ts'),
      import('../model/resolved.ts'),
    ]);
    const remember = (where: Where, ...parts: readonly string[]): void => {
      if (!found.has(key(...parts))) found.set(key(...parts), where);
    };
    for (const { model: resolved } of await resolveOutputs(project)) {
      for (const { uid, where, rows } of resolved.dashboards) {
        remember(where, 'dashboard', uid);
        for (const panel of rows.flatMap(({ panels }) => panels)) remember(panel.where, 'panel', uid, String(panel.id));
      }
      if (resolved.alerting !== undefined) remember(resolved.alerting.where, 'route');
      for (const { name, severity, where } of alertsOf(resolved)) remember(where, 'alert', name, severity);
      for (const { rules } of resolved.groups) {
        for (const rule of rules) if (rule.kind === 'recording') remember(rule.where, 'recording rule', rule.name);
      }
    }
  } catch {
    // Two folders of anybody's have no definitions, and why definitions fail is what `plainsight build` says.
  }
  return found;
}
