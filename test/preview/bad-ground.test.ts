/** The preview on bad ground: answers that are none, questions that are none, folders that lead to themselves. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Target } from '../../preview/protocol.ts';
import { intervals } from '../../preview/server/interval.ts';
import { ask, labelNames } from '../../preview/server/live.ts';
import { dataRequest } from '../../preview/server/request.ts';
import { watchFiles } from '../../preview/server/watch.ts';
import { answering, HTML, page } from '../support/answering.ts';
import { freshFolder } from '../support/folder.ts';

const HOUR = 3_600_000;
const times = intervals({ from: 0, to: HOUR, points: 60, scrapeMs: 15_000, minMs: 0 });

/** The answer, or what is said of it without the changing part of the address. */
async function answerOf(server: string, target: Target = { refId: 'A', expr: 'a' }): Promise<unknown> {
  try {
    return await ask({ server, target, text: 'a', from: 0, to: HOUR, times });
  } catch (error) {
    return String(error).replace(/http:\/\/127\.0\.0\.1:\d+/g, 'ADDRESS');
  }
}

const data = (value: unknown): RequestListener =>
  page(200, 'application/json', JSON.stringify({ status: 'success', data: value }));
const NO_RESULT = 'Error: ADDRESS answered with something that is no query result.';

describe('an answer', () => {
  it.each<[string, unknown]>([
    ['null', null],
    ['a result without a type', { result: [] }],
    ['an unknown type', { resultType: 'table', result: [] }],
    ['a type that objects have', { resultType: 'constructor', result: [] }],
    ['null for a result', { resultType: 'matrix', result: null }],
    ['null for a series', { resultType: 'matrix', result: [null] }],
    ['null for labels', { resultType: 'matrix', result: [{ metric: null, values: [] }] }],
    ['null for a label', { resultType: 'vector', result: [{ metric: { a: null }, value: [0, '1'] }] }],
    ['null for values', { resultType: 'matrix', result: [{ metric: {}, values: null }] }],
    ['null for a point', { resultType: 'matrix', result: [{ metric: {}, values: [null] }] }],
    ['null for a value', { resultType: 'matrix', result: [{ metric: {}, values: [[0, null]] }] }],
    ['null for a scalar', { resultType: 'scalar', result: null }],
    ['null for a stream', { resultType: 'streams', result: [{ stream: null, values: [] }] }],
    ['null for a line', { resultType: 'streams', result: [{ stream: {}, values: [['0', null]] }] }],
  ])('with %s is said to be none', async (_, value) => {
    expect(await answerOf(await answering(data(value)))).toBe(NO_RESULT);
  });

  it.each<[string, unknown]>([
    ['a matrix', { resultType: 'matrix', result: [{ metric: { a: 'b' }, values: [[0, '1']] }] }],
    ['nothing', { resultType: 'matrix', result: [] }],
    ['a vector', { resultType: 'vector', result: [{ metric: {}, value: [0, 'NaN'] }] }],
    ['a scalar', { resultType: 'scalar', result: [0, '1'] }],
    ['native histograms', { resultType: 'matrix', result: [{ metric: {}, histograms: [[0, {}]] }] }],
    ['lines with metadata', { resultType: 'streams', result: [{ stream: {}, values: [['0', 'a line', { a: 'b' }]] }] }],
  ])('with %s is passed on', async (_, value) => {
    expect(await answerOf(await answering(data(value)))).toEqual(value);
  });

  it.each<[string, RequestListener, string]>([
    ['JSON that is null', page(200, 'application/json', 'null'), 'Error: ADDRESS answered 200: null.'],
    ['a page', page(200, 'text/html', HTML), 'Error: ADDRESS answered 200 with a web page'],
    ['401', page(401, 'text/plain', ''), 'Error: ADDRESS wants a password: start with --prometheus http://name'],
    ['nothing', page(200, 'text/plain', ''), 'Error: ADDRESS answered 200.'],
    [
      'a proxy that finds nobody',
      page(503, 'text/plain', 'no healthy upstream'),
      'Error: ADDRESS answered 503: no healthy upstream.',
    ],
    [
      'half of what it promised',
      (_, response) => response.writeHead(200, { 'content-length': '9' }).write('{', () => response.destroy()),
      'Error: ADDRESS does not answer',
    ],
  ])('of %s is told', async (_, listener, says) => {
    expect(await answerOf(await answering(listener))).toContain(says);
  });

  it('without end is left, six of them at once', async () => {
    const url = await answering((_, response) => {
      const more = (): void => {
        if (!response.destroyed) response.write('x'.repeat(1_000_000), more);
      };
      more();
    });
    const before = process.memoryUsage().rss;
    const answers = await Promise.all(Array.from({ length: 6 }, () => answerOf(url)));
    expect(answers).toEqual(Array(6).fill('Error: ADDRESS sends more than 16 MiB.'));
    expect(process.memoryUsage().rss - before).toBeLessThan(500_000_000);
  });
});

describe('a password in an address', () => {
  it('goes out as a header, and is in no message', async () => {
    const seen = new Set<string | undefined>();
    const url = await answering((request, response) => {
      seen.add(request.headers.authorization);
      response.writeHead(403, { 'content-type': 'text/plain' });
      response.end();
    });
    const withPassword = url.replace('//', '//me:s3cret@');
    const said = [await answerOf(withPassword), await labelNames(withPassword).catch(String)];
    expect([...seen]).toEqual([`Basic ${Buffer.from('me:s3cret').toString('base64')}`]);
    expect(said.join()).not.toContain('s3cret');
  });
});

describe('a question', () => {
  const whole = { profile: 'a', dashboard: 'b', panel: 1, from: 0, to: 1, points: 1, variables: { c: ['d'] } };

  it('is taken as it is, and without what else stands there', () => {
    const more = { ...whole, panel: 'annotations', anchor: { from: 0, to: 2 } };
    expect(dataRequest(JSON.stringify(whole))).toEqual(whole);
    expect(dataRequest(JSON.stringify({ ...more, extra: 1 }))).toEqual(more);
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['a list', []],
    ['a text', 'x'],
    ['nothing', {}],
    ...Object.keys(whole).map((key): [string, unknown] => [`no ${key}`, { ...whole, [key]: undefined }]),
    ...Object.keys(whole).map((key): [string, unknown] => [`null for ${key}`, { ...whole, [key]: null }]),
    ['an end before its beginning', { ...whole, from: 2 }],
    ['a text for a time', { ...whole, from: '0' }],
    ['a million points', { ...whole, points: 1e6 }],
    ['no points', { ...whole, points: 0 }],
    ['another word for a panel', { ...whole, panel: 'panels' }],
    ['a variable that is no list', { ...whole, variables: { c: 'd' } }],
    ['a variable with a number', { ...whole, variables: { c: [1] } }],
    ['an anchor that is no span', { ...whole, anchor: { from: 0 } }],
  ])('with %s is none', (_, value) => {
    expect(dataRequest(JSON.stringify(value))).toBeUndefined();
  });

  it.each(['', '{', 'undefined'])('is none where it is no JSON: %j', (text) => {
    expect(dataRequest(text)).toBeUndefined();
  });
});

describe('watched folders', () => {
  it('may have links that lead to themselves, around, or nowhere', () => {
    const root = freshFolder();
    mkdirSync(join(root, 'stack/deep'), { recursive: true });
    writeFileSync(join(root, 'stack/deep/a.ts'), '');
    symlinkSync('self', join(root, 'stack/self'));
    symlinkSync('self.ts', join(root, 'stack/self.ts'));
    symlinkSync('..', join(root, 'stack/deep/up'));
    symlinkSync(root, join(root, 'stack/around'));
    symlinkSync('gone.ts', join(root, 'stack/nowhere.ts'));
    symlinkSync('deep/a.ts', join(root, 'stack/b.ts'));
    const watch = watchFiles({ root, paths: () => ['stack'], onChange: () => undefined });
    expect(watch.files()).toBe(2);
    watch.stop();
  });
});
