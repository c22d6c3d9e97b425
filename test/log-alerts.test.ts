/**
 * Every alert over log lines is held to its tests: which alerts fire, the evaluator says, which a real Loki's answers
 * vouch for; what they say, promtool.
 */
import { describe, expect, it } from 'vitest';
import { runLogTests } from '../lib/check/log-tests/log-tests.ts';
import { textFiles } from '../lib/emit/loki/texts.ts';
import { problemText } from '../lib/model/problem.ts';
import { resolve } from '../lib/model/resolve/resolve.ts';
import type { ResolvedModel } from '../lib/model/resolved.ts';
import { plainText } from '../lib/model/text.ts';
import { loadModel } from '../scripts/project.ts';
import { promtool } from './support/promtool-files.ts';
import { describeWithServer } from './support/servers.ts';
import { shopWithLogs, withLogAlerts } from './support/shop-logs.ts';

const model = await loadModel();
const shop = shopWithLogs();
const all = [...model.profiles.map((profile) => resolve(model, profile).model), shop];

describe.each(all.map((each) => [each.profile, each] as const))('profile %s', (_, each) => {
  it('its log alerts fire as their tests say', () => {
    expect(runLogTests(each).problems.map(problemText)).toEqual([]);
  });
});

describeWithServer(['promtool'], 'what log alerts say', () => {
  const verdict = async (of: ResolvedModel): Promise<string> => {
    const files = textFiles(runLogTests(of).seen, of.site);
    return files.size === 0 ? 'accepted' : await promtool(files, ['test', 'rules', 'tests.yml']);
  };

  it.each(all.map((each) => [each.profile, each] as const))('is what promtool renders: profile %s', async (_, each) => {
    expect(await verdict(each)).toBe('accepted');
  });

  const fires = shop.logGroups.flatMap(({ rules }) => rules.flatMap(({ test }) => test.fires));
  const saying = fires.map((each) => ({ ...each, says: '6 payments of shop were refused.' }));
  it.each([
    ['another text', withLogAlerts(shop, { test: { fires: saying, silent: [] } }), '6 payments of shop'],
    ['another description', withLogAlerts(shop, { description: plainText('Refused.') }), 'description="Refused."'],
  ])('is not %s', async (_, changed, said) => {
    expect(await verdict(changed)).toContain(said);
  });
});
