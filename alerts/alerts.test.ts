/** Every alert fires and stays silent as its tests say: promtool is asked, for both profiles. */
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { prometheusFiles } from '../lib/emit/prometheus/files.ts';
import { resolve } from '../lib/model/resolve/resolve.ts';
import type { ResolvedAlert, ResolvedModel } from '../lib/model/resolved.ts';
import { print } from '../lib/promql/print.ts';
import { loadModel, root } from '../scripts/project.ts';
import { checkRules, type Files, promtool } from '../test/support/promtool-files.ts';
import { describeWithServer } from '../test/support/servers.ts';

const model = await loadModel();
const profiles = model.profiles.map((profile) => resolve(model, profile).model);
const [instrumented, stock] = profiles;
if (instrumented === undefined || stock === undefined) throw new Error('there are two profiles');

const filesOf = (resolved: ResolvedModel): Files => prometheusFiles(resolved);
const alertsOf = ({ groups }: ResolvedModel): readonly ResolvedAlert[] =>
  groups.flatMap(({ rules }) => rules.filter((rule) => rule.kind === 'alert'));

it.each(profiles.map((resolved) => [resolved.profile, resolved] as const))(
  '%s: every alert has its panel',
  (_, resolved) => {
    // Watchdog fires at all times: there is nothing to see.
    expect(alertsOf(resolved).flatMap(({ panel, name }) => (panel === undefined ? [name] : []))).toEqual(['Watchdog']);
  },
);

it('has a runbook for every alert, and none that no alert needs', () => {
  const logged = instrumented.logGroups.flatMap(({ rules }) => rules);
  const names = new Set([...alertsOf(instrumented), ...logged].map(({ name }) => name));
  expect(Object.keys(model.runbooks)).toEqual([...names].sort());
});

it.each([
  [instrumented, ['TargetDown', 'ExporterFlapping']],
  // The targets of the stock images are down for ever.
  [stock, []],
] as const)('speaks of the targets of the services only where they expose metrics', (resolved, names) => {
  const reading = alertsOf(resolved).filter(({ node }) => /up\{[^}]*job=~?"[^"]*voting-app/.test(print(node)));
  expect(reading.map(({ name }) => name)).toEqual(names);
});

it('speaks of runbooks that exist', () => {
  const texts = Object.values(model.runbooks).join('\n');
  const linked = new Set([...texts.matchAll(/\]\(([^)]+)\)/g)].map(([, to = '']) => to));
  for (const to of linked) expect(() => readFileSync(`${root}alerts/runbooks/${to}`)).not.toThrow();
});

/** Days of a disk are evaluated minute by minute. */
const PATIENCE_MS = 180_000;

/** A test file with the rules that it tests, and the profiles that have both, word for word. */
interface Trial {
  readonly path: string;
  readonly files: Files;
  readonly profiles: readonly string[];
}

/** What promtool has to be asked: of the profiles' files most are the same, and take minutes. */
function trials(): readonly Trial[] {
  const found = new Map<string, Trial>();
  for (const resolved of profiles) {
    const files = filesOf(resolved);
    for (const [path, text] of files) {
      if (!path.startsWith('tests/')) continue;
      const key = JSON.stringify([path, text, testedRules(text).map((rules) => files.get(rules))]);
      found.set(key, { path, files, profiles: [...(found.get(key)?.profiles ?? []), resolved.profile] });
    }
  }
  return [...found.values()];
}

/** The paths of the files of rules that a test file names. */
function testedRules(text: string): readonly string[] {
  const { rule_files }: { readonly rule_files: readonly string[] } = parse(text);
  return rule_files.map((path) => posix.join('tests', path));
}

describeWithServer(['promtool'], 'promtool', () => {
  it.each(profiles.map((resolved) => [resolved.profile, resolved] as const))(
    '%s: accepts the rules',
    async (_, resolved) => {
      expect(await checkRules(filesOf(resolved))).toBe('accepted');
    },
  );

  // Weeks of an objective take longer than everything else together: each file has a limit of its own.
  it.each(trials().map(({ path, files, profiles: of }) => [of.join(' and '), path, files] as const))(
    '%s: the alerts pass %s',
    async (_profiles, path, files) => {
      expect(await promtool(files, ['test', 'rules', path], PATIENCE_MS)).toBe('accepted');
    },
    PATIENCE_MS,
  );
});
