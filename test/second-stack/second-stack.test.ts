/** Another system through the same library: nothing in lib may know the voting app. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { check } from '../../lib/check/check.ts';
import { emit } from '../../lib/emit/emit.ts';
import { problemText } from '../../lib/model/problem.ts';
import { resolve } from '../../lib/model/resolve/resolve.ts';
import { checkRules, promtool, testRules } from '../support/promtool-files.ts';
import { describeWithServer } from '../support/servers.ts';
import { secondStack } from './model.ts';

const resolution = resolve(secondStack, 'only');

describe('a second stack', () => {
  it('has no problems', () => {
    expect(check(resolution).map(problemText)).toEqual([]);
  });

  it('is emitted as one dashboard, its rules, their tests and a runbook', async () => {
    const files = await emit(resolution.model, { alertmanager: 'alertmanager:9093' });
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        'grafana/dashboards/api.json',
        'prometheus/prometheus.yml',
        'prometheus/rules/api.yml',
        'prometheus/tests/api.yml',
        'runbooks/EventLoopBlocked.md',
      ]),
    );
    expect([...files.values()].join('')).not.toMatch(/vot(?:e|ing)/i);
  });

  it('needs no word of votes in the code of the library', () => {
    const folder = fileURLToPath(new URL('../../lib/', import.meta.url));
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
    );
    const code = (file: string): string =>
      readFileSync(`${folder}${file}`, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    expect(sources.filter((file) => /vot(?:e|ing)/i.test(code(file)))).toEqual([]);
  });
});

describeWithServer(['promtool'], 'the second stack at promtool', () => {
  it('passes configuration, rules and tests', async () => {
    const files = await emit(resolution.model, { alertmanager: 'alertmanager:9093' });
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
