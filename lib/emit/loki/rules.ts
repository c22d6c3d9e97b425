/**
 * Alerts over log lines: one file per group, for Loki's ruler.
 * Source: https://grafana.com/docs/loki/latest/alert/
 */
import { print } from '../../logql/print.ts';
import type { Site } from '../../model/model.ts';
import type { ResolvedLogAlert, ResolvedLogGroup, ResolvedModel } from '../../model/resolved.ts';
import { alertRule } from '../alert-rule.ts';
import { groupFile } from '../prometheus/files.ts';
import { generated, toYaml } from '../yaml.ts';

/** The tenant of a Loki without tenants. Its folder holds nothing else: Loki reads every file in it, whatever its ending. */
const TENANT = 'fake';

/**
 * Paths, below the folder of Loki's configuration, and contents.
 *
 * @throws TypeError when two groups would stand in one file.
 * @example [...lokiRuleFiles({ logGroups: [{ name: 'Shop: logs', rules: [] }], site: stack.site }).keys()]
 * // ['rules/fake/shop-logs.yml']
 */
export function lokiRuleFiles({
  logGroups,
  site,
}: Pick<ResolvedModel, 'logGroups' | 'site'>): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const group of logGroups) {
    const path = `rules/${TENANT}/${groupFile(group.name)}`;
    if (files.has(path)) {
      throw new TypeError(`Two groups of rules would stand in ${path}; the second is '${group.name}': rename it.`);
    }
    files.set(path, rulesYml(group, site));
  }
  return files;
}

function rulesYml({ name, rules }: ResolvedLogGroup, site: Site): string {
  const header = generated(`Alerts over log lines of the group ${name}.`);
  return toYaml({ groups: [{ name, rules: rules.map((rule) => ruleValue(rule, site)) }] }, { header });
}

/** Loki forgets `keep_firing_for` on the way from the file to its ruler: what has no effect is not written. */
function ruleValue({ keepFiringFor: _, ...alert }: ResolvedLogAlert, site: Site): object {
  return alertRule(alert, print(alert.node), site);
}
