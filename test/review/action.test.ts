/** The step of action.yml that makes the report, run as a runner does: in Bash, with its files and variables. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../scripts/project.ts';
import { describeUnless } from '../support/servers.ts';
import { diffFolder, folderAt } from './diffing.ts';

interface Action {
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly steps: readonly { readonly id?: string; readonly run?: string }[] };
}

const action: Action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
const script = action.runs.steps.find(({ id }) => id === 'report')?.run ?? '';

const noJq = spawnSync('jq', ['--version']).error === undefined ? undefined : 'no jq; `apt-get install jq` gets it';

describeUnless(noJq, 'the step that makes the report', () => {
  const { path: folder, write } = diffFolder('action');
  const project = join(folder, 'project');
  const { git } = folderAt(project);
  const rules = (severity: string): string =>
    `groups:\n- name: orders\n  rules:\n  - alert: OrdersFail\n    expr: orders_failed > 1\n    labels: { severity: ${severity} }\n`;

  it('writes each form, annotates, and says the counts', () => {
    for (const path of ['project/dist', 'bin']) mkdirSync(join(folder, path), { recursive: true });
    git('init', '-q', '-b', 'main');
    write('project/dist/rules.yml', rules('critical'));
    git('add', '-A');
    git('commit', '-qm', 'first');
    git('checkout', '-qb', 'lower');
    write('project/dist/rules.yml', rules('warning'));
    git('commit', '-qam', 'second');
    // In place of the package that a project has installed.
    write('bin/npx', `#!/bin/sh\nshift 2\nexec "${process.execPath}" "${join(root, 'lib/bin/plainsight.js')}" "$@"\n`);
    chmodSync(join(folder, 'bin/npx'), 0o755);
    const environment = {
      PATH: `${join(folder, 'bin')}:${process.env.PATH ?? ''}`,
      BASE: 'main',
      FOLDER: 'dist',
      REPORT: join(folder, 'data'),
      PAGE: join(folder, 'page'),
      GITHUB_REPOSITORY: 'shop/monitoring',
      GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
      GITHUB_OUTPUT: join(folder, 'output'),
    };
    const shell = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script];
    const ran = spawnSync('bash', shell, { cwd: project, env: environment, encoding: 'utf8' });
    expect([ran.stderr, ran.status]).toEqual(['', 0]);
    expect(ran.stdout).toMatch(/^::warning file=dist\/rules\.yml,line=4,title=alert-severity-lowered [0-9a-f]{8}::/);
    expect(readdirSync(environment.REPORT)).toEqual(['report.json']);
    expect(readdirSync(environment.PAGE)).toEqual(['report.html', 'report.sarif']);
    expect(readFileSync(environment.GITHUB_STEP_SUMMARY, 'utf8')).toMatch(/^\*\*1 danger\*\* · /);
    const outputs = readFileSync(environment.GITHUB_OUTPUT, 'utf8').trim().split('\n');
    expect(outputs).toContain('summary=1 danger');
    expect(outputs).toContain('danger=1');
    expect(outputs).toContain('open=1');
    // Whatever the action offers is there.
    const said = outputs.map((line) => line.split('=')[0]);
    expect(said.toSorted()).toEqual(Object.keys(action.outputs).toSorted());
  });
});
