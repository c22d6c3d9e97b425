/**
 * Loads the definitions, and again whenever it is asked, in a process of its own: definitions may hang, or end it. The
 * library stays in its memory; of the definitions, what did not change.
 */
import { join, sep } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { withoutExit } from '../../lib/bin/guard.js';
import { CONFIG } from '../../lib/bin/inputs.js';
import type { Project } from '../../lib/cli/project.ts';
import { undefinedText } from '../../lib/cli/undefined-text.ts';
import type { Model } from '../../lib/model/model.ts';
import type { Problem } from '../../lib/model/problem.ts';
import type { Resolution } from '../../lib/model/resolve/resolve.ts';
import type { TryRequest } from '../protocol.ts';
import { changesOf } from './changes.ts';
import type { About, Failed, Loaded, LoadedProfile, Question, Reply, TryOutcome } from './loaded.ts';
import { modulesIn } from './modules.ts';
import { lineAt } from './problems-of-failure.ts';
import { placesAreOfSources } from './sources.ts';

/** The project's folder, with a slash at its end. */
const ROOT = join(process.argv[2] ?? process.cwd(), '/');

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

type Library = Awaited<ReturnType<typeof library>>;

const waiting = library();
// Whoever asks for a load hears of it.
waiting.catch(() => undefined);
const modules = modulesIn(ROOT.replace(/\/$/, ''));
const changes = changesOf();

/** What was loaded last: what is tried is tried on it. */
let loaded: Project | undefined;
/** What the rules said last: it stands until they say something else. */
let problems: readonly Problem[] = [];
/** The profiles as they were described last. */
let profiles: readonly LoadedProfile[] = [];
/** What the project is made of; unknown until it could be loaded. */
let about: About | undefined;
/** The load that was asked for last: what an older one would find is out of date. */
let newest = 0;

async function load(id: number): Promise<void> {
  if (newest !== id) return;
  try {
    const parts = await waiting;
    await modules.refresh();
    const project = await withoutExit(() =>
      parts.loadProject({ folder: ROOT, load: (file) => modules.load(join(ROOT, file)) }),
    );
    loaded = project;
    about = aboutOf(project);
    const resolutions = await drawn(id, parts, project.model);
    // What was asked meanwhile comes in first.
    await turn();
    if (newest !== id) return;
    problems = [...(await withoutExit(() => parts.unlisted(project))), ...parts.check(...resolutions)];
    const whole = described(parts, project.model, resolutions);
    profiles = whole.profiles;
    await reply(id, 'final', changes(whole));
  } catch (error) {
    await reply(id, 'final', failure(error));
  }
}

/** Resolves profile by profile, and sends each at once: people look at one, and mostly at the first. */
async function drawn(id: number, parts: Library, model: Model): Promise<readonly Resolution[]> {
  const before = new Map(profiles.map((profile) => [profile.state.name, profile]));
  const resolutions: Resolution[] = [];
  for (const profile of model.profiles) {
    const resolution = parts.resolve(model, profile);
    resolutions.push(resolution);
    const part = described(parts, model, resolutions, [resolution]);
    for (const each of part.profiles) before.set(profile, each);
    profiles = model.profiles.flatMap((name) => before.get(name) ?? []);
    await reply(id, 'drawn', changes({ ...part, profiles }));
  }
  return resolutions;
}

/** All profiles that are resolved, or those that are `wanted`. */
function described(
  { describeModels, originOf, placeText }: Library,
  model: Model,
  resolutions: readonly Resolution[],
  wanted = resolutions,
  found = problems,
): Loaded {
  const signals = new Map(model.signals.map((each) => [each.id, each]));
  const placeOf = (id: string): string | undefined => {
    const signal = signals.get(id);
    return signal === undefined ? undefined : placeText(originOf(signal, id));
  };
  const models = resolutions.map((resolution) => resolution.model);
  return describeModels(
    wanted.map((resolution) => resolution.model),
    { models, problems: found, placeOf },
  );
}

async function tried(request: TryRequest): Promise<TryOutcome> {
  try {
    if (loaded === undefined) return { kind: 'refused', message: 'No definitions are loaded.' };
    const parts = await waiting;
    const model = parts.withTried(loaded.model, request);
    const resolutions = model.profiles.map((profile) => parts.resolve(model, profile));
    const wanted = resolutions.filter(({ model: { profile } }) => profile === request.profile);
    const whole = described(parts, model, resolutions, wanted, parts.check(...resolutions));
    const dashboard = whole.profiles[0]?.state.dashboards.find(({ uid }) => uid === request.dashboard);
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
  const message = undefinedText(plainMessage(error.message));
  if (path === undefined) return { kind: 'failed', message };
  const file = plainPath(path).replace(ROOT, '');
  const source = lineAt(ROOT, `${file}:${line}`);
  return { kind: 'failed', message, file, line: Number(line), ...(source === undefined ? {} : { source }) };
}

function plainPath(path: string): string {
  return path.startsWith('file://') ? fileURLToPath(path) : path;
}

/** Without the compiler's preamble, the project's own path, the loader's marks on file names, and the place of its own. */
function plainMessage(message: string): string {
  return message
    .replace(/^Transform failed with \d+ errors?:\n/, '')
    .replaceAll(ROOT, '')
    .replaceAll('file://', '')
    .replace(/\?[a-z-]+=\d+/g, '')
    .replace(/^\S+:\d+:\d+: ERROR: /, '');
}

/** The first place that is a definition's, else the first one. */
function ownFrame({ stack = '' }: Error): string {
  const frames = stack.split('\n').filter((line) => !line.includes('node_modules') && FRAME.test(line));
  const packages = modules.held().map((folder) => join(ROOT, folder, '/'));
  const isOwn = (line: string): boolean => line.includes(ROOT) && !packages.some((folder) => line.includes(folder));
  return frames.find(isOwn) ?? frames[0] ?? '';
}

/** Where the definitions stand: the folders that the configuration names, and those of all that it reaches. */
function aboutOf({ config }: Project): About {
  const { runbooks, registries } = config;
  const files = [...modules.files(), ...Object.keys(registries), ...(runbooks === undefined ? [] : [runbooks])];
  const held = modules.held();
  const first = files.map((file) => file.split(sep)[0] ?? file);
  return { watched: [...new Set([CONFIG, ...first, ...held])], held };
}

/** Ends when it has left the process: a long one takes several turns. */
function reply(id: number, is: Reply['is'], outcome: Reply['outcome']): Promise<void> {
  return new Promise((resolve) => {
    process.send?.({ id, is, outcome, ...(about && { about }) } satisfies Reply, undefined, undefined, () => resolve());
  });
}

placesAreOfSources();
let queue: Promise<unknown> = Promise.resolve();
// The other side of the channel sends nothing else.
process.on('message', ({ id, ask }: Question) => {
  if (ask === 'load') newest = id;
  queue = queue.then(async () => {
    if (ask === 'load') await load(id);
    else await reply(id, 'final', await tried(ask));
  });
});
process.on('disconnect', () => process.exit(0));
