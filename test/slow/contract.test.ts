/**
 * `npm run contract` as a developer of a service runs it: on recorded scrapes, on broken ones, and on services that were
 * instrumented by the very instructions of the contract.
 */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { flask } from '../../stack/contracts/flask.ts';
import { node } from '../../stack/contracts/node.ts';
import { fill, freshFolder } from '../support/folder.ts';
import { freePort, type Running, startProcess } from '../support/process.ts';
import { describeUnless } from '../support/servers.ts';

const root = join(import.meta.dirname, '../..');
const scrape = (service: string): string => join(import.meta.dirname, `../fixtures/scrapes/${service}.prom`);

interface Ended {
  readonly code: number;
  readonly output: string;
}

function contract(...args: readonly string[]): Promise<Ended> {
  const all = ['--import', 'tsx', join(root, 'scripts/contract.ts'), ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, all, { cwd: root, env: { ...process.env, NO_COLOR: '1' } }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), output: `${stdout}${stderr}` });
    });
  });
}

describe('npm run contract', () => {
  it('is content with recorded scrapes of services that were instrumented', async () => {
    const { code, output } = await contract(...['vote', 'result', 'worker'].map(scrape));
    expect(output).toMatch(/^vote: (\d+) of \1 metrics are as they are read\.$/m);
    expect(output).toMatch(/^result: (\d+) of \1 metrics/m);
    expect(output).toMatch(/^worker: (\d+) of \1 metrics/m);
    expect(code).toBe(0);
  });

  /** A recorded scrape with one thing changed, and what is said of it. */
  const BROKEN: readonly (readonly [why: string, change: (text: string) => string, says: readonly string[]])[] = [
    [
      'a metric that is not there',
      (text) => text.replace(/^.*votes_total.*\n/gm, ''),
      ['missing', 'votes_total', 'expose votes_total'],
    ],
    [
      'requests as prometheus_flask_exporter counts them',
      (text) => text.replaceAll('http_requests_total', 'flask_http_request_total'),
      ['missing', 'flask_http_request_total, as prometheus_flask_exporter names it'],
    ],
    [
      'a counter as a gauge',
      (text) => text.replace('# TYPE http_requests_total counter', '# TYPE http_requests_total gauge'),
      ['wrong kind', 'make it a counter'],
    ],
    [
      'a status under another name',
      (text) => text.replace(/^(http_requests_total\{.*)status=/gm, '$1status_code='),
      ['label missing', 'name the label status that is called status_code now'],
    ],
    [
      'buckets without the bound of the objective',
      (text) => text.replace(/^.*le="0\.5".*\n/gm, ''),
      ['bucket missing', 'add 0.5 to its buckets'],
    ],
  ];

  it('refuses five broken services, each for its own reason', async () => {
    const folder = freshFolder();
    const text = readFileSync(scrape('vote'), 'utf8');
    fill(folder, Object.fromEntries(BROKEN.map(([, change], index) => [`${index}.prom`, change(text)])));
    const { code, output } = await contract(...BROKEN.map((_, index) => `vote=${join(folder, `${index}.prom`)}`));
    const texts = output.split('\n\n');
    for (const [index, [why, , says]] of BROKEN.entries()) {
      for (const part of says) expect(texts[index], why).toContain(part);
    }
    expect(code).toBe(1);
  });

  it.each<readonly [args: readonly string[], says: string]>([
    [[], "missing required argument 'places'"],
    [['shop.prom'], 'Which service is shop.prom? Say it: vote=shop.prom.'],
    [['vote=nowhere.prom'], 'nowhere.prom: found no such file'],
    [['vote=x.prom', '--times', '0'], '--times 0: a whole number from 1 to 50.'],
  ])('answers %j in one line', async (args, says) => {
    const { code, output } = await contract(...args);
    expect(output).toContain(says);
    expect(output).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
  });
});

/** The code of instructions, in order. */
function codeOf(instructions: string): readonly string[] {
  return [...instructions.matchAll(/^~~~\w+\n([\s\S]*?)^~~~$/gm)].map(([, code = '']) => code);
}

const PYTHON = [
  '/usr/bin/gunicorn',
  '/usr/lib/python3/dist-packages/flask',
  '/usr/lib/python3/dist-packages/prometheus_client',
];
const noPython = PYTHON.every(existsSync)
  ? undefined
  : '`apt-get install gunicorn python3-flask python3-prometheus-client` gets it';

describeUnless(noPython, 'the instructions for Flask, on gunicorn with four workers', () => {
  const [metrics = '', gunicorn = ''] = codeOf(flask);
  const app = [
    'from flask import Flask, request',
    'from metrics import count_vote, instrument',
    'app = Flask(__name__)',
    'instrument(app)',
    "@app.route('/', methods=['GET', 'POST'])",
    'def vote():',
    "    if request.method == 'POST': count_vote(request.form['vote'])",
    "    return 'ok'",
    '',
  ].join('\n');

  async function withVote(
    code: { readonly metrics: string; readonly gunicorn: string },
    body: (url: string) => Promise<void>,
  ): Promise<void> {
    const folder = freshFolder();
    fill(folder, { 'metrics.py': code.metrics, 'app.py': app, 'gunicorn.conf.py': code.gunicorn });
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const args = [
      '--chdir',
      folder,
      '-c',
      join(folder, 'gunicorn.conf.py'),
      '-w',
      '4',
      '-b',
      `127.0.0.1:${port}`,
      'app:app',
    ];
    const server: Running = await startProcess('/usr/bin/gunicorn', args, { readyUrl: url });
    try {
      for (let vote = 0; vote < 40; vote += 1) {
        const body = new URLSearchParams({ vote: vote % 2 === 0 ? 'a' : '<script>' });
        await fetch(url, { method: 'POST', body, headers: { connection: 'close' } });
      }
      await body(url);
    } finally {
      await server.stop();
    }
  }

  it('fulfil the contract, and count every vote once', async () => {
    await withVote({ metrics, gunicorn: gunicorn.replaceAll('/tmp/prometheus', freshFolder()) }, async (url) => {
      const { code, output } = await contract(`vote=${url}/metrics`);
      expect(output).toMatch(/^vote: (\d+) of \1 metrics are as they are read\.$/m);
      expect(code).toBe(0);
      const text = await (await fetch(`${url}/metrics`)).text();
      expect(text).toContain('votes_total{vote="a"} 20.0');
      expect(text).toContain('votes_total{vote="other"} 20.0');
    });
  });

  it('are needed: without multiprocess mode the counters jump from worker to worker', async () => {
    const handler = / {4}registry = CollectorRegistry\(\)\n\s+MultiProcessCollector\(registry\)\n/;
    const single = metrics.replace(handler, '').replace('generate_latest(registry)', 'generate_latest()');
    expect(single).not.toContain('(registry)');
    await withVote({ metrics: single, gunicorn: '' }, async (url) => {
      const { code, output } = await contract(`vote=${url}/metrics`, '--times', '20');
      expect(output).toMatch(/^ {2}jumps {2}http_request/m);
      expect(output).toContain('multiprocess mode of the client library');
      expect(code).toBe(1);
    });
  });
});

describe('the instructions for Node.js', () => {
  it('fulfil the contract', async () => {
    const folder = freshFolder();
    const client = createRequire(import.meta.url).resolve('prom-client');
    const [code = ''] = codeOf(node);
    fill(folder, {
      'metrics.js': code.replace("'prom-client'", JSON.stringify(client)),
      'server.js': [
        "const { createServer } = require('node:http');",
        "const { measure, metrics } = require('./metrics.js');",
        'createServer((request, response) => measure(request, response, () => {',
        "  if (request.url === '/metrics') return metrics(request, response);",
        '  response.end("ok");',
        "})).listen(Number(process.argv[2]), '127.0.0.1');",
      ].join('\n'),
    });
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const server = await startProcess(process.execPath, [join(folder, 'server.js'), String(port)], { readyUrl: url });
    try {
      const ended = await contract(`result=${url}/metrics`);
      expect(ended.output).toMatch(/^result: (\d+) of \1 metrics are as they are read\.$/m);
      expect(ended.code).toBe(0);
    } finally {
      await server.stop();
    }
  });
});
