import { expect, it } from 'vitest';
import { shop, shopTarget } from '../../../test/support/shop.ts';
import { target } from '../../catalogue/metric.ts';
import { scrapeJob } from '../scrape-job.ts';
import { withTargets } from './with-targets.ts';

const relabel = [{ source_labels: ['__meta_a'], target_label: 'service' }];
const listed = scrapeJob(shopTarget, {
  purpose: 'The shop.',
  static: [{ targets: ['shop:80'] }],
  scheme: 'https',
  tls: { caFile: 'ca.pem' },
  credentials: { credentialsFile: 'token' },
  relabel,
  every: '30s',
});
const model = shop({ jobs: [listed] });
const discovery = [{ kind: 'http', url: 'https://shop.example/targets' }] as const;

it('exchanges how targets are found and spoken to, and nothing else', () => {
  const { scheme: _scheme, tls: _tls, credentials: _credentials, ...rest } = listed;
  expect(withTargets(shopTarget, { discovery })(model).jobs).toEqual([{ ...rest, static: [], discovery }]);
});

it('exchanges the relabelling where another is given', () => {
  const [job] = withTargets(shopTarget, { discovery, relabel: [] })(model).jobs;
  expect(job?.relabel).toEqual([]);
});

it('refuses a target that nothing scrapes', () => {
  expect(() => withTargets(target('none'), { discovery })(model)).toThrow(
    'withTargets(): found the target none, which no job scrapes; allowed: shop',
  );
});
