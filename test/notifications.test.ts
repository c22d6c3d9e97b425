/** Who is told of each alert, as the index says it, held to amtool. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { alertmanagerFiles } from '../lib/emit/alertmanager/config.ts';
import { resolve } from '../lib/model/resolve/resolve.ts';
import { alertsOf } from '../lib/model/resolved.ts';
import { loadModel, root } from '../scripts/project.ts';
import { checkConfig, receiversOf } from './support/amtool.ts';
import { labelsOf } from './support/notified.ts';
import { describeWithServer } from './support/servers.ts';

const made = await loadModel();
const outputs = [
  ['dist', resolve(made, 'instrumented').model],
  ['dist/stock', resolve(made, 'stock').model],
] as const;

/** By alert and severity, whom the index of the output names. */
function named(folder: string): ReadonlyMap<string, string> {
  const index = readFileSync(`${root}${folder}/README.md`, 'utf8');
  const section = index.slice(index.indexOf('## Who is told'));
  const lines = section.slice(0, section.indexOf('\n## ')).matchAll(/^\| `(\w+)` \| (\w+) \| ([^|]*) \|/gm);
  return new Map([...lines].map(([, alert, severity, receivers = '']) => [`${alert} ${severity}`, receivers]));
}

describeWithServer(['amtool'], 'amtool', () => {
  it.each(outputs)('%s: accepts the configuration and its templates', async (_, model) => {
    const said = await checkConfig(alertmanagerFiles(model));
    expect(said).toContain('SUCCESS');
    expect(said).not.toContain('FAILED');
  });

  it.each(outputs)('%s: sends every alert to whom the index names', async (folder, model) => {
    const files = alertmanagerFiles(model);
    const index = named(folder);
    const found = new Map<string, string>();
    for (const alert of alertsOf(model)) {
      const receivers = await receiversOf(files, labelsOf(alert));
      found.set(`${alert.name} ${alert.severity}`, receivers.replaceAll(',', ', '));
    }
    expect(found).toEqual(index);
  });
});

it('has no place for a secret: what the receivers hold are names and paths of files', () => {
  const text = outputs.map(([, model]) => [...alertmanagerFiles(model).values()].join('\n')).join('\n');
  const secrets = [...text.matchAll(/^\s*(?:- )?(\w*(?:url|password|secret|token|key|credentials)\w*):\s*(.*)$/gm)];
  expect(secrets.filter(([, key = '', value = '']) => !key.endsWith('_file') || !value.startsWith('/run/'))).toEqual(
    [],
  );
  expect(secrets.length).toBeGreaterThan(0);
});
