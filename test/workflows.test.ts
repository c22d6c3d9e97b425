/** What GitHub runs, judged by actionlint: a workflow that does not start tells nobody. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { runToEnd } from './support/process.ts';
import { describeWithServer, requireServer } from './support/servers.ts';

const folder = fileURLToPath(new URL('../.github/workflows', import.meta.url));

describeWithServer(['actionlint'], 'workflows', () => {
  it.each(readdirSync(folder))('%s is one', async (file) => {
    expect(await runToEnd(requireServer('actionlint'), [join(folder, file)])).toBe('');
  });
});
