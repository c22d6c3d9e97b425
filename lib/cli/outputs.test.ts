import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { withAddresses } from '../model/steps/with-addresses.ts';
import type { Output } from './config.ts';
import { buildOutputs } from './outputs.ts';
import { loadProject, type Project } from './project.ts';

let template: Project;
beforeAll(async () => {
  template = await loadProject({ folder: join(import.meta.dirname, '../template') });
});

async function build(outputs: Readonly<Record<string, Output>>, options = {}) {
  const project = { ...template, config: { ...template.config, outputs } };
  const { problems, files } = await buildOutputs(project, { pictures: 'none', ...options });
  return { problems, files: new Map(files) };
}
const production = { profile: 'production' } as const;

it('each output lies in its folder, changed by its own steps', async () => {
  const staging = {
    ...production,
    steps: [withAddresses({ 'localhost:9100': 'staging:9100' })],
  } satisfies Output;
  const { problems, files } = await build({ '.': production, staging });
  expect(problems).toEqual([]);
  expect(files.get('prometheus/prometheus.yml')).not.toContain('staging:9100');
  expect(files.get('staging/prometheus/prometheus.yml')).toContain('replacement: staging:9100');
});

it('what a step has nothing to do with is a problem that names the output and the line', async () => {
  const staging = { ...production, steps: [withAddresses({ 'nobody:1': 'x:1' })] } satisfies Output;
  const { problems, files } = await build({ '.': production, staging });
  expect(problems).toMatchObject([
    {
      where: { what: 'withAddresses() (output staging)', file: 'lib/cli/outputs.test.ts' },
      rule: 'output-step',
      found: 'the address nobody:1, which no job states',
      allowed: 'localhost:9100',
    },
  ]);
  expect(files.size).toBe(0);
});

it('one output alone lies at the root', async () => {
  const { files } = await build({ one: production, two: production }, { output: 'two' });
  expect([...files.keys()].filter((path) => path.startsWith('one/') || path.startsWith('two/'))).toEqual([]);
  expect(files.has('prometheus/prometheus.yml')).toBe(true);
});

it('pictures are drawn unless told otherwise', async () => {
  const { files } = await build({ '.': production }, { pictures: 'light' });
  expect([...files.keys()].filter((path) => path.endsWith('.svg'))).toEqual(['pictures/hosts.svg']);
});

it('pictures that are kept apart are drawn when they are asked for', async () => {
  const project = { ...template, config: { ...template.config, pictures: 'apart' } } as const;
  const drawn = async (options = {}) =>
    [...(await buildOutputs(project, options)).files].map(([path]) => path).filter((path) => path.endsWith('.svg'));
  expect(await drawn()).toEqual([]);
  expect(await drawn({ pictures: 'dark' })).toEqual(['pictures/hosts.svg']);
});

it('without a place for Grafana there are no provisioning files', async () => {
  const { grafana: _, ...config } = template.config;
  const { files } = await buildOutputs({ ...template, config }, { pictures: 'none' });
  expect([...files].filter(([path]) => path.includes('provisioning'))).toEqual([]);
});
