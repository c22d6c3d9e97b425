/**
 * Grafana's colours, dark and light. Those that Grafana mixes with what is behind them are mixed here already.
 * Source: createTheme() of @grafana/data 13.2.2, and its palette `palette-classic`.
 */
import type { ColourName } from '../model/look/levels.ts';

export type ThemeName = 'dark' | 'light';

export interface Theme {
  readonly name: ThemeName;
  readonly canvas: string;
  readonly panel: string;
  readonly border: string;
  readonly text: string;
  readonly secondary: string;
  readonly link: string;
  readonly grid: string;
  /** The unfilled part of a bar or dial. */
  readonly track: string;
  /** Text on a coloured ground, and on one that is paler. */
  readonly onColour: string;
  readonly onPale: string;
  /** The colours of lines, in order. */
  readonly palette: readonly string[];
  readonly named: Readonly<Record<ColourName, string>>;
}

const FURTHER = ['#447EBC', '#C15C17', '#890F02', '#0A437C', '#6D1F62', '#584477', '#B7DBAB', '#F4D598', '#70DBED'];

const dark: Theme = {
  name: 'dark',
  canvas: '#111217',
  panel: '#181b1f',
  border: '#2e3036',
  text: '#ccccdc',
  secondary: '#8d8e9a',
  link: '#6e9fff',
  grid: '#2b2f33',
  track: '#282b2f',
  onColour: '#fff',
  onPale: '#fff',
  palette: [
    ...['#73BF69', '#F2CC0C', '#5794F2', '#FF9830', '#F2495C', '#B877D9', '#37872D', '#E0B400', '#1F60C4', '#FA6400'],
    ...['#C4162A', '#8F3BB8', '#C8F2C2', '#FFF899', '#C0D8FF', '#FFCB7D', '#FFA6B0', '#DEB6F2', ...FURTHER],
  ],
  named: {
    green: '#73BF69',
    yellow: '#FADE2A',
    orange: '#FF9830',
    red: '#F2495C',
    blue: '#5794F2',
    purple: '#B877D9',
    text: '#ccccdc',
    'semi-dark-blue': '#3274D9',
    'semi-dark-purple': '#A352CC',
    'semi-dark-yellow': '#F2CC0C',
    'super-light-blue': '#C0D8FF',
    'super-light-purple': '#DEB6F2',
    transparent: 'none',
  },
};

const light: Theme = {
  name: 'light',
  canvas: '#fbfbfb',
  panel: '#fff',
  border: '#e0e1e2',
  text: '#24292e',
  secondary: '#5a5f63',
  link: '#1f62e0',
  grid: '#e6e7e8',
  track: '#eff0f0',
  onColour: '#fff',
  onPale: '#24292e',
  palette: [
    ...['#56A64B', '#E0B400', '#3274D9', '#FF780A', '#E02F44', '#A352CC', '#19730E', '#CC9D00', '#1250B0', '#E55400'],
    ...['#AD0317', '#7C2EA3', '#96D98D', '#FFEE52', '#8AB8FF', '#FFB357', '#FF7383', '#CA95E5', ...FURTHER],
  ],
  named: {
    green: '#56A64B',
    yellow: '#F2CC0C',
    orange: '#FF780A',
    red: '#E02F44',
    blue: '#3274D9',
    purple: '#A352CC',
    text: '#24292e',
    'semi-dark-blue': '#1F60C4',
    'semi-dark-purple': '#8F3BB8',
    'semi-dark-yellow': '#E0B400',
    'super-light-blue': '#8AB8FF',
    'super-light-purple': '#CA95E5',
    transparent: 'none',
  },
};

export const themes: Readonly<Record<ThemeName, Theme>> = { dark, light };

/** What a colour looks like in a theme. */
export function colourOf(theme: Theme, name: ColourName): string {
  return theme.named[name] ?? name;
}

/** The colour of the `index`th line; after the last, from the beginning. */
export function lineColour({ palette, text }: Theme, index: number): string {
  return palette[index % palette.length] ?? text;
}
