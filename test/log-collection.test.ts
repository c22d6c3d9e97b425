/**
 * How the logs of the voting app are read: dist/'s configuration of Alloy, as its own parser reads it, over lines that
 * the services write.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMPONENTS } from '../lib/emit/alloy/components.ts';
import { root } from '../scripts/project.ts';
import { composeProject } from '../stack/services.ts';
import { type AlloyBlock, everyBlock, readAlloy } from './support/alloy.ts';
import { processed } from './support/alloy-pipeline.ts';
import { describeWithServer } from './support/servers.ts';

const FILES = ['dist/alloy/config.alloy', 'dist/stock/alloy/config.alloy'].map((path) => join(root, path));

/** A line of each kind that the services write, with its level; nothing else in it is a name of a level. */
const LINES = [
  [
    'vote',
    'info',
    '172.18.0.1 - - [27/Nov/2026:12:00:00 +0000] "POST /?page=2 HTTP/1.1" 302 1500 "-" "Mozilla/5.0 (X11)"',
  ],
  ['vote', 'info', '[2026-11-27 12:00:00 +0000] [9] [INFO] Received vote for x<script>'],
  ['vote', 'info', '[2026-11-27 12:00:00,563] INFO in app: Received vote for ERROR in app'],
  ['vote', 'error', '172.18.0.1 - - [27/Nov/2026:12:00:00 +0000] "POST / HTTP/1.1" 500 265 "-" "Mozilla/5.0 (X11)"'],
  ['vote', 'info', '172.18.0.1 - - [27/Nov/2026:12:00:00 +0000] "GET /?\\" 500 HTTP/1.1" 200 9 "-" "curl"'],
  ['vote', 'error', '[2026-11-27 12:00:00,563] ERROR in app: Exception on / [POST]'],
  ['vote', 'error', '[2026-11-27 12:00:00 +0000] [1] [CRITICAL] WORKER TIMEOUT (pid:9)'],
  ['vote', 'warning', '[2026-11-27 12:00:00 +0000] [1] [WARNING] Worker with pid 9 was terminated due to signal 9'],
  ['vote', 'error', 'Traceback (most recent call last):'],
  ['vote', 'error', 'redis.exceptions.ConnectionError: Error 111 connecting to redis:6379. Connection refused.'],
  ['worker', 'info', "Processing vote for 'a' by '5f0c3b00000a'"],
  ['worker', 'warning', 'Waiting for db'],
  ['worker', 'warning', 'Reconnecting Redis'],
  ['worker', 'error', 'System.Exception: Waiting for db'],
  ['worker', 'error', 'Unhandled exception. Npgsql.NpgsqlException (0x80004005): Exception while reading from stream'],
  [
    'db',
    'info',
    '2026-11-27 12:00:00.123 UTC [65] ERROR:  duplicate key value violates unique constraint "votes_id_key"',
  ],
  ['db', 'info', '2026-11-27 12:00:00.123 UTC [65] DETAIL:  Key (id)=(5f0c3b00000a) already exists.'],
  ['db', 'error', '2026-11-27 12:05:00.500 UTC [70] FATAL:  sorry, too many clients already'],
  ['db', 'warning', '2026-11-27 12:05:00.500 UTC [70] WARNING:  there is no transaction in progress'],
  ['redis', 'info', '1:M 27 Nov 2026 12:00:00.123 * Background saving terminated with success'],
  ['redis', 'warning', "1:M 27 Nov 2026 12:00:00.123 # Can't save in background: fork: Cannot allocate memory"],
  ['result', 'info', 'Connected to db'],
  ['result', 'error', 'Error: Connection terminated unexpectedly'],
] as const;

function line(service: string, text: string, stream = 'stdout'): Parameters<typeof processed>[1] {
  return { text, labels: { project: composeProject, service, container: `${composeProject}-${service}-1`, stream } };
}

function component(blocks: readonly AlloyBlock[], name: string): AlloyBlock {
  const found = blocks.find((block) => block.name === name);
  if (found === undefined) throw new Error(`no ${name} in the file`);
  return found;
}

describeWithServer(['alloy-check'], 'Alloy’s configuration', () => {
  describe.each(FILES)('%s', (file) => {
    const { blocks, formatted } = readAlloy(file);
    const pipeline = component(blocks, 'loki.process');

    it('is formatted as Alloy would', () => {
      expect(readFileSync(file, 'utf8').trim()).toBe(formatted.trim());
    });

    it('uses what the table of components has, and nothing else', () => {
      const rows = new Map(COMPONENTS.map((row) => [row.block, row]));
      for (const { block, around } of everyBlock(blocks)) {
        const { name } = block;
        const row = rows.get(name.startsWith('stage.') || around.length === 0 ? name : `${around.at(-1)} > ${name}`);
        expect(row, `${around.join(' > ')} > ${name}`).toBeDefined();
        expect([...(row?.required ?? []), ...(row?.optional ?? [])]).toEqual(
          expect.arrayContaining(Object.keys(block.arguments)),
        );
        expect(Object.keys(block.arguments)).toEqual(expect.arrayContaining([...(row?.required ?? [])]));
      }
    });

    it('refers to components that are there', () => {
      const known = blocks.map(({ name, label }) => `${name}.${label}`);
      const references = JSON.stringify(blocks).matchAll(/"reference":"\[?([\w.]+)\.\w+\]?"/g);
      const referred = [...references].map(([, to]) => to);
      expect(referred.length).toBeGreaterThan(3);
      expect(known).toEqual(expect.arrayContaining(referred));
    });

    it('looks at containers of the voting app alone, and knows their service and stream', () => {
      expect(component(blocks, 'discovery.docker').blocks[0]?.arguments).toEqual({
        name: 'label',
        values: [`com.docker.compose.project=${composeProject}`],
      });
      const rules = component(blocks, 'discovery.relabel').blocks.map((rule) => rule.arguments.target_label);
      expect(rules).toEqual(['project', 'service', 'container', 'stream']);
    });

    it.each(LINES)('%s, %s: %s', (service, level, text) => {
      expect(processed(pipeline, line(service, text)).labels).toEqual({ ...line(service, text).labels, level });
    });

    it('lets no voter through', () => {
      const texts = LINES.map(([service, , text]) => processed(pipeline, line(service, text)).text);
      expect(LINES.filter(([, , text]) => text.includes('5f0c3b'))).toHaveLength(2);
      expect(texts.filter((text) => text.includes('5f0c3b'))).toEqual([]);
      expect(texts).toContain("Processing vote for 'a' by '(masked)'");
      expect(texts).toContain('2026-11-27 12:00:00.123 UTC [65] DETAIL:  Key (id)=(masked) already exists.');
    });
  });

  describe('requests of vote in today’s images', () => {
    const pipeline = component(readAlloy(FILES[1] ?? '').blocks, 'loki.process');
    const counted = (service: string, text: string) =>
      processed(pipeline, line(service, text)).counted.map(({ metric, value, labels: { method, status } }) => [
        metric,
        value,
        `${method} ${status}`,
      ]);
    const REQUESTS = 'log_http_requests_total';
    const DURATION = 'log_http_request_duration_seconds';

    it.each([
      [
        'gunicorn',
        '172.18.0.1 - - [27/Nov/2026:12:00:00 +0000] "POST / HTTP/1.1" 200 1500 "-" "Mozilla/5.0"',
        'POST 200',
      ],
      [
        'an escaped quote',
        '172.18.0.1 - - [27/Nov/2026:12:00:00 +0000] "GET /\\"x HTTP/1.1" 404 9 "-" "curl"',
        'GET 404',
      ],
      ['Flask', '172.18.0.1 - - [27/Nov/2026 12:00:00] "GET / HTTP/1.1" 200 -', 'GET 200'],
      [
        'Flask, in colour',
        '172.18.0.1 - - [27/Nov/2026 12:00:00] "\u001b[35m\u001b[1mPOST / HTTP/1.1\u001b[0m" 500 -',
        'POST 500',
      ],
    ])('are counted by status: %s', (_, text, expected) => {
      expect(counted('vote', text)).toEqual([[REQUESTS, 1, expected]]);
    });

    it('have a duration where gunicorn was asked for one', () => {
      const text = '172.18.0.1 - - [27/Nov/2026:12:00:00 +0000] "POST / HTTP/1.1" 200 1500 "-" "Mozilla/5.0" 1534us';
      expect(counted('vote', text)).toEqual([
        [REQUESTS, 1, 'POST 200'],
        [DURATION, 0.001534, 'POST 200'],
      ]);
    });

    it.each([
      ['a vote', '[2026-11-27 12:00:00 +0000] [9] [INFO] Received vote for "GET / HTTP/1.1" 200 -'],
      ['a method that nobody knows', '172.18.0.1 - - [27/Nov/2026 12:00:00] "HACK / HTTP/1.1" 400 -'],
      ['no request at all', '172.18.0.1 - - [27/Nov/2026 12:00:00] code 400, message Bad request version'],
    ])('are not counted where there are none: %s', (_, text) => {
      expect(counted('vote', text)).toEqual([]);
    });

    it('are those of vote alone', () => {
      expect(counted('result', '172.18.0.1 - - [27/Nov/2026 12:00:00] "GET / HTTP/1.1" 200 -')).toEqual([]);
    });
  });
});
