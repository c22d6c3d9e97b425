/** Stands in for Prometheus where one is needed that misbehaves: slow, wrong, gone and back. On 127.0.0.1. */
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';

export interface FakeServer {
  readonly url: string;
  /** Nobody answers any more. */
  leave(): Promise<void>;
  /** Answers again, at the same address. */
  comeBack(): Promise<void>;
}

/** Starts it. */
export async function fakeServer(answer: RequestListener): Promise<FakeServer> {
  let server = await listening(answer, 0);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the listening socket has no port');
  const { port } = address;
  const leave = async (): Promise<void> => {
    if (!server.listening) return;
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  return {
    url: `http://127.0.0.1:${port}`,
    leave,
    async comeBack() {
      server = await listening(answer, port);
    },
  };
}

async function listening(answer: RequestListener, port: number): Promise<Server> {
  const server = createServer(answer);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** Prometheus' answer to a range query: one series that stays at `value`. */
export function steadyMatrix(query: URLSearchParams, value: string): string {
  const [start, end, step] = ['start', 'end', 'step'].map((name) => Number.parseFloat(query.get(name) ?? ''));
  const values: [number, string][] = [];
  for (let at = start ?? 0; at <= (end ?? 0); at += step || 15) values.push([at, value]);
  return JSON.stringify({
    status: 'success',
    data: { resultType: 'matrix', result: [{ metric: { service: 'vote', job: 'vote' }, values }] },
  });
}

/** And to an instant query. */
export function steadyVector(query: URLSearchParams, value: string): string {
  const result = [{ metric: { service: 'vote', job: 'vote' }, value: [Number(query.get('time')), value] }];
  return JSON.stringify({ status: 'success', data: { resultType: 'vector', result } });
}
