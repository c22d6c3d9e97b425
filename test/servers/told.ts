/** Whom Alertmanager tells: a server that takes down each notification, when it came and what it said. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Told {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** `mail` stands for mail, which comes here as a webhook. */
  readonly way: string;
  /** The receiver's name in alerts/routing.ts. */
  readonly receiver: string;
  readonly alert: string;
  readonly service: string;
  readonly status: 'firing' | 'resolved';
  /** The message as Slack shows it; empty for a webhook. */
  readonly title: string;
  readonly text: string;
}

export interface Recorder {
  readonly url: string;
  /** Everything so far, the oldest first. */
  all(): readonly Told[];
  /** What comes this way is answered with an error from now on, as by a receiver that is broken; undefined: nothing is. */
  refuse(way: string | undefined): void;
  stop(): void;
}

export async function startRecorder(): Promise<Recorder> {
  const told: Told[] = [];
  let refused: string | undefined;
  const server = createServer(async (request, response) => {
    let body = '';
    try {
      for await (const chunk of request) body += String(chunk);
    } catch {
      // One that ends in the middle, with the server that sent it, was not told.
      return;
    }
    const notification = toldBy(request.url ?? '', JSON.parse(body) as Body);
    const refuses = notification.way === refused;
    if (!refuses) told.push(notification);
    // Slack's own answer: Alertmanager takes any other for a failure.
    response.writeHead(refuses ? 500 : 200).end('ok');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on an address has one with a port.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    all: () => [...told],
    refuse: (way) => {
      refused = way;
    },
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/**
 * What Slack and webhooks are sent.
 * Sources: https://prometheus.io/docs/alerting/latest/configuration/#webhook_config, and Slack's attachments.
 */
interface Body {
  readonly status?: Told['status'];
  readonly groupLabels?: { readonly alertname?: string; readonly service?: string };
  readonly attachments?: readonly { readonly title?: string; readonly text?: string }[];
}

function toldBy(path: string, { status = 'firing', groupLabels = {}, attachments: [message] = [] }: Body): Told {
  const [, way = '', receiver = ''] = path.split('/');
  const common = { at: Date.now(), way, receiver };
  const { alertname = '', service = '' } = groupLabels;
  if (message === undefined) return { ...common, alert: alertname, service, status, title: '', text: '' };
  const { title = '', text = '' } = message;
  // Both stand in the last line of the text, and nowhere else in what Slack is sent.
  const [, alert = '', about = ''] = /^\*(\w+)\*(?: · ([\w-]+))?/m.exec(text) ?? [];
  return {
    ...common,
    alert,
    service: about,
    status: title.startsWith('RESOLVED') ? 'resolved' : 'firing',
    title,
    text,
  };
}
