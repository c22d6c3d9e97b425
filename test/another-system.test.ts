/** Another system through the same library: nothing in lib may know the voting app. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../lib/check/check.ts';
import { emit } from '../lib/emit/emit.ts';
import { problemText } from '../lib/model/problem.ts';
import { root } from '../scripts/project.ts';
import { checkRules, promtool, testRules } from './support/promtool-files.ts';
import { describeWithServer } from './support/servers.ts';
import { shopResolution } from './support/shop.ts';

const resolution = shopResolution();

describe('the shop', () => {
  it('has no problems', () => {
    expect(check(resolution).map(problemText)).toEqual([]);
  });

  it('is emitted as one dashboard, its rules, their tests and a runbook, without a word of votes', async () => {
    const files = new Map(await emit(resolution.model));
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        'grafana/dashboards/shop.json',
        'prometheus/prometheus.yml',
        'prometheus/rules/queue.yml',
        'prometheus/tests/queue.yml',
        'runbooks/QueueLong.md',
      ]),
    );
    expect([...files.values()].join('')).not.toMatch(/vot(?:e|ing)/i);
  });

  it('needs no word of votes in the code of the library', () => {
    const folder = join(root, 'lib');
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
    );
    const code = (file: string): string =>
      readFileSync(join(folder, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    expect(sources.filter((file) => /vot(?:e|ing)/i.test(code(file)))).toEqual([]);
  });
});

describeWithServer(['promtool'], 'the shop at promtool', () => {
  it('passes configuration, rules and tests', async () => {
    const files = new Map(await emit(resolution.model));
    const below = new Map(
      [...files].flatMap(([path, content]) =>
        path.startsWith('prometheus/') ? [[path.slice('prometheus/'.length), content] as const] : [],
      ),
    );
    expect(await promtool(below, ['check', 'config', 'prometheus.yml'])).toBe('accepted');
    expect(await checkRules(below)).toBe('accepted');
    expect(await testRules(below)).toBe('accepted');
  });
});
