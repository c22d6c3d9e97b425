/** Serves the dashboards until it is ended. */
import { startPreview } from '../../preview/server/server.ts';
import { stateLine, teller } from '../../preview/server/terminal.ts';

interface Options {
  readonly port?: number;
  readonly prometheus?: string;
  readonly loki?: string;
}

/** Loads the definitions while `page` is being got ready; then says where to look. */
export async function show(options: Options, root: string, page: () => Promise<void>): Promise<number> {
  const preview = await startPreview({
    ...options,
    root,
    mode: 'watch',
    onState: teller((line) => process.stdout.write(`${line}\n`)),
  });
  try {
    await Promise.all([page(), preview.state.ready]);
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
