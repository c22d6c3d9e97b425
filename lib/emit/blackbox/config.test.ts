import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { blackboxYml } from './config.ts';

it('writes a module for each name', () => {
  const text = blackboxYml({
    page: { kind: 'http', timeout: '5s' },
    moved: { kind: 'http', timeout: '2s', status: [301] },
    port: { kind: 'tcp', timeout: '5s' },
  });
  expect(parse(text)).toEqual({
    modules: {
      page: { prober: 'http', timeout: '5s', http: { preferred_ip_protocol: 'ip4' } },
      moved: { prober: 'http', timeout: '2s', http: { preferred_ip_protocol: 'ip4', valid_status_codes: [301] } },
      port: { prober: 'tcp', timeout: '5s', tcp: { preferred_ip_protocol: 'ip4' } },
    },
  });
});
