/** `plainsight diff` as it is called: what it prints, how it ends, and what it says of arguments that lead nowhere. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diffFolder, diffIn, folderAt } from './diffing.ts';

const { path: folder, write } = diffFolder('diff');
const run = diffIn(folder);

const rule = (severity: string): string =>
  `groups:\n- name: orders\n  rules:\n  - alert: OrdersFail\n    expr: orders_failed > 1\n    labels: { severity: ${severity} }\n`;

write('before/rules.yml', rule('critical'));
write('lowered/rules.yml', rule('warning'));
write('raised/rules.yml', rule('emergency'));

describe('two folders', () => {
  it.each([
    [['--from', 'before', '--to', 'lowered'], 0, '1 danger  before → lowered'],
    [['--from', 'before', '--to', 'lowered', '--fail-on', 'danger'], 1, '1 danger  before → lowered'],
    [['--from', 'before', '--to', 'raised', '--fail-on', 'danger'], 0, '1 alert  before → raised'],
    [['--from', 'before', '--to', 'before'], 0, 'nothing changed  before → before'],
  ])('%j ends with %d', async (args, code, first) => {
    const ran = await run(...args);
    expect(ran.out.split('\n')[0]).toBe(first);
    expect(ran.code).toBe(code);
  });
});

describe('several forms', () => {
  it('are made of one comparison: files beside what is printed', async () => {
    const ran = await run(
      '--from',
      'before',
      '--to',
      'lowered',
      '--format',
      'json=a.json',
      '--format',
      'sarif=a.sarif',
    );
    expect(ran).toEqual({ out: '', err: '', code: 0 });
    expect(JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8'))).toMatchObject({ summary: '1 danger' });
    expect(readFileSync(join(folder, 'a.sarif'), 'utf8')).toContain('"ruleId": "alert-severity-lowered"');
  });

  it('are refused where one cannot be written', async () => {
    const ran = await run('--from', 'before', '--to', 'lowered', '--format', 'json=nowhere/a.json');
    expect(ran.err).toContain('nowhere/a.json: there is no such file or folder (ENOENT).');
    expect([ran.out, ran.code]).toEqual(['', 1]);
  });
});

describe('a commit that acknowledges a danger', () => {
  const home = join(folder, 'repository');
  const { git } = folderAt(home);
  const command = diffIn(home);

  it('holds for the change that it is part of', async () => {
    write('repository/dist/rules.yml', rule('critical'));
    git('init', '-q', '-b', 'main');
    git('add', '-A');
    git('commit', '-qm', 'first');
    git('checkout', '-qb', 'lower');
    write('repository/dist/rules.yml', rule('warning'));
    const before = await command('main', '--fail-on', 'danger');
    const [, id = ''] = /\[([0-9a-f]{8})\]/.exec(before.out) ?? [];
    expect(before.code).toBe(1);
    git(
      'commit',
      '-qam',
      `Lower it\n\nIt is seen in the morning.\n\nAcknowledged-finding: ${id} Nobody can do anything at night.`,
    );
    const after = await command('main', '--fail-on', 'danger');
    expect(after.out).toContain('acknowledged in a commit: Nobody can do anything at night.');
    expect(after.code).toBe(0);
  });
});

describe('two answers of an exporter', () => {
  const scrape = (name: string): string =>
    `# HELP ${name} Orders that failed.\n# TYPE ${name} counter\n${name}{shop="north"} 3\n`;
  write('old.prom', scrape('orders_failed'));
  write('new.prom', scrape('orders_failed_total'));
  write('empty.prom', '');
  const file = (name: string): string => join(folder, name);

  it('are held against the folder that reads them', async () => {
    const ran = await run(
      '--folder',
      'before',
      '--catalogue',
      file('old.prom'),
      file('new.prom'),
      '--fail-on',
      'danger',
    );
    expect(ran.out).toContain('! orders_failed is called orders_failed_total now: the alert OrdersFail reads it.');
    expect(ran.code).toBe(1);
  });

  it('are those of the jobs that are named', async () => {
    write('jobs/rules.yml', rule('critical').replace('orders_failed > 1', 'orders_failed{job="north"} > 1'));
    const of = async (...jobs: readonly string[]): Promise<string> => {
      const named = jobs.flatMap((job) => ['--job', job]);
      const { out } = await run('--folder', 'jobs', '--catalogue', file('old.prom'), file('new.prom'), ...named);
      return out;
    };
    const felt = '! orders_failed is called orders_failed_total now: the alert OrdersFail reads it.';
    expect(await of()).toContain(felt);
    expect(await of('south', 'north')).toContain(felt);
    const other = await of('south');
    expect(other).not.toContain(felt);
    expect(other).toContain(
      'new.prom is taken for the answer of the job south: queries that are held to north are not counted.',
    );
  });

  it.each([
    [['--job', 'shop'], '--job <name> belongs to --catalogue.'],
    [['--catalogue', file('old.prom')], '--catalogue takes two files: the old one and the new one.'],
    [['--catalogue', file('old.prom'), file('new.prom'), '--from', 'before'], 'Either --catalogue or --from and --to.'],
    [['--catalogue', file('old.prom'), file('gone.prom')], 'found no such file, expected a file with the answer'],
    [['--catalogue', file('old.prom'), file('empty.prom')], 'found an empty file, expected a file with the answer'],
  ])('%j is refused', async (args, message) => {
    const ran = await run('--folder', 'before', ...args);
    expect(ran.err).toContain(message);
    expect(ran.code).toBe(1);
  });
});

describe('what leads nowhere is one message, and ends with 1', () => {
  it.each([
    [['--from', 'before'], '--from <folder> and --to <folder> belong together.'],
    [['main', '--from', 'before', '--to', 'raised'], "Either a revision ('main') or --from and --to."],
    [
      ['--from', 'before', '--to', 'nowhere'],
      `found no folder, expected a folder with dashboards or rules. Name one that exists.`,
    ],
    [
      ['--from', 'before', '--to', 'raised', '--acknowledged', 'acknowleged.yml'],
      'acknowleged.yml: found no such file, expected findings that are known.',
    ],
    [['--fail-on', 'panel'], "--fail-on takes danger, not 'panel'."],
    [['--repository', 'shop'], "--repository takes owner/name, not 'shop'."],
    [['--format', 'toml'], "There is no form 'toml'; there are terminal"],
    [
      [],
      'found no Git repository, expected a folder of one. Compare two folders instead: --from <folder> --to <folder>.',
    ],
    [['main'], 'found no Git repository'],
  ])('%j', async (args, message) => {
    const ran = await run(...args);
    expect(ran.err).toContain(message);
    expect(ran.err).not.toMatch(/^\s+at /m);
    expect([ran.out, ran.code]).toEqual(['', 1]);
  });
});
