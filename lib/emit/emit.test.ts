import { expect, it } from 'vitest';
import { promtool } from '../../test/support/promtool-files.ts';
import { describeWithServer } from '../../test/support/servers.ts';
import { dashboard, smallModel } from '../../test/support/small-model.ts';
import { type EmitOptions, emit } from './emit.ts';

const filesOf = async (options: EmitOptions = {}) => new Map(await emit(smallModel(), options));

const LAYOUT = [
  'README.md',
  'index.html',
  'model.json',
  'runbooks/QueueLong.md',
  'grafana/dashboards/shop.json',
  'prometheus/prometheus.yml',
  'prometheus/rules/queue.yml',
  'prometheus/tests/queue.yml',
];

it('has a place for every file, and the same ones in the folder of another profile', async () => {
  expect([...(await filesOf()).keys()]).toEqual(LAYOUT);
  expect([...(await filesOf({ folder: 'stock' })).keys()]).toEqual(LAYOUT.map((path) => `stock/${path}`));
});

it('writes the same bytes twice, each file ending in one newline', async () => {
  const files = await emit(smallModel());
  expect([...(await emit(smallModel()))]).toEqual([...files]);
  expect([...files], 'a second time').toEqual([...files]);
  for (const [path, content] of files) expect(content, path).toMatch(/[^\n]\n$/);
});

it.each([
  ['classic', { uid: 'shop', schemaVersion: 42 }],
  ['v2', { apiVersion: 'dashboard.grafana.app/v2', metadata: { name: 'shop' } }],
] as const)("writes dashboards in Grafana's schema %s", async (schema, expected) => {
  const files = await filesOf({ schema });
  expect(JSON.parse(files.get('grafana/dashboards/shop.json') ?? '')).toMatchObject(expected);
});

it('links only to files that are there', async () => {
  const two = smallModel({ dashboards: [dashboard, { ...dashboard, uid: 'second' }] });
  const files = new Map(await emit(two));
  const linked = [...(files.get('README.md') ?? '').matchAll(/\]\(([^)]+)\)/g)].map(([, path = '']) => path);
  // Pictures are drawn by another room.
  const links = linked.filter((path) => !path.startsWith('pictures/'));
  expect(links).toHaveLength(3);
  for (const path of links) expect(files.has(path), path).toBe(true);
});

describeWithServer(['promtool'], 'the emitted tree', () => {
  it('is accepted as it lies there', async () => {
    const files = await filesOf({ folder: 'stock' });
    const at = (path: string) => `stock/prometheus/${path}`;
    expect(await promtool(files, ['check', 'config', at('prometheus.yml')])).toBe('accepted');
    expect(await promtool(files, ['test', 'rules', at('tests/queue.yml')])).toBe('accepted');
  });
});
