/** A real Alertmanager on this machine, and a receiver that takes down what it is told. */
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { webhook } from 'plainsight';
import { alertmanagerFiles } from '../../lib/emit/alertmanager/config.ts';
import type { ResolvedModel } from '../../lib/model/resolved.ts';
import { fill } from './folder.ts';
import { freePort, startProcess } from './process.ts';
import { requireServer } from './servers.ts';

type Labels = Readonly<Record<string, string>>;

/** What a receiver was told. Source: https://prometheus.io/docs/alerting/latest/configuration/#webhook_config */
export interface Notification {
  readonly receiver: string;
  readonly status: 'firing' | 'resolved';
  readonly groupLabels: Labels;
}

/** An alert as Prometheus sends it. */
export interface SentAlert {
  readonly labels: Labels;
  readonly startsAt: string;
  readonly endsAt: string;
}

export interface Alertmanager {
  /** Sends alerts, as Prometheus does: https://prometheus.io/docs/alerting/latest/alerts_api/ */
  send(alerts: readonly SentAlert[]): Promise<void>;
  /** Everything that its receivers were told so far, in order. */
  told(): readonly Notification[];
  stop(): Promise<void>;
}

/**
 * Starts the pinned Alertmanager with the routes, times and inhibitions of a model. Its receivers are webhooks of this
 * machine, whatever the model's are.
 *
 * @throws Error with Alertmanager's log when it does not come up.
 */
export async function startAlertmanager(model: ResolvedModel): Promise<Alertmanager> {
  const home = mkdtempSync(join(tmpdir(), 'alertmanager-'));
  const told: Notification[] = [];
  const receiver = await startReceiver(told);
  const config = join(home, 'config');
  mkdirSync(config);
  fill(config, Object.fromEntries(alertmanagerFiles(withLocalReceivers(model, home, receiver))));
  const url = `http://127.0.0.1:${await freePort()}`;
  const flags = [
    `--config.file=${join(config, 'alertmanager.yml')}`,
    `--storage.path=${join(home, 'data')}`,
    `--web.listen-address=${new URL(url).host}`,
    '--cluster.listen-address=',
  ];
  const end = async (): Promise<void> => {
    receiver.close();
    receiver.closeAllConnections();
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const running = await startProcess(requireServer('alertmanager'), flags, { readyUrl: `${url}/-/ready` });
    return Object.freeze({
      send: (alerts: readonly SentAlert[]) => send(url, alerts),
      told: () => [...told],
      stop: () => running.stop().finally(end),
    });
  } catch (error) {
    await end();
    throw error;
  }
}

async function startReceiver(told: Notification[]): Promise<Server> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    // One that ends in the middle, with the server that sent it, was not told.
    request.on('error', () => response.destroy());
    request.on('end', () => {
      const { status, groupLabels } = JSON.parse(body) as Notification;
      told.push({ receiver: (request.url ?? '').slice(1), status, groupLabels });
      response.end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** The model with a webhook for each receiver, whose address lies in a file of its own, as secrets do. */
function withLocalReceivers(model: ResolvedModel, home: string, server: Server): ResolvedModel {
  const { alerting } = model;
  if (alerting === undefined) throw new Error('the model tells nobody');
  // A server that listens on an address has one with a port.
  const { port } = server.address() as AddressInfo;
  const receivers = Object.keys(alerting.receivers).map((name) => {
    const urlFile = join(home, name) as `/${string}`;
    writeFileSync(urlFile, `http://127.0.0.1:${port}/${name}`);
    return [name, [webhook({ urlFile })]] as const;
  });
  return { ...model, alerting: { ...alerting, receivers: Object.fromEntries(receivers) } };
}

async function send(url: string, alerts: readonly SentAlert[]): Promise<void> {
  const response = await fetch(`${url}/api/v2/alerts`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(alerts),
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`Alertmanager refused the alerts: ${response.status} ${await response.text()}`);
}
