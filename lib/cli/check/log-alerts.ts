/** The step that runs the tests of alerts over log lines, and has promtool say what the alerts then say. */
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LogTestResult, runLogTests } from '../../check/log-tests/log-tests.ts';
import { textFiles } from '../../emit/loki/texts.ts';
import type { Site } from '../../model/model.ts';
import { problemText } from '../../model/problem.ts';
import { resolveOutputs } from '../outputs.ts';
import { ownFolder } from '../own-folder.ts';
import type { Project } from '../project.ts';
import type { CheckStep } from './perform.ts';
import { onThePath, outputOf } from './tool.ts';

/** The step; none for a project without such alerts. Without promtool on the path their texts are left unread. */
export async function logAlertSteps(project: Project): Promise<readonly CheckStep[]> {
  const outputs = await resolveOutputs(project);
  const all = outputs.map(({ model }) => ({ ...runLogTests(model), site: model.site }));
  const count = all.reduce((sum, each) => sum + each.count, 0);
  if (count === 0) return [];
  const promtool = onThePath('promtool');
  const name = `${count} tests of log alerts`;
  const texts: CheckStep = {
    name: 'texts of log alerts',
    skipped: 'no promtool on the PATH; it comes with Prometheus',
  };
  const step: CheckStep = {
    name,
    run: async () => (await Promise.all(all.map((each) => verdict(each, promtool)))).join(''),
  };
  return promtool === undefined ? [step, texts] : [step];
}

async function verdict(
  { problems, seen, site }: LogTestResult & { readonly site: Site },
  promtool: string | undefined,
): Promise<string> {
  if (problems.length > 0) return problems.map(problemText).join('\n\n');
  return promtool === undefined ? '' : await rendered(textFiles(seen, site), promtool);
}

/** What promtool has against the texts. The files are only for it. */
async function rendered(files: ReadonlyMap<string, string>, program: string): Promise<string> {
  if (files.size === 0) return '';
  const folder = ownFolder(tmpdir(), 'log-alerts-');
  try {
    for (const [path, text] of files) writeFileSync(join(folder, path), text);
    return await outputOf({ program, args: ['test', 'rules', 'tests.yml'], folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
