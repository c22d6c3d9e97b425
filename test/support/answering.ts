/** Addresses of this machine that answer as a test tells them to, until it ends. */
import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach } from 'vitest';

/** What many a wrong address answers. */
export const HTML = '<!DOCTYPE html>\n<html><body>Exporter</body></html>';
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** An address that answers as told. */
export async function answering(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

/** Always the same answer. */
export function page(status: number, type: string, text: string): RequestListener {
  return (_, response) => {
    response.writeHead(status, { 'content-type': type });
    response.end(text);
  };
}
