/**
 * `blackbox/blackbox.yml`: what blackbox_exporter can be asked.
 * Source: https://github.com/prometheus/blackbox_exporter/blob/master/CONFIGURATION.md
 */
import type { ProbeModule } from '../../model/deployment/server-settings.ts';
import { present, unlessEmpty } from '../plain-data.ts';
import { generated, toYaml } from '../yaml.ts';

/**
 * The configuration, modules by the name that scrape jobs give.
 *
 * @example blackboxYml({ tcp_connect: { kind: 'tcp', timeout: '5s' } })
 * // # What the prober can be asked; scrape jobs name a module.
 * // # Made by `npm run build`; what is changed here by hand is lost.
 * //
 * // modules:
 * //   tcp_connect:
 * //     prober: tcp
 * //     timeout: 5s
 * //     tcp:
 * //       preferred_ip_protocol: ip4
 */
export function blackboxYml(modules: Readonly<Record<string, ProbeModule>>): string {
  const value = Object.fromEntries(Object.entries(modules).map(([name, module]) => [name, moduleValue(module)]));
  return toYaml({ modules: value }, { header: generated('What the prober can be asked; scrape jobs name a module.') });
}

/** Docker's networks have no IPv6 unless told, and the exporter would try that first. */
const PROTOCOL = { preferred_ip_protocol: 'ip4' } as const;

function moduleValue(module: ProbeModule): object {
  const { kind, timeout } = module;
  if (kind === 'tcp') return { prober: kind, timeout, tcp: PROTOCOL };
  return {
    prober: kind,
    timeout,
    http: present({ ...PROTOCOL, valid_status_codes: unlessEmpty(module.status ?? []) }),
  };
}
