/** The preview as others get it: packed beside the library, installed into a project elsewhere, and seen in a browser. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawn } from '../../preview/server/browser.ts';
import { pack, packPreview } from '../../scripts/pack/tarball.ts';
import { complainingPage, describeWithPreview, startTestBrowser } from '../support/preview.ts';

const PATIENCE_MS = 300_000;
/** With the compiler that a project gets from `init`. Where the page is bundled from its sources, its packages alone take 500. */
const MOST_MEGABYTES = 150;

describeWithPreview('the preview in a project elsewhere', () => {
  const work = realpathSync(mkdtempSync(join(tmpdir(), 'preview-package-')));
  const project = join(work, 'project');
  const program = join(project, 'node_modules/.bin/plainsight');
  let preview: Awaited<ReturnType<typeof packPreview>>;

  const npm = (...args: readonly string[]): void => {
    const options = ['--prefer-offline', '--no-audit', '--no-fund'];
    execFileSync('npm', [...args, ...options], { cwd: project, stdio: 'pipe', timeout: PATIENCE_MS });
  };
  const run = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: project, encoding: 'utf8', env: ENVIRONMENT });
    return { status, stdout, stderr };
  };

  beforeAll(async () => {
    mkdirSync(project);
    const library = await pack(work);
    npm('install', library.file);
    run('init');
    preview = await packPreview(work);
  }, 2 * PATIENCE_MS);
  afterAll(() => rmSync(work, { recursive: true, force: true }), PATIENCE_MS);

  it('is asked for where it is missing', () => {
    const { status, stderr } = run('preview');
    expect([status, stderr]).toEqual([
      1,
      `The preview is a package of its own, and ${project} has none: install the plainsight-preview tarball that lies beside the one of plainsight, in the same version.\n`,
    ]);
  });

  it('is small once it is installed, and names what it contains of others', () => {
    npm('install', preview.file);
    const size = Number(execFileSync('du', ['-sm', 'node_modules'], { cwd: project, encoding: 'utf8' }).split('\t')[0]);
    expect(size).toBeLessThan(MOST_MEGABYTES);
    const licences = readFileSync(join(project, 'node_modules/plainsight-preview/LICENSES.md'), 'utf8');
    for (const name of ['@grafana/ui', '@grafana/data', 'react', 'uplot', '@fontsource/inter'])
      expect(licences).toContain(`\n## ${name} `);
    expect(licences).toMatch(/## @grafana\/ui \S+ \(Apache-2\.0\)\n\n\s*Apache License/);
  });

  it(
    'shows the project in a browser, and a save at once',
    async () => {
      const child = spawn(program, ['preview'], { cwd: project, env: ENVIRONMENT });
      const browser = await startTestBrowser();
      try {
        const url = await addressSaid(child);
        const { page, complaints } = await complainingPage(browser);
        await page.goto(url);
        await page.locator('.chip', { hasText: 'built at' }).waitFor();
        await drawn(page);
        expect(await page.locator('[data-panel] canvas').count()).toBeGreaterThan(0);
        const file = join(project, 'stack/signals/hosts.ts');
        const text = readFileSync(file, 'utf8');
        writeFileSync(file, text.replace(/name: '[^']+'/, "name: 'Called otherwise'"));
        await page.locator('[data-panel][data-title="Called otherwise"]').waitFor();
        writeFileSync(file, text);
        expect(complaints).toEqual([]);
      } finally {
        child.kill();
        await browser.stop();
      }
    },
    PATIENCE_MS,
  );

  it(
    'writes pictures, with a browser and without',
    () => {
      expect(run('preview', '--png', join(work, 'png'), '--panels').stdout).toMatch(
        /hosts\.png\n.*hosts-[\w-]+\.png\n/,
      );
      const { stdout, stderr } = spawnSync(program, ['preview', '--png', join(work, 'svg')], {
        cwd: project,
        encoding: 'utf8',
        env: { ...ENVIRONMENT, CHROMIUM: '/nope' },
      });
      expect([stdout, stderr]).toEqual([
        `written   ${join(work, 'svg/hosts.png')}\n`,
        expect.stringMatching(/^No Chromium/),
      ]);
    },
    PATIENCE_MS,
  );

  it('has the options of the command here', () => {
    expect(run('preview', '--help')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('--prometheus <url>'),
    });
    expect(run('preview', '--port', '99999')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('A port is a number from 1 to 65535.'),
    });
  });
});

/** Without what this test's own process has in its options. */
const ENVIRONMENT = { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '' };

async function addressSaid({ stdout, stderr }: ChildProcess): Promise<string> {
  let said = '';
  return await new Promise((resolve, reject) => {
    for (const stream of [stdout, stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
        if (address !== undefined) resolve(address);
      });
    }
    stdout?.on('end', () => reject(new Error(`It said no address:\n${said}`)));
  });
}
