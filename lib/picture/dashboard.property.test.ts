/** Whatever a definition says, its picture is well-formed, and no text lies over another. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kinds } from '../../test/support/every-option.ts';
import { dashboard, panel, query, row, words } from '../../test/support/grafana-panels.ts';
import { elements, overlaps, PROPORTIONAL, textBoxes, textOf } from '../../test/support/svg.ts';
import type { ResolvedPanel } from '../model/resolved.ts';
import { text } from '../model/text.ts';
import type { OptionsByKind, PanelKind } from '../panels/kinds.ts';
import { bytes, count, perSecond, ratio, seconds } from '../units/unit.ts';
import { dashboardPicture } from './dashboard.ts';

/** Words with everything that XML, and a layout, could stumble over. */
const nasty = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '"><script>alert(1)</script>',
    "' onload='x",
    ']]>',
    '<!--',
    '&amp;',
    'a\u0000b',
    '\ud800',
    '',
    'W'.repeat(200),
  ),
);
const kind = fc.constantFrom(...kinds);
const unit = fc.constantFrom(ratio, seconds, bytes, perSecond('bytes'), count('votes'), perSecond('requests'));

/** Where values lie, from nothing to more than any unit has a word for. */
const span = fc
  .tuple(
    fc.integer({ min: -100, max: 100 }),
    fc.integer({ min: -12, max: 21 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([n, exponent, share]) => [n * 10 ** exponent, n * 10 ** exponent * (1 + share)] as const);

const drawnPanel = fc.record({
  kind,
  unit,
  span,
  title: nasty,
  name: nasty,
  values: fc.array(nasty, { minLength: 1, maxLength: 8 }),
  width: fc.integer({ min: 3, max: 24 }),
  height: fc.integer({ min: 3, max: 10 }),
});

function made(of: typeof drawnPanel extends fc.Arbitrary<infer T> ? T : never, id: number, y: number): ResolvedPanel {
  const sample = { between: of.span, labels: { service: of.values } };
  const line = query(of.name, {
    unit: of.unit,
    labels: ['service'],
    legend: text`${{ hole: 'label', label: 'service' }}`,
    signal: words({ id: of.name, name: of.name, unit: of.unit, sample }),
  });
  const grid = { x: 0, y, w: of.width, h: of.height };
  // Options of other kinds are not looked at.
  const options = { markdown: `${of.title}\n\n- ${of.name}`, tags: of.values } as OptionsByKind[PanelKind];
  return { ...panel(of.kind, options), id, title: of.title, unit: of.unit, queries: [line], grid };
}

test('any words, any values, any size of panel', () => {
  fc.assert(
    fc.property(fc.array(drawnPanel, { minLength: 1, maxLength: 3 }), nasty, nasty, (panels, title, rowTitle) => {
      const placed = panels.map((each, index) => made(each, index + 1, 1 + index * 11));
      const svg = dashboardPicture(dashboard([row(placed, { title: rowTitle })], { title }));
      const found = elements(svg);
      expect(found.filter(({ name }) => name === 'script')).toEqual([]);
      for (const font of PROPORTIONAL) expect(overlaps(textBoxes(found, font))).toEqual([]);
    }),
    { seed: 42, numRuns: 300 },
  );
});

test('what a title says stands in the picture, letter for letter', () => {
  const visible = fc
    .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 })
    .map((words_) => words_.replace(/\s+/g, ' ').trim());
  fc.assert(
    fc.property(
      visible.filter((title) => title !== ''),
      (title) => {
        const svg = dashboardPicture(dashboard([row([{ ...panel('stat', {}), title }])]));
        expect(
          elements(svg)
            .filter(({ name }) => name === 'text')
            .map(textOf),
        ).toContain(title);
      },
    ),
    { seed: 42 },
  );
});
