import { expect, it } from 'vitest';
import { shop } from '../../../test/support/shop.ts';
import { input, shopAlerting, told } from '../../../test/support/shop-alerting.ts';
import type { ResolvedModel } from '../../model/resolved.ts';
import { markdownSection } from './cell.ts';
import { toldSection } from './told.ts';

const toldLines = (model: ResolvedModel) => toldSection(model).lines;

it('says of each alert who is told, how, when again, and what mutes it', () => {
  expect(markdownSection(toldSection(shop({ alerts: told, alerting: shopAlerting() })))).toMatchInlineSnapshot(`
    "## Who is told

    | alert | severity | tells | by | again every | only during | muted while these fire |
    | --- | --- | --- | --- | --- | --- | --- |
    | \`StoreDown\` | critical | robot, oncall | webhook, Slack, mail | 4h, 1h |  |  |
    | \`ShopSlow\` | warning | team | Slack | 4h | day: monday to friday 08:00 to 18:00 Europe/Berlin | ShopSlow (critical), StoreDown |
    | \`ShopSlow\` | critical | oncall | Slack, mail | 1h |  | StoreDown |
    | \`QueueLong\` | warning | team | Slack | 4h | day: monday to friday 08:00 to 18:00 Europe/Berlin |  |"
  `);
});

it('counts in intervals of the group', () => {
  const route = { ...input.route, groupInterval: '1m', repeatInterval: '30s', routes: [] } as const;
  const lines = toldLines(shop({ alerts: told, alerting: shopAlerting({ route }) }));
  expect(lines.map(([, , , , again]) => again)).toEqual(['1m', '1m', '1m', '1m']);
});

it('says nothing where nobody is told', () => {
  expect(toldLines(shop())).toEqual([]);
});
