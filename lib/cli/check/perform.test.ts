import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { perform } from './perform.ts';

let printed: string;
beforeEach(() => {
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += text;
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

const after = (ms: number, found: string) => () => new Promise<string>((done) => setTimeout(done, ms, found));

it('reports steps in their order, whichever ends first', async () => {
  const steps = [
    { name: 'slow', run: after(30, '') },
    { name: 'quick', run: after(1, '') },
    { name: 'absent', skipped: 'not here' },
  ];
  expect(await perform(steps)).toBe(0);
  expect(printed.replace(/\(\d+\.\d s\)/g, '(time)')).toBe(
    'Checking slow, quick, absent …\nok      slow (time)\nok      quick (time)\nskipped absent (not here)\n',
  );
});

it('ends with 1 when a step found something, and says what', async () => {
  expect(await perform([{ name: 'rules', run: after(1, 'a problem') }])).toBe(1);
  expect(printed).toMatch(/failed {2}rules \(\d+\.\d s\)\n\na problem\n\n$/);
});
