import { describe, expect, it } from 'vitest';
import { textSide } from '../read/side.ts';
import { changedPictures } from './pictures.ts';

/** A picture of a dashboard with one panel at a height. */
const picture = (inside: readonly string[], y = 50, more: readonly string[] = []): string =>
  [
    '<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="400" viewBox="0 0 1280 400" font-size="12" fill="#ccc">',
    ...more,
    `<view id="view-7" viewBox="16 ${y} 620 296"/>`,
    `<g id="panel-7" transform="translate(16 ${y})">`,
    '<rect width="620" height="296" fill="#111"/>',
    '<text x="12" y="25">Orders &lt; 5 &amp; more</text>',
    ...inside,
    '</g>',
    '</svg>',
    '',
  ].join('\n');

const CURVE = '<path d="M0 0h10" fill="none"/>';
const OTHER = '<path d="M0 0h20" fill="none"/>';
const GRADIENT = ['<linearGradient id="g">', '<stop stop-color="red"/>', '</linearGradient>'];

const changed = (before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>) =>
  changedPictures(textSide('before', before), textSide('after', after));

describe('pictures of panels', () => {
  const path = 'pictures/orders.svg';

  it('are told by their elements, and cut out of the picture of their dashboard', () => {
    const [found, ...others] = changed({ [path]: picture([CURVE, CURVE]) }, { [path]: picture([CURVE, OTHER]) });
    expect(others).toEqual([]);
    expect(found).toMatchObject({ dashboard: 'orders', panel: '7', title: 'Orders < 5 & more', differing: 2 });
    expect(found?.after).toMatchObject({ file: path, view: 'view-7', width: 620 });
    expect(found?.after?.svg.split('\n')).toEqual([
      '<svg xmlns="http://www.w3.org/2000/svg" width="620" height="296" viewBox="16 50 620 296" font-size="12" fill="#ccc">',
      '<g transform="translate(16 50)">',
      '<rect width="620" height="296" fill="#111"/>',
      '<text x="12" y="25">Orders &lt; 5 &amp; more</text>',
      CURVE,
      OTHER,
      '</g>',
      '</svg>',
    ]);
  });

  it('have what is the same faded, but not the ground and not what is no drawing', () => {
    const [found] = changed({ [path]: picture([...GRADIENT, CURVE]) }, { [path]: picture([...GRADIENT, OTHER]) });
    expect(found?.after?.contrast.split('\n').slice(2, -2)).toEqual([
      '<rect width="620" height="296" fill="#111"/>',
      '<g opacity="0.15"><text x="12" y="25">Orders &lt; 5 &amp; more</text></g>',
      ...GRADIENT,
      OTHER,
    ]);
  });

  it('of a panel that is new or gone are one', () => {
    const [come] = changed({}, { [path]: picture([CURVE]) });
    expect([come?.before, come?.after?.view]).toEqual([undefined, 'view-7']);
    const [gone] = changed({ [path]: picture([CURVE]) }, {});
    expect([gone?.before?.view, gone?.after]).toEqual(['view-7', undefined]);
  });

  it.each([
    ['a panel that has moved', { [path]: picture([CURVE]) }, { [path]: picture([CURVE], 90) }],
    [
      'a change beside the panels',
      { [path]: picture([CURVE]) },
      { [path]: picture([CURVE], 50, ['<title>A</title>']) },
    ],
    ['a row that opens folded now', { [path]: picture([CURVE]) }, { 'pictures/orders.folded.svg': picture([CURVE]) }],
    ['what is no picture of ours', { [path]: '<svg/>' }, { [path]: '<svg><view id="view-7" viewBox="a b"/></svg>' }],
    ['pictures elsewhere', { 'logo.svg': picture([CURVE]) }, { 'logo.svg': picture([OTHER]) }],
  ])('nothing is told of %s', (_, before, after) => {
    expect(changed(before, after)).toEqual([]);
  });
});
