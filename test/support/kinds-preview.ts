/** The preview of one dashboard with a panel of each kind, in a copy of the project. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyOfProject, startPreviewIn } from './preview.ts';

const REGISTRY = `export const dashboards = [(await import('../test/support/kinds-dashboard.ts')).default];\n`;

export interface KindsPreview {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts it; `stop` ends it and takes the copy away. */
export async function startKindsPreview(): Promise<KindsPreview> {
  const copy = await copyOfProject();
  try {
    writeFileSync(join(copy.folder, 'dashboards/index.ts'), REGISTRY);
    const preview = await startPreviewIn(copy.folder);
    return {
      url: preview.url,
      async stop() {
        await preview.stop();
        copy.remove();
      },
    };
  } catch (error) {
    copy.remove();
    throw error;
  }
}
