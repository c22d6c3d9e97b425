import { describeRule } from '../../../../test/support/rule-cases.ts';
import { deployed } from '../../../../test/support/shop-deployment.ts';
import { containerNames } from './container-names.ts';

describeRule(containerNames, {
  example: deployed({ exporter: { networks: ['monitorng'] } }),
  allows: [
    ['no network at all', deployed({ exporter: { networks: [] } })],
    [
      'a volume of the application',
      deployed({
        application: { project: 'shop', variable: 'P', networks: [], volumes: ['orders'], services: ['shop'] },
        exporter: { mounts: [{ volume: 'orders', at: '/orders' }] },
      }),
    ],
    [
      'a folder of its own files',
      deployed({ files: { 'sql/role.sql': '' }, exporter: { mounts: [{ output: 'sql', at: '/sql' }] } }),
    ],
    ['a folder of the host', deployed({ exporter: { mounts: [{ host: '/sys', at: '/sys' }] } })],
    ['the files of Prometheus', deployed({ exporter: { mounts: [{ output: 'prometheus', at: '/p' }] } })],
  ],
  finds: [
    [
      'a volume that nobody declares',
      deployed({ volumes: ['data'], exporter: { mounts: [{ volume: 'dta', at: '/d' }] } }),
      {
        found: 'the volume dta',
        allowed: 'data',
        remedy: 'did you mean data? Otherwise add it to `volumes` of the deployment',
      },
    ],
    [
      'a secret that nobody makes',
      deployed({ exporter: { secrets: ['key'] } }),
      { found: 'the secret key', allowed: 'none', remedy: 'add it to `secrets` of the deployment' },
    ],
    [
      'a container that does not run',
      deployed({ exporter: { after: { database: 'healthy' } } }),
      { found: 'the container database', allowed: 'store', remedy: 'add that container' },
    ],
    [
      'the configuration of a server that has none',
      deployed({ exporter: { mounts: [{ output: 'loki', at: '/etc/loki' }] } }),
      {
        found: 'the folder loki',
        allowed: 'prometheus, runbooks, grafana/dashboards or grafana/provisioning',
        remedy: 'add to `files` of the deployment what lies in it',
      },
    ],
  ],
});
