/** A client of PostgreSQL that stays: it holds a connection, a transaction or a lock for as long as a test wants. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Place } from './place.ts';

export interface Session {
  /** Sends SQL, and does not wait for its end: it may wait for a lock. */
  send(sql: string): void;
  close(): void;
}

/**
 * Opens a session as the superuser. psql would be a process each, and a hundred of them are wanted.
 * Source: https://www.postgresql.org/docs/15/protocol-message-formats.html (StartupMessage, Query)
 */
export async function openSession({ port }: Place): Promise<Session> {
  const socket = connect({ host: '127.0.0.1', port: port['db:5432'] });
  await once(socket, 'connect');
  socket.on('error', () => {});
  // What the server answers is read, so that it does not wait for it, and not looked at.
  socket.resume();
  socket.write(startup());
  await once(socket, 'data');
  return { send: (sql) => void socket.write(query(sql)), close: () => socket.destroy() };
}

const PROTOCOL_3 = 196_608;

function startup(): Buffer {
  const text = Buffer.from('user\0postgres\0database\0postgres\0\0');
  const head = Buffer.alloc(8);
  head.writeInt32BE(head.length + text.length, 0);
  head.writeInt32BE(PROTOCOL_3, 4);
  return Buffer.concat([head, text]);
}

function query(sql: string): Buffer {
  const text = Buffer.from(`${sql}\0`);
  const head = Buffer.alloc(5);
  head.write('Q');
  head.writeInt32BE(4 + text.length, 1);
  return Buffer.concat([head, text]);
}

/** Connections to Redis that say nothing, and stay. */
export async function holdRedis({ port }: Place, count: number): Promise<readonly Socket[]> {
  const sockets = Array.from({ length: count }, () => connect({ host: '127.0.0.1', port: port['redis:6379'] }));
  for (const socket of sockets) socket.on('error', () => {});
  await Promise.all(sockets.filter((socket) => socket.connecting).map((socket) => once(socket, 'connect')));
  return sockets;
}
