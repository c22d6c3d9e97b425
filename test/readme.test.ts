/** The README shows what is there: lines of definitions, commands, and files that a build writes. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../scripts/project.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const readme = read('README.md');

const excerpts = [...readme.matchAll(/^```ts\n\/\/ (\S+)\n([\s\S]*?)^```$/gm)].map(([, path = '', text = '']) => ({
  path,
  lines: text.split('\n').filter((line) => line !== ''),
}));

it.for(excerpts)('shows lines of $path', ({ path, lines }) => {
  const present = new Set(read(path).split('\n'));
  expect(lines.filter((line) => !present.has(line))).toEqual([]);
});

it('shows a signal, a panel and an alert', () => {
  expect(excerpts.map(({ path }) => path.split('/')[0])).toEqual(['stack', 'dashboards', 'alerts']);
});

it('names commands that there are, and all that a user types', () => {
  const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(read('package.json'));
  const named = new Set([...readme.matchAll(/\bnpm (?:run )?([a-z][\w:-]*)/g)].map(([, name = '']) => name));
  expect([...named].filter((name) => !(name in scripts) && !['ci', 'install'].includes(name))).toEqual([]);
  // House-keeping commands: of the tests, of the editor, and of the workflow that comments.
  const ours = Object.keys(scripts).filter((name) => !['grafana-schema', 'format', 'bundle-comment'].includes(name));
  expect(ours.filter((name) => !named.has(name))).toEqual([]);
});

it('names files that are there', () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, path = '']) => path);
  const written = [...readme.matchAll(/`(dist\/[^`]+|stack\/[^`]+\.ts|\w+\/index\.ts)`/g)].map(([, path = '']) => path);
  expect([...links, ...written].filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

it('tells the flags with which the Compose files start exporters, and how long Prometheus keeps', () => {
  const flags = readme.match(/(?<=[| `])--(?:check|path|collector|store|whitelisted|storage)[\w.=,/-]+/g) ?? [];
  expect(flags).toHaveLength(6);
  const started = ['dist/compose.yaml', 'dist/stock/compose.yaml'].map(read);
  expect(flags.filter((flag) => !started.every((text) => text.includes(`- ${flag}`)))).toEqual([]);
});
