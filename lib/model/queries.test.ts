/** What a running Prometheus is asked: every expression of a model once, with Grafana's variables filled in. */
import { describe, expect, it } from 'vitest';
import { panel, query } from '../../test/support/grafana-panels.ts';
import { shop } from '../../test/support/shop.ts';
import type { Node } from '../promql/node.ts';
import { parse } from '../promql/parse/parse.ts';
import { queriesOf } from './queries.ts';

const model = shop();

/** What is asked for a panel with these queries, of a model that is scraped every 15 seconds. */
function asked(...texts: readonly string[]): readonly string[] {
  return askedOf(
    texts.map((text) => {
      const parsed = parse(text);
      if (!parsed.ok) throw new Error(text);
      return parsed.node;
    }),
  );
}

function askedOf(nodes: readonly Node[]): readonly string[] {
  const queries = nodes.map((node, index) => query(`q${index}`, { node }));
  const panels = [panel('timeseries', {}, { queries })];
  const dashboards = model.dashboards.map((each) => ({ ...each, rows: each.rows.map((row) => ({ ...row, panels })) }));
  return queriesOf({ ...model, dashboards, groups: [] }).map(({ text }) => text);
}

describe('queriesOf()', () => {
  it.each([
    ['rate(a[$__rate_interval])', 'rate(a[1m])', 'four scrapes'],
    ['max_over_time(a[$__interval])', 'max_over_time(a[15s])', 'a scrape'],
    ['increase(a[$__range])', 'increase(a[1h])', 'an hour'],
    ['max_over_time((a > 1)[$__range:$__interval])', 'max_over_time((a > 1)[1h:15s])', 'both of a subquery'],
    ['a / $__range_s', 'a / 3600', 'a number'],
    ['a / $__range_ms', 'a / 3600000', 'a number'],
    ['a{b=~"${service:regex}"}', 'a{b=~".*"}', 'every value of a variable'],
  ])('%s is asked as %s: %s', (text, expected) => {
    expect(asked(text)).toEqual([expected]);
  });

  it('fills in what a raw text holds', () => {
    const text = 'rate(a{b=~"${service:regex}"}[$__rate_interval]) / $__range_s';
    expect(askedOf([{ kind: 'raw', text, reason: 'tried' }])).toEqual(['rate(a{b=~".*"}[1m]) / 3600']);
  });

  it('asks every query of a panel, and each text once', () => {
    expect(asked('a', 'b', 'a')).toEqual(['a', 'b']);
  });

  it('asks panels, recording rules and alerts, and says which is which', () => {
    expect(queriesOf(model).map(({ what, kind }) => [what, kind])).toEqual([
      ['dashboard shop / panel orders', 'panel'],
      ['dashboard shop / panel queue-length', 'panel'],
      ['recording rule job:queue_length:max', 'recording rule'],
      ['alert QueueLong', 'alert'],
    ]);
  });
});
