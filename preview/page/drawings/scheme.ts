/** The colour schemes of heatmaps: a few stops of each of ColorBrewer's scales, from little to much. */

const SCHEMES: Readonly<Record<string, readonly string[]>> = {
  Oranges: ['#7f2704', '#a63603', '#d94801', '#f16913', '#fd8d3c', '#fdae6b', '#fdd0a2', '#fff5eb'],
  Blues: ['#08306b', '#08519c', '#2171b5', '#4292c6', '#6baed6', '#9ecae1', '#c6dbef', '#f7fbff'],
  Greens: ['#00441b', '#006d2c', '#238b45', '#41ab5d', '#74c476', '#a1d99b', '#c7e9c0', '#f7fcf5'],
  Spectral: ['#5e4fa2', '#3288bd', '#66c2a5', '#abdda4', '#ffffbf', '#fdae61', '#f46d43', '#9e0142'],
  Turbo: ['#23171b', '#4a58dd', '#2f9df5', '#27d7c4', '#95fb51', '#ffc71f', '#fb7e21', '#900c00'],
};

/** On a light page the lightest colour stands for little, or much could not be seen. */
const BOTH_WAYS: ReadonlySet<string> = new Set(['Spectral', 'Turbo']);

/** A scheme's colour for a share of the most, 0 to 1. */
export function schemeColour(name: string, share: number, mode: 'dark' | 'light'): string {
  const stops = SCHEMES[name] ?? SCHEMES.Oranges ?? [];
  const turned = mode === 'light' && !BOTH_WAYS.has(name) ? [...stops].reverse() : stops;
  const at = Math.max(0, Math.min(1, share)) * (turned.length - 1);
  const low = Math.min(turned.length - 2, Math.floor(at));
  return mixed(turned[low] ?? '#000000', turned[low + 1] ?? '#000000', at - low);
}

function mixed(from: string, to: string, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const [a, b] = [from, to].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.round((a ?? 0) + ((b ?? 0) - (a ?? 0)) * share);
  });
  return `rgb(${parts.join(' ')})`;
}
