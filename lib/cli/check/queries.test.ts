import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answering, HTML, page } from '../../../test/support/answering.ts';
import { freePort } from '../../../test/support/process.ts';
import { loadProject } from '../project.ts';
import { queriesStep } from './queries.ts';

const project = await loadProject({ folder: join(import.meta.dirname, '../../template') });

/** What the check says, without the changing part of the address. */
async function said(url: string): Promise<string> {
  const step = queriesStep(url, project);
  if ('skipped' in step) return step.skipped;
  return (await step.run()).replace(/http:\/\/127\.0\.0\.1:\d+/g, 'ADDRESS');
}

const json = (status: number, value: unknown): RequestListener =>
  page(status, 'application/json', JSON.stringify(value));
const EMPTY = { status: 'success', data: { resultType: 'vector', result: [] } };

/** Answers the first query, by which the address is tried, and the others as told. */
function afterTheFirst(listener: RequestListener): {
  readonly asked: () => number;
  readonly listener: RequestListener;
} {
  let asked = 0;
  return {
    asked: () => asked,
    listener: (request, response) => {
      asked += 1;
      (asked === 1 ? json(200, EMPTY) : listener)(request, response);
    },
  };
}

describe('every query of a project', () => {
  it('is asked, after one that every Prometheus answers', async () => {
    const { asked, listener } = afterTheFirst(json(200, EMPTY));
    expect(await said(await answering(listener))).toBe('');
    expect(asked()).toBeGreaterThan(3);
  });

  it.each<[string, RequestListener, string]>([
    ['null', json(200, null), 'something that is no Prometheus'],
    ['a list', json(200, []), 'something that is no Prometheus'],
    ['a success without data', json(200, { status: 'success' }), 'something that is no Prometheus'],
    ['null for data', json(200, { status: 'success', data: null }), 'something that is no Prometheus'],
    ['no result type', json(200, { status: 'success', data: { result: [] } }), 'something that is no Prometheus'],
    [
      'an unknown result type',
      json(200, { status: 'success', data: { resultType: 'streams', result: [] } }),
      'something that is no Prometheus',
    ],
    ['no result', json(200, { status: 'success', data: { resultType: 'vector' } }), 'something that is no Prometheus'],
    ['a success with the status 500', json(500, EMPTY), 'something that is no Prometheus, the status 500'],
    ['401', page(401, 'text/plain', 'Unauthorized'), 'a request for a password (401)'],
    ['a page of a proxy', page(200, 'text/html', HTML), 'something that is no Prometheus'],
    ['404', page(404, 'text/plain', 'not found'), 'something that is no Prometheus, the status 404'],
    [
      'an error',
      json(422, { status: 'error', errorType: 'execution', error: 'too many samples' }),
      'a refusal: too many samples',
    ],
  ])('fails on %s', async (_, listener, found) => {
    const later = afterTheFirst(listener);
    const lines = (await said(await answering(later.listener))).split('\n\n');
    expect(lines).toHaveLength(later.asked() - 1);
    expect(lines.map((text) => text.split('\n').at(-1)?.trim())).toEqual(lines.map(() => found));
  });

  it('is not asked where the first is not answered', async () => {
    let asked = 0;
    const url = await answering((request, response) => {
      asked += 1;
      page(401, 'text/plain', '')(request, response);
    });
    expect(await said(url)).toMatch(/^ADDRESS: found a request for a password \(401\)/);
    expect(asked).toBe(1);
    expect(await said(`http://127.0.0.1:${await freePort()}`)).toMatch(
      /found no connection: no server listens at this address/,
    );
    expect(await said('prometheus:9090')).toMatch(/^prometheus:9090: found a text that is not an address/);
  });

  it('is asked below the path that the address has, with the password that it has', async () => {
    const asked = new Set<string>();
    const url = await answering((request, response) => {
      asked.add(`${request.method} ${request.url} ${request.headers.authorization}`);
      json(200, EMPTY)(request, response);
    });
    const step = queriesStep(`${url.replace('//', '//me:s3cret@')}/prometheus/`, project);
    expect(step.name).toBe(`queries at ${url}/prometheus/`);
    expect('run' in step && (await step.run())).toBe('');
    expect([...asked]).toEqual([`POST /prometheus/api/v1/query Basic ${Buffer.from('me:s3cret').toString('base64')}`]);
  });
});
