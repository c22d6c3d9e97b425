/** The preview in a real browser: started as a user starts it, on the project or on a copy of it. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { type Browser, chromiumPath, startBrowser } from '../../preview/server/browser.ts';
import { ensurePage, isInstalled } from '../../preview/server/install.ts';
import { type Preview, startPreview } from '../../preview/server/server.ts';
import { root } from '../../scripts/project.ts';
import { freePort, type Running, startProcess } from './process.ts';
import { copyOfSources, type ProjectCopy } from './project-copy.ts';
import { describeUnless } from './servers.ts';

/** A `describe` that needs the preview and a browser. */
export function describeWithPreview(title: string, body: () => void): void {
  describeUnless(noChromium() ?? noComponents(), title, body);
}

/** The same for what needs the preview's package and no browser. */
export function describeWithComponents(title: string, body: () => void): void {
  describeUnless(noComponents(), title, body);
}

function noChromium(): string | undefined {
  return chromiumPath() === undefined ? 'no Chromium found; `apt-get install chromium` gets it' : undefined;
}

function noComponents(): string | undefined {
  const there = isInstalled(join(root, 'preview'));
  return there ? undefined : 'the preview is not installed; `npm ci --prefix preview` gets it';
}

/** It takes two seconds; a machine that is busy with other tests takes many more. */
const READY_WITHIN_MS = 90_000;

const QUIET = { say: () => undefined, wait: () => undefined, done: () => undefined };

export interface Started extends Running {
  readonly url: string;
}

/** The server of the project's own preview, in the process of the test: samples, or what the servers give. */
export async function startServer(
  servers: { readonly prometheus?: string; readonly loki?: string } = {},
): Promise<Preview> {
  await ensurePage(root, QUIET);
  const preview = await startPreview({ ...servers, root, mode: 'once' });
  await preview.state.ready;
  const { status, troubles } = preview.state.now();
  if (status.phase === 'built') return preview;
  await preview.stop();
  throw new Error(`the definitions cannot be loaded: ${JSON.stringify(troubles)}`);
}

/** Runs `npm run preview` in a folder, with its page bundled beforehand. */
export async function startPreviewIn(folder: string, args: readonly string[] = []): Promise<Started> {
  await ensurePage(folder, QUIET);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const command = ['--import', 'tsx', 'scripts/preview.ts', '--port', String(port), ...args];
  const running = await startProcess('/usr/bin/env', ['-C', folder, process.execPath, ...command], {
    readyUrl: `${url}/api/state`,
    timeout: READY_WITHIN_MS,
  });
  return { ...running, url };
}

/** A copy of the project to edit, with the page bundled. `remove` takes it away. */
export async function copyOfProject(): Promise<ProjectCopy> {
  await ensurePage(root, QUIET);
  const copy = copyOfSources(['.', 'preview']);
  cpSync(join(root, 'preview/build'), join(copy.folder, 'preview/build'), { recursive: true });
  return copy;
}

export interface Watched {
  readonly page: Page;
  /** What the browser complained about. */
  readonly complaints: string[];
}

/** A browser for the tests of a file. */
export async function startTestBrowser(): Promise<Browser> {
  const path = chromiumPath();
  if (path === undefined) throw new Error('no Chromium');
  return await startBrowser(path);
}

/** A new page whose complaints are collected; it is closed with the test. */
export async function watchedPage(browser: Browser): Promise<Watched> {
  const watched = await complainingPage(browser);
  onTestFinished(() => watched.page.close());
  return watched;
}

/** A new page whose complaints are collected, for all tests of a file. */
export async function complainingPage({ context }: Browser): Promise<Watched> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  return { page, complaints };
}
