import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { freePort, runToEnd, startProcess } from './process.ts';

const node = process.execPath;

/** A server that answers on the port, on TERM does what it is told, and ends by itself should a test fail to end it. */
function server(port: number, onTerm = 'process.exit(0)'): readonly string[] {
  const body = `setTimeout(() => process.exit(), 10_000); process.on('SIGTERM', () => { ${onTerm} });
    require('node:http').createServer((_, answer) => answer.end('ok')).listen(${port}, '127.0.0.1', () => console.log('up'));`;
  return ['-e', body];
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** For a process that is nobody's child any more: its id may linger after its end, its port does not. */
async function answers(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/`).then(
    ({ ok }) => ok,
    () => false,
  );
}

describe('startProcess', () => {
  it('waits until the process answers, and stop ends it', async () => {
    const port = await freePort();
    const running = await startProcess(node, server(port), { readyUrl: `http://127.0.0.1:${port}/` });
    expect(isAlive(running.pid)).toBe(true);
    expect(running.output()).toBe('up\n');
    await running.stop();
    await running.stop();
    expect(isAlive(running.pid)).toBe(false);
  });

  it('gives it an environment, hears its lines, and asks it to end with the signal that it knows', async () => {
    const port = await freePort();
    const body = `console.log(process.env.GREETING); console.error('half'); process.on('SIGTERM', () => {});
      require('node:net').createServer().listen(${port}, '127.0.0.1'); setTimeout(() => process.exit(), 10_000);`;
    const lines: (readonly [line: string, stream: string])[] = [];
    const running = await startProcess(node, ['-e', body], {
      readyUrl: `tcp://127.0.0.1:${port}`,
      environment: { GREETING: 'good day' },
      stopSignal: 'SIGINT',
      patience: 8_000,
      onLine: (line, stream) => lines.push([line, stream]),
    });
    const asked = performance.now();
    await running.stop();
    expect(performance.now() - asked).toBeLessThan(8_000);
    expect(running.isAlive()).toBe(false);
    expect(lines).toEqual([
      ['good day', 'stdout'],
      ['half', 'stderr'],
    ]);
  });

  it('ends a process that ignores TERM', async () => {
    const port = await freePort();
    const options = { readyUrl: `http://127.0.0.1:${port}/`, patience: 100 };
    const running = await startProcess(node, server(port, '/* no */'), options);
    await running.stop();
    expect(isAlive(running.pid)).toBe(false);
  });

  const readyUrl = 'http://127.0.0.1:9/';
  it.each([
    [
      'ends at once',
      ['-e', 'console.error("bad flag"); process.exit(3)'],
      /ended \(exit code 3\).*answered.*bad flag/s,
      20_000,
    ],
    ['stays silent', ['-e', 'setInterval(() => {}, 1000)'], /took too long/, 500],
  ])('says what happened when the process %s', async (_, args, message, timeout) => {
    await expect(startProcess(node, args, { readyUrl, timeout })).rejects.toThrow(message);
  });

  it('says so when there is no such program', async () => {
    await expect(startProcess('/nowhere/prometheus', [], { readyUrl })).rejects.toThrow('ENOENT');
  });

  it.each(['process.exit(0)', 'process.kill(process.pid, "SIGTERM")', 'process.disconnect()'])(
    'leaves no child after %s',
    async (ending) => {
      const port = await freePort();
      const script = `const { startProcess } = await import('./process.ts');
      const { pid } = await startProcess(process.execPath, ${JSON.stringify(server(port, '/* no */'))}, { readyUrl: 'http://127.0.0.1:${port}/' });
      process.stdout.write(String(pid), () => { ${ending}; });`;
      const parent = spawn(node, ['--import', 'tsx', '--input-type=module', '-e', script], {
        cwd: fileURLToPath(new URL('.', import.meta.url)),
        stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      });
      let printed = '';
      parent.stdout?.on('data', (chunk) => {
        printed += String(chunk);
      });
      await once(parent, 'close');
      expect(Number(printed)).toBeGreaterThan(1);
      await expect.poll(() => answers(port), { timeout: 2_000 }).toBe(false);
    },
  );
});

describe('runToEnd', () => {
  it('gives the output', async () => {
    expect(await runToEnd(node, ['-e', 'console.log(7)'])).toBe('7\n');
  });

  it('fails with the output of a program that fails', async () => {
    await expect(runToEnd(node, ['-e', 'console.error("no such rule"); process.exit(2)'])).rejects.toThrow(
      /failed \(2\):\nno such rule/,
    );
  });

  it('ends a program that takes too long', async () => {
    await expect(runToEnd(node, ['-e', 'setInterval(() => {}, 1000)'], 200)).rejects.toThrow('SIGKILL');
  });
});
