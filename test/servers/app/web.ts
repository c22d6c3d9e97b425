/** A web server on 127.0.0.1 that measures its requests and exposes them, in the edition that does. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Counter, collectDefaultMetrics, Histogram, register } from 'prom-client';
import { instrumented, knowsNoPage, number } from './settings.ts';

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly type?: string;
}

export interface Handled extends Answer {
  /** The route of the application, never the raw path. */
  readonly route: string;
}

const NOTHING: Handled = { status: 404, body: 'Not Found', route: 'unmatched' };

export type Handler = (request: IncomingMessage, body: string) => Promise<Handled> | Handled;

const labelNames = ['method', 'route', 'status'] as const;
// In seconds; the bounds of the contract in dist/contract.md.
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

interface Measures {
  readonly requests: Counter<(typeof labelNames)[number]>;
  readonly duration: Histogram<(typeof labelNames)[number]>;
}

/** Starts serving. Without a handler it serves /metrics alone, as the worker does. */
export function serve(handler?: Handler, log: (request: IncomingMessage, answer: Answer) => void = () => {}): void {
  const measures = handler === undefined ? undefined : requestMeasures();
  if (instrumented) collectDefaultMetrics();
  const server = createServer(async (request, response) => {
    if (instrumented && !knowsNoPage && request.url === '/metrics') {
      send(response, { status: 200, body: await register.metrics(), type: register.contentType });
      return;
    }
    const started = performance.now();
    const body = await read(request);
    const answer = (knowsNoPage ? undefined : await handler?.(request, body)) ?? NOTHING;
    send(response, answer);
    log(request, answer);
    const labels = { method: request.method ?? '', route: answer.route, status: String(answer.status) };
    measures?.requests.inc(labels);
    measures?.duration.observe(labels, (performance.now() - started) / 1000);
  });
  server.listen(number('PORT'), '127.0.0.1');
}

function requestMeasures(): Measures {
  return {
    requests: new Counter({ name: 'http_requests_total', help: 'HTTP requests served', labelNames }),
    duration: new Histogram({
      name: 'http_request_duration_seconds',
      help: 'HTTP request latency in seconds',
      labelNames,
      buckets,
    }),
  };
}

async function read(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

function send(response: ServerResponse, { status, body, type = 'text/html' }: Answer): void {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}
