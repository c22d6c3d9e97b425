import { expect, it } from 'vitest';
import { shop } from '../../../test/support/shop.ts';
import { withExternalLabels, withSite } from './with-site.ts';

const model = shop();

it('exchanges the addresses that are given', () => {
  const { site } = withSite({ grafana: 'https://grafana.example', alertmanager: 'alerts.example:9093' })(model);
  expect(site).toEqual({ ...model.site, grafana: 'https://grafana.example', alertmanager: 'alerts.example:9093' });
  expect(withSite({})(model).site).toEqual(model.site);
});

it('takes only addresses that a site has', () => {
  withSite({ alertmanager: 'alertmanager:9093' });
  // @ts-expect-error without its port
  withSite({ alertmanager: 'alertmanager' });
  // @ts-expect-error no such address
  withSite({ prometheus: 'http://prometheus:9090' });
});

it('adds external labels to those of an earlier step', () => {
  const one = withExternalLabels({ environment: 'staging', region: 'eu' })(model);
  expect(model.externalLabels).toBeUndefined();
  expect(withExternalLabels({ region: 'us' })(one).externalLabels).toEqual({ environment: 'staging', region: 'us' });
});

it.each([
  [{ 'a-b': 'c' }, '"a-b": "c"'],
  [{ '': 'c' }, '"": "c"'],
  [{ environment: '' }, '"environment": ""'],
])('refuses %j', (labels, found) => {
  expect(() => withExternalLabels(labels)).toThrow(`withExternalLabels(): found ${found}; allowed: names of letters`);
});
