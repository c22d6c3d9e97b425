/** `npm run preview`: the dashboards of this project, with a page that is installed and bundled when it is needed first. */
import { join } from 'node:path';
import { previewCommand } from './preview/command.ts';
import { root } from './project.ts';

await previewCommand({
  name: 'npm run preview --',
  root,
  page: join(root, 'preview/build'),
  async ensure(progress) {
    const { ensurePage } = await import('../preview/server/install.ts');
    await ensurePage(root, progress);
  },
}).parseAsync();
