/** Each message is what Node.js really says: the mistakes are made, not quoted. */
import { describe, expect, it } from 'vitest';
import * as panel from '../model/panels.ts';
import { undefinedText } from './undefined-text.ts';

/** What a module has under a name that it does not export. */
const exported: Readonly<Record<string, never>> = {};

function messageOf(mistake: () => unknown): string {
  try {
    mistake();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'nothing was thrown';
}

const HINT = /^Something here is undefined\. Is a name spelled otherwise where it is exported, .*\? \(.+\)$/;

describe('a name that nobody exports', () => {
  it.each<[string, () => unknown]>([
    ['as the signal of a panel', () => panel.timeseries(exported.typo as never)],
    [
      'among the queries of a panel',
      () => panel.stat({ key: 'a', title: 'A', description: 'B', queries: [exported.typo as never] }),
    ],
    ['as an object that is read', () => (exported.typo as never as { readonly node: unknown }).node],
    [
      'as an object that is taken apart',
      () => (({ node }: { readonly node: unknown }) => node)(exported.typo as never),
    ],
    ['as a list that is spread', () => Object.keys(exported.typo as never)],
    ['as a function', () => (exported.typo as never as () => void)()],
  ])('is looked for where it stands: %s', (_, mistake) => {
    expect(undefinedText(messageOf(mistake))).toMatch(HINT);
  });

  it.each(['Unexpected ","', "recorded(): signal 'a' is not recorded."])('is not meant by: %s', (message) => {
    expect(undefinedText(message)).toBe(message);
  });
});
