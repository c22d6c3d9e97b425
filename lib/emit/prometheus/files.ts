/** Every file that Prometheus and promtool read. */
import type { ResolvedGroup, ResolvedModel } from '../../model/resolved.ts';
import { prometheusYml } from './config.ts';
import { rulesYml } from './rules.ts';
import { testsYml } from './tests.ts';

/**
 * Paths, below the folder that Prometheus has mounted, and contents. A group that the profile left empty has no file.
 *
 * @throws TypeError when two groups would stand in one file.
 * @example [...prometheusFiles(resolved).keys()]
 * // ['prometheus.yml', 'rules/orders.yml', 'tests/orders.yml']
 */
export function prometheusFiles(model: ResolvedModel): ReadonlyMap<string, string> {
  const files = new Map([['prometheus.yml', prometheusYml(model)]]);
  for (const group of model.groups.filter(({ rules }) => rules.length > 0)) addGroup(files, group, model);
  return files;
}

function addGroup(files: Map<string, string>, group: ResolvedGroup, model: ResolvedModel): void {
  const file = groupFile(group.name);
  if (files.has(`rules/${file}`)) {
    throw new TypeError(`Two groups of rules would stand in rules/${file}; the second is '${group.name}': rename it.`);
  }
  files.set(`rules/${file}`, rulesYml(group, model.site));
  const tests = testsYml(group, { ...model, ruleFile: `../rules/${file}` });
  if (tests !== undefined) files.set(`tests/${file}`, tests);
}

/**
 * The name of a group as the name of a file.
 *
 * @throws TypeError for a name that leaves nothing.
 * @example groupFile('Shop: objectives') // 'shop-objectives.yml'
 */
export function groupFile(group: string): string {
  const name = kebab(group);
  if (name === '')
    throw new TypeError(`The group of rules '${group}' has no letter or digit to name its file by: rename it.`);
  return `${name}.yml`;
}

function kebab(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
