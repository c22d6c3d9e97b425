/** The steps of the check that look at the files of a build. */
import { chmodSync } from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { fill, freshFolder } from '../../../test/support/folder.ts';
import { writeFiles } from '../../emit/files/write.ts';
import { buildOutputs } from '../outputs.ts';
import { loadProject, type Project } from '../project.ts';
import { distStep, promtoolStep } from './dist.ts';
import type { CheckStep } from './perform.ts';

let template: Project;
beforeAll(async () => {
  template = await loadProject({ folder: join(import.meta.dirname, '../../template') });
});
afterEach(() => vi.unstubAllEnvs());

async function found(step: CheckStep): Promise<readonly string[]> {
  if ('skipped' in step) throw new Error(step.skipped);
  return (await step.run()).split('\n');
}

it('names what is missing, what no definition makes any longer, and what no build has made', async () => {
  const folder = freshFolder();
  const { name } = template.config;
  const { files } = await buildOutputs(template);
  const last = [...files].filter(([path]) => path !== 'prometheus/rules/alerts.yml');
  const made = [...last, ['old/rules.yml', 'groups: []\n']] as const;
  writeFiles({ folder: join(folder, 'dist'), files: made, project: { name, folder: template.folder } });
  fill(folder, { 'dist/notes.txt': 'mine' });
  const dist = relative(template.folder, join(folder, 'dist'));
  const lines = await found(distStep({ ...template, config: { ...template.config, dist } }));
  expect(lines.map((line) => line.replace(dist, 'dist'))).toEqual([
    'stale    dist/model.json',
    'stale    dist/old/rules.yml',
    'stale    dist/prometheus/rules/alerts.yml',
    'strange  dist/notes.txt',
    'dist/ is not what the definitions say: build it anew.',
    'No build has made what is strange in dist/: move or delete it.',
  ]);
});

it('has promtool read the files of each output', async () => {
  const folder = freshFolder();
  fill(folder, {
    'bin/promtool': '#!/bin/sh\necho "$PWD: $*"\nexit 1\n',
    'dist/prometheus/prometheus.yml': '',
    'dist/prometheus/rules/shop.yml': '',
    'dist/staging/prometheus/prometheus.yml': '',
    'dist/staging/prometheus/tests/shop.yml': '',
  });
  chmodSync(join(folder, 'bin/promtool'), 0o755);
  vi.stubEnv('PATH', `${join(folder, 'bin')}${delimiter}${process.env.PATH}`);
  const profile = { profile: 'production' } as const;
  const config = { ...template.config, outputs: { '.': profile, staging: profile, test: profile } };
  const lines = await found(promtoolStep({ ...template, folder, config }));
  expect(lines.filter((line) => line !== '')).toEqual([
    `${folder}/dist/test/prometheus is missing: build it.`,
    `${folder}/dist/prometheus: check config --syntax-only prometheus.yml`,
    `${folder}/dist/prometheus: check rules rules/shop.yml`,
    `${folder}/dist/staging/prometheus: check config --syntax-only prometheus.yml`,
    `${folder}/dist/staging/prometheus: test rules tests/shop.yml`,
  ]);
});
