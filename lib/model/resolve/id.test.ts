import { expect, it } from 'vitest';
import { panelId } from './id.ts';

// Links to panels hang on these numbers: a change here breaks every one of them.
it.each([
  ['votes-waiting', 779908498],
  ['queue-history', 733220371],
  ['', 166136264],
])('%s', (key, id) => {
  expect(panelId(key)).toBe(id);
});
