/**
 * Loads the definitions once, in a process of its own, and ends. Node never forgets a module, so that a fresh look at
 * changed files needs a fresh process; this one imports the library beforehand and waits, so that a change costs the
 * definitions alone.
 */
import { fileURLToPath } from 'node:url';
import type { Failed, Outcome } from './loaded.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Everything but the definitions. Not imported at the top: the library may be what is broken. */
async function library() {
  const [{ check }, { resolve }, { describeModels }, { loadModel }, { unlisted }] = await Promise.all([
    import('../../lib/check/check.ts'),
    import('../../lib/model/resolve/resolve.ts'),
    import('./describe.ts'),
    import('../../scripts/project.ts'),
    import('../../scripts/listed.ts'),
    import('../../lib/index.ts'),
  ]);
  return { check, resolve, describeModels, loadModel, unlisted };
}

async function load(waiting: ReturnType<typeof library>): Promise<Outcome> {
  try {
    const { check, resolve, describeModels, loadModel, unlisted } = await waiting;
    const model = await loadModel();
    const resolutions = model.profiles.map((profile) => resolve(model, profile));
    const models = resolutions.map((resolution) => resolution.model);
    return describeModels(models, [...(await unlisted()), ...check(...resolutions)]);
  } catch (error) {
    return failure(error);
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

const waiting = library();
// Whoever asks for a load hears of it.
waiting.catch(() => undefined);
process.on('message', () => {
  void load(waiting).then((outcome) => process.send?.(outcome, () => process.exit(0)));
});
process.on('disconnect', () => process.exit(0));
