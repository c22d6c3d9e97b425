/**
 * What runs beside the voting app to watch it, as a Compose project of its own: taken down or rebuilt without the app, and
 * not taken down with it. It joins the app's back-tier, where all five services are; of its own containers only those
 * that must speak with them do.
 */
import { type Deployment, deployment } from 'plainsight';
import { alloy, cadvisor, cadvisorOnDesktop, dockerProxy } from './deployment/docker.ts';
import {
  blackboxExporter,
  nodeExporter,
  nodeExporterOnDesktop,
  postgresExporter,
  postgresRole,
  redisExporter,
  volumeSize,
} from './deployment/exporters.ts';
import { accessLogFormat, countedLogs, logStore, plainLogs } from './deployment/logs.ts';
import { roleScript } from './deployment/role.ts';
import { alertmanager, grafana, loki, prometheus } from './deployment/servers.ts';
import { composeProject, services } from './services.ts';

function withLogs(logCollection: Deployment['logCollection'] & object): Deployment {
  return deployment({
    project: 'voting-monitoring',
    application: {
      project: composeProject,
      variable: 'VOTING_PROJECT',
      networks: ['back-tier'],
      volumes: ['db-data'],
      services: Object.keys(services),
    },
    networks: { monitoring: {}, docker: { internal: true } },
    volumes: ['prometheus-data', 'alertmanager-data', 'loki-data', 'grafana-data', 'alloy-data', 'textfile'],
    secrets: {
      grafana_admin_password: { purpose: 'Grafana’s user admin', madeAs: 'random' },
      postgres_exporter_password: { purpose: 'the role that postgres_exporter reads with', madeAs: 'random' },
      postgres_admin_password: {
        purpose: 'the database’s superuser, which makes that role',
        madeAs: {
          text: 'postgres',
          until: 'it is the one in the app’s own compose.yaml; replace it if yours is another',
        },
      },
      slack_url: {
        purpose: 'Slack’s webhook, where alerts go',
        madeAs: { text: 'https://slack.invalid/goes-nowhere', until: 'nobody is told in Slack' },
      },
      smtp_password: {
        purpose: 'the mail server’s password',
        madeAs: { text: 'goes-nowhere', until: 'nobody is told by mail' },
      },
      heartbeat_url: {
        purpose: 'the watcher outside, which speaks up when this machine is silent',
        madeAs: {
          text: 'https://heartbeat.invalid/goes-nowhere',
          until: 'nobody notices when the whole machine is gone',
        },
      },
    },
    containers: {
      prometheus,
      alertmanager,
      loki,
      alloy,
      grafana,
      cadvisor,
      'docker-proxy': dockerProxy,
      'node-exporter': nodeExporter,
      'volume-size': volumeSize,
      'redis-exporter': redisExporter,
      'postgres-role': postgresRole,
      'postgres-exporter': postgresExporter,
      'blackbox-exporter': blackboxExporter,
    },
    overrides: {
      desktop: {
        purpose: 'For Docker Desktop, which has neither the kernel’s log nor the folders of the host.',
        containers: { cadvisor: cadvisorOnDesktop, 'node-exporter': nodeExporterOnDesktop },
      },
      merged: {
        purpose:
          'For those who run the monitoring inside the app’s own project: the third file, after the app’s and compose.yaml. Only with it does vote’s access log say how long each request took, where gunicorn writes that log.',
        inApplication: true,
        // Read by the image's gunicorn; the development server, which the app's own compose.yaml starts, ignores it.
        environment: { vote: { GUNICORN_CMD_ARGS: accessLogFormat } },
      },
    },
    files: { 'postgres/role.sql': roleScript },
    logStore,
    logCollection,
    probes: {
      http_2xx: { kind: 'http', timeout: '5s' },
      tcp_connect: { kind: 'tcp', timeout: '5s' },
    },
  });
}

/** By profile: what services without metrics do not tell, their logs do. */
export const deployments = { instrumented: withLogs(plainLogs), stock: withLogs(countedLogs) } as const;
