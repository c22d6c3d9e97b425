/** The expected colours are what tinycolor2, which Grafana takes for the grounds of a stat, makes of the same. */
import { expect, test } from 'vitest';
import { between, darkened, onScale } from './colour.ts';

test.each([
  { colour: '#73BF69', by: 0.15, turn: 8, result: '#429a43' },
  { colour: '#73BF69', by: 0.05, turn: -8, result: '#6fb757' },
  { colour: '#F2495C', by: 0.15, turn: 8, result: '#df1410' },
  { colour: '#3274D9', by: 0.05, turn: -8, result: '#267dcc' },
  { colour: '#FF9830', by: -0.105, turn: 8, result: '#ffc766' },
  { colour: '#56A64B', by: -0.035, turn: -8, result: '#6ab152' },
  { colour: '#fff', by: 0.5, turn: 0, result: '#808080' },
])('$colour darkened by $by, turned by $turn', ({ colour, by, turn, result }) => {
  expect(darkened(colour, by, turn)).toBe(result);
});

test('a colour between two', () => {
  expect(between('#000000', '#ff8000', 0.5)).toBe('#804000');
});

test.each([
  { share: 0, colour: '#000000' },
  { share: 0.25, colour: '#800000' },
  { share: 0.5, colour: '#ff0000' },
  { share: 1, colour: '#ffffff' },
  { share: 7, colour: '#ffffff' },
])('$share on a scale of three', ({ share, colour }) => {
  expect(onScale(['#000', '#f00', '#fff'], share)).toBe(colour);
});
