/**
 * Loads the definitions once, in a process of its own. Node never forgets a module, so that a fresh look at
 * changed files needs a fresh process; this one imports beforehand what its stage names and waits, so that a change
 * costs the rest alone. What it has loaded it keeps, to say what the dashboards would be with other settings.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ownFolder } from '../../lib/cli/own-folder.ts';
import type { Project } from '../../lib/cli/project.ts';
import type { Model } from '../../lib/model/model.ts';
import type { Problem } from '../../lib/model/problem.ts';
import type { TryRequest } from '../protocol.ts';
import type { Failed, Loaded, Outcome, Question, Reply, TryOutcome } from './loaded.ts';
import { isStage, STAGES } from './stages.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Everything but the definitions. Not imported at the top: the library may be what is broken. */
async function library() {
  const [
    { check },
    { resolve },
    { describeModels },
    { loadProject },
    { unlisted },
    { withTried },
    { definitionsOf },
    panels,
    described,
    problem,
  ] = await Promise.all([
    import('../../lib/check/check.ts'),
    import('../../lib/model/resolve/resolve.ts'),
    import('./describe.ts'),
    import('../../lib/cli/project.ts'),
    import('../../lib/cli/listed.ts'),
    import('./tried.ts'),
    import('./write/definition.ts'),
    import('../../lib/model/panels.ts'),
    import('./describe-panel.ts'),
    import('../../lib/model/problem.ts'),
    import('../../lib/index.ts'),
  ]);
  const writable = (model: Model, request: TryRequest) => definitionsOf(model, request, Object.keys(panels));
  return { check, resolve, describeModels, loadProject, unlisted, withTried, writable, ...described, ...problem };
}

async function load(waiting: Promise<Library>): Promise<Outcome> {
  try {
    const parts = await waiting;
    const project = await parts.loadProject({ folder: ROOT });
    const outcome = described(parts, project.model, await parts.unlisted(project));
    loaded = project;
    return outcome;
  } catch (error) {
    return failure(error);
  }
}

type Library = Awaited<ReturnType<typeof library>>;

/** Resolved, checked and described: all profiles, or those that are asked for. */
function described(parts: Library, model: Model, found: readonly Problem[], only?: string): Loaded {
  const { check, resolve, describeModels, originOf, placeText } = parts;
  const resolutions = model.profiles.map((profile) => resolve(model, profile));
  const models = resolutions.map((resolution) => resolution.model);
  const signals = new Map(model.signals.map((each) => [each.id, each]));
  const placeOf = (id: string): string | undefined => {
    const signal = signals.get(id);
    return signal === undefined ? undefined : placeText(originOf(signal, id));
  };
  const wanted = only === undefined ? models : models.filter(({ profile }) => profile === only);
  return describeModels(wanted, [...found, ...check(...resolutions)], placeOf);
}

/** What was loaded last: what is tried is tried on it. */
let loaded: Project | undefined;

async function tried(waiting: Promise<Library>, request: TryRequest): Promise<TryOutcome> {
  try {
    if (loaded === undefined) return { kind: 'refused', message: 'No definitions are loaded.' };
    const parts = await waiting;
    const { profiles } = described(parts, parts.withTried(loaded.model, request), [], request.profile);
    const dashboard = profiles[0]?.state.dashboards.find(({ uid }) => uid === request.dashboard);
    if (dashboard === undefined) return { kind: 'refused', message: `There is no dashboard '${request.dashboard}'.` };
    return { kind: 'tried', dashboard, definitions: parts.writable(loaded.model, request) };
  } catch (error) {
    return { kind: 'refused', message: failure(error).message };
  }
}

const FRAME = /((?:file:\/\/)?\/[^():\s]+\.ts)(?:\?[^:\s]*)?:(\d+):\d+/;

/** The message, and the first place in the project's own files that it names: an error in syntax names it first. */
function failure(error: unknown): Failed {
  if (!(error instanceof Error)) return { kind: 'failed', message: String(error) };
  const [, path, line] = FRAME.exec(error.message) ?? FRAME.exec(ownFrame(error)) ?? [];
  const message = plainMessage(error.message);
  if (path === undefined) return { kind: 'failed', message };
  const file = (path.startsWith('file://') ? fileURLToPath(path) : path).replace(ROOT, '');
  return { kind: 'failed', message, file, line: Number(line) };
}

/** Without the compiler's preamble, the project's own path and the loader's marks on file names. */
function plainMessage(message: string): string {
  return message
    .replace(/^Transform failed with \d+ errors?:\n/, '')
    .replaceAll(ROOT, '')
    .replaceAll('file://', '')
    .replace(/\?[a-z-]+=\d+/g, '');
}

const DEFINITIONS = /\/(?:stack|dashboards|alerts)\//;

function ownFrame({ stack = '' }: Error): string {
  const frames = stack.split('\n').filter((line) => !line.includes('node_modules') && FRAME.test(line));
  return frames.find((line) => DEFINITIONS.test(line)) ?? frames[0] ?? '';
}

/** A definition that cannot be imported is found out again, and told, when it is asked for. */
async function ahead(): Promise<void> {
  const [, , stage] = process.argv;
  const modules = isStage(stage) ? STAGES[stage].imports : [];
  await Promise.allSettled(modules.map((path) => import(pathToFileURL(ROOT + path).href)));
  await transformOnce();
}

/** What changed has to be stripped of its types; a first file starts what does that, which takes as long as the load. */
async function transformOnce(): Promise<void> {
  const folder = ownFolder(tmpdir(), 'preview-loader-');
  try {
    const file = join(folder, 'first.mts');
    // Never seen before: what is known is taken from a cache.
    writeFileSync(file, `export const first: number = ${Date.now()};\n`);
    await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const waiting = library();
// Whoever asks for a load hears of it.
waiting.then(ahead).catch(() => undefined);
// The other side of the channel sends nothing else.
process.on('message', ({ id, ask }: Question) => {
  const answer = ask === 'load' ? load(waiting) : tried(waiting, ask);
  void answer.then((outcome) => process.send?.({ id, outcome } satisfies Reply));
});
process.on('disconnect', () => process.exit(0));
