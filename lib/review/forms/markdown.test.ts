import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Finding, finding } from '../finding.ts';
import { KINDS, type Kind } from '../kinds.ts';
import type { Report } from '../review.ts';
import { markdownReport } from './markdown.ts';

const KIND_NAMES = Object.keys(KINDS).filter((name): name is Kind => name in KINDS);

function panel(name: string, kind: Kind, more: Partial<Parameters<typeof finding>[0]> = {}): Finding {
  const place = { file: 'grafana/dashboards/orders.json' };
  const subject = { what: 'panel', name, within: 'Orders', id: name, place } as const;
  return finding({ kind, subject, sentence: `'${name}': was called 'Waits'.`, ...more });
}

const report = (findings: readonly Finding[]): Report => ({ from: 'main', to: 'dist', changedFiles: 1, findings });

describe('a report for a pull request', () => {
  it('shows the first line and the dangers, and folds the rest', () => {
    const text = markdownReport(
      report([
        panel('Waiting', 'panel-empty', { sentence: "'Waiting' shows nothing: job:orders:max is gone." }),
        panel('Latency', 'panel-query', {
          sentence: "'Latency': window 5m → 10m.",
          details: [{ what: 'query A', before: 'rate(a[5m])', after: 'rate(a[10m])' }],
        }),
        panel('Latency', 'panel-unit', { sentence: "'Latency': unit s instead of ms." }),
        panel('Latency', 'plugin-version', { sentence: '3 panels name a newer version.', count: 3 }),
      ]),
    );
    expect(text.replaceAll(/`[0-9a-f]{8}`/g, '`id`')).toBe(`**1 danger · 1 panel · 3 noise** · \`main\` → \`dist\`

### Dangers · 1


**Orders** · \`grafana/dashboards/orders.json\`

- 'Waiting' shows nothing: job:orders:max is gone. \`id\`

<details><summary>Dashboards and panels · 1</summary>


**Orders** · \`grafana/dashboards/orders.json\`

- **'Latency'**
  - window 5m → 10m. \`id\`

    \`\`\`diff
    - rate(a[5m])
    + rate(a[10m])
    \`\`\`
  - unit s instead of ms. \`id\`

</details>

<details><summary>Noise · 3</summary>

- 3 panels name a newer version. Grafana notes which version saved a panel; nobody reads it.

</details>
`);
  });

  it('keeps what came with an upgrade apart', () => {
    const text = markdownReport(report([panel('Latency', 'panel-options', { origin: 'upgrade' })]));
    expect(text).toContain('<summary>Came with an upgrade · 1</summary>');
    expect(text).not.toContain('Dashboards and panels');
  });

  it('says what is to be said beside the findings', () => {
    const notes = ['Costs are measured at http://localhost:9090: 2 changed queries.', '# @everyone'];
    expect(markdownReport({ ...report([]), notes })).toMatch(
      /`dist`\n\nCosts are measured at http:&#8203;\/\/localhost:9090: 2 changed queries\.\n\n\\# @&#8203;everyone\n$/,
    );
  });

  it('says so when nothing changed', () => {
    expect(markdownReport({ ...report([]), changedFiles: 0 })).toBe('**nothing changed** · `main` → `dist`\n');
  });

  it.each([
    ['a mention', '@everyone', '@&#8203;everyone'],
    ['a reference', '#12 and GH-7', '#&#8203;12 and GH-&#8203;7'],
    ['an address', 'https://evil.test', 'https:&#8203;//evil.test'],
    ['an address without a scheme', 'www.evil.test', 'www&#8203;.evil.test'],
    ['a link', '[here](https://evil.test)', '\\[here\\](https:&#8203;//evil.test)'],
    ['HTML', '</details><img src=x>', '\\</details>\\<img src=x>'],
    ['an entity', '&#64;everyone', '\\&#&#8203;64;everyone'],
    ['a line', 'a\n# b', 'a # b'],
    ['an escape sequence', 'a\u001b[2Jb', 'a\\\\u001b\\[2Jb'],
  ])('escapes %s', (_, hostile, shown) => {
    const text = markdownReport(report([panel('x', 'panel-query', { sentence: `x ${hostile}.` })]));
    expect(text).toContain(`- x ${shown}. `);
  });

  it('keeps a fence closed that an expression tries to close', () => {
    const details = [{ what: 'query A', before: 'a', after: '```\n</details>' }];
    expect(markdownReport(report([panel('x', 'panel-query', { details })]))).toContain(
      '````diff\n  - a\n  + ``` </details>\n  ````',
    );
  });

  it('cuts from the least important, and says what is missing', () => {
    const long = 'x'.repeat(900);
    const text = markdownReport(
      report([
        panel('Waiting', 'panel-empty', { sentence: 'It shows nothing.' }),
        ...Array.from({ length: 100 }, (_, index) =>
          panel(`${index}`, 'panel-query', { sentence: `${index} ${long}` }),
        ),
        panel('Latency', 'plugin-version', { sentence: 'Noise.' }),
      ]),
    );
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text).toContain('- It shows nothing.');
    expect(text).not.toContain('Noise.');
    const shown = text.match(/^- \d+ x/gm)?.length ?? 0;
    expect(shown).toBeGreaterThan(50);
    expect(text).toContain(`_${101 - shown} more findings are not shown here: there is no room.`);
  });
});

const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '</details>',
    '<details>',
    '```',
    '````\n',
    '\n\n# x',
    '<!--',
    '| a |',
    '~~~',
    '$$',
    '@everyone',
    '🙂',
  ),
  fc.string({ unit: fc.constantFrom('🙂', '`', '\u202e', 'é'), maxLength: 3_000 }),
);

const NOTES = fc.array(hostileText, { maxLength: 20 });

const hostileFinding = fc
  .record({
    kind: fc.constantFrom(...KIND_NAMES),
    name: hostileText,
    within: hostileText,
    file: hostileText,
    sentence: fc.array(hostileText, { maxLength: 5 }).map((texts) => texts.join(' ')),
    before: hostileText,
    after: hostileText,
    isUpgrade: fc.boolean(),
  })
  .map(({ kind, name, within, file, sentence, before, after, isUpgrade }) =>
    finding({
      kind,
      subject: { what: 'panel', name, within, place: { file } },
      sentence,
      details: [{ what: 'query A', before, after }],
      touches: [{ what: 'alert', name, file, via: [within] }],
      origin: isUpgrade ? 'upgrade' : 'change',
    }),
  );

describe('whatever the files say', () => {
  it('a report stays within the limits, and closes what it opens', () => {
    fc.assert(
      fc.property(
        fc.array(hostileFinding, { maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        NOTES,
        (some, times, notes) => {
          const text = markdownReport({ ...report(Array.from({ length: times }, () => some).flat()), notes });
          expect(text.length).toBeLessThanOrEqual(60_000);
          expect(Buffer.byteLength(text)).toBeLessThanOrEqual(240_000);
          expect(opened(text)).toEqual([]);
        },
      ),
      { seed: 11, numRuns: 150 },
    );
  });
});

/** What is open at the end: folds, and the fences that hide a fold from GitHub. */
function opened(text: string): readonly string[] {
  const open: string[] = [];
  for (const line of text.split('\n')) {
    const fence = /^ *(`{3,})(?:diff)?$/.exec(line)?.[1];
    const inFence = open.at(-1)?.startsWith('`') === true;
    if (fence !== undefined && (!inFence || fence === open.at(-1))) inFence ? open.pop() : open.push(fence);
    else if (!inFence && line.startsWith('<details>')) open.push('details');
    else if (!inFence && line === '</details>') expect(open.pop()).toBe('details');
  }
  return open;
}
