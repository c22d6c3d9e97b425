import { scrapeJob, series, target, withJobs } from 'plainsight';
import { eq, max, sum, up } from 'plainsight/promql';
import { expect, it } from 'vitest';
import { checkRules, testRules } from '../../../test/support/promtool-files.ts';
import { describeWithServer } from '../../../test/support/servers.ts';
import { alertOn, queue_length, shop, shopJob, storeJob } from '../../../test/support/shop.ts';
import { prometheusFiles } from '../../emit/prometheus/files.ts';
import { print } from '../../promql/print.ts';
import { metricQueries, type ResolvedModel } from '../resolved.ts';

const textsOf = ({ groups, dashboards }: ResolvedModel): readonly string[] => [
  ...groups.flatMap(({ rules }) => rules.map(({ node }) => print(node))),
  ...dashboards.flatMap(({ rows }) =>
    rows.flatMap(({ panels }) => panels.flatMap((panel) => metricQueries(panel).map(({ node }) => print(node)))),
  ),
];
const renamed = (model: ResolvedModel, to = 'store.eu') => withJobs({ store: to })(model);

it('renames a job in every selector, in lists and in what raw() holds', () => {
  const model = shop({
    alerts: {
      Down: alertOn(eq(max(up.of(target('all', { jobs: ['shop', 'store'] }))), 0)),
      Raw: alertOn(sum(queue_length)),
    },
  });
  const texts = textsOf(renamed(model));
  expect(texts.filter((text) => text.includes('"store"'))).toEqual([]);
  expect(texts).toContain('max(up{job=~"shop|store\\\\.eu"}) == 0');
  expect(texts).toContain('sum(queue_length{job="store.eu"})');
  expect(texts).toContain(textsOf(model).find((text) => text.includes('orders_total')));
});

it('renames the scrape job, the facts of its metrics and the series of tests', () => {
  const { jobs, groups, catalogue } = renamed(shop({}));
  expect(jobs.map(({ job, target: { jobs: own } }) => [job, own])).toEqual([
    ['shop', ['shop']],
    ['store.eu', ['store.eu']],
  ]);
  expect(catalogue.get('queue_length')?.source.target.job).toBe('store.eu');
  const [alert] = groups.flatMap(({ rules }) => rules.filter((rule) => rule.kind === 'alert'));
  expect(alert?.test.fires[0]).toMatchObject({
    given: [{ labels: { job: 'store.eu' } }],
    labels: { job: 'store.eu' },
    says: '200 orders wait in store.eu.',
  });
});

it('names the jobs that there are', () => {
  expect(() => withJobs({ stor: 'x' })(shop({}))).toThrow('the job stor, which the model does not have');
});

it('refuses a regular expression that would lose the job', () => {
  const all = up.of(target('all', { jobs: ['shop', 'store'] })).where({ job: /st.*/ });
  const model = shop({ alerts: { Down: alertOn(eq(max(all), 0)) } });
  expect(() => renamed(model, 'cellar')).toThrow('the matcher job=~"st.*", which tells store and cellar apart');
  expect(textsOf(renamed(model, 'stock'))[0]).toBeDefined();
});

describeWithServer(['promtool'], 'promtool', () => {
  it('finds the rules right and their tests passed', async () => {
    const files = prometheusFiles(renamed(shop({})));
    expect(await checkRules(files)).toBe('accepted');
    expect(await testRules(files)).toBe('accepted');
  });
});

it('lets a target of several jobs say which one a test is about', () => {
  const both = up.of(target('all', { jobs: ['shop', 'store'] }));
  expect(series(both, { job: 'shop' }, '1x5').labels).toEqual({ instance: 'shop:1', job: 'shop' });
  expect(() => series(both, {}, '1x5')).toThrow('series(up): say which job is meant: shop, store.');
  expect(
    [shopJob, storeJob, scrapeJob(target('all', { jobs: ['a', 'b'] }), { job: 'a', purpose: '' })].at(-1)?.job,
  ).toBe('a');
});
