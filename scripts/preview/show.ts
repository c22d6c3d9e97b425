/** Serves the dashboards until it is ended. */
import { startPreview } from '../../preview/server/server.ts';
import { stateLine, teller } from '../../preview/server/terminal.ts';
import type { Prepared } from './command.ts';

interface Options {
  readonly port?: number;
  readonly prometheus?: string;
  readonly loki?: string;
}

/** Loads the definitions while the page is being got ready; then says where to look. */
export async function show(options: Options, { root, page, ensure, progress }: Prepared): Promise<number> {
  const preview = await startPreview({
    ...options,
    root,
    page,
    mode: 'watch',
    onState: teller((line) => process.stdout.write(`${line}\n`)),
  });
  try {
    await ensure();
    await told(preview.state.ready, progress);
  } catch (error) {
    await preview.stop();
    throw error;
  }
  process.stdout.write(`${stateLine(preview.state.now())}\n`);
  process.stdout.write(`${preview.url}  watching ${preview.state.now().status.files} files; end with Ctrl+C\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await preview.stop();
  return 0;
}

const TICK_MS = 1_000;

/** Says what is going on for as long as it does. */
async function told(loading: Promise<void>, { wait, done }: Prepared['progress']): Promise<void> {
  const started = Date.now();
  const timer = setInterval(() => wait('loading the definitions', Math.round((Date.now() - started) / 1_000)), TICK_MS);
  await loading.finally(() => {
    clearInterval(timer);
    done();
  });
}
