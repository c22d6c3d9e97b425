/** Colours computed from others, by hue, saturation and lightness. */

interface Hsl {
  /** In degrees. */
  readonly h: number;
  readonly s: number;
  readonly l: number;
}

/** The channels of `#rgb` or `#rrggbb`, 0 to 1. */
function channels(hex: string): readonly [number, number, number] {
  const full = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join('') : hex.slice(1);
  const channel = (at: number): number => Number.parseInt(full.slice(at, at + 2), 16) / 255;
  return [channel(0), channel(2), channel(4)];
}

function hexOf(parts: readonly number[]): string {
  return `#${parts
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

function hslOf(hex: string): Hsl {
  const [r, g, b] = channels(hex);
  const [max, min] = [Math.max(r, g, b), Math.min(r, g, b)];
  const l = (max + min) / 2;
  if (max === min) return { h: 0, s: 0, l };
  const d = max - min;
  const s = l > 0.5 ? d / (2 - max - min) : d / (max + min);
  if (max === r) return { h: 60 * ((g - b) / d + (g < b ? 6 : 0)), s, l };
  return { h: 60 * (max === g ? (b - r) / d + 2 : (r - g) / d + 4), s, l };
}

function fromHsl({ h, s, l }: Hsl): string {
  const chroma = s * Math.min(l, 1 - l);
  const part = (n: number): number => {
    const k = (n + h / 30) % 12;
    return l - chroma * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return hexOf([part(0), part(8), part(4)]);
}

/**
 * A darker colour, and its hue turned.
 *
 * @param by how much less light, 0 to 1; below 0 the colour gets lighter.
 */
export function darkened(hex: string, by: number, turn: number): string {
  const { h, s, l } = hslOf(hex);
  return fromHsl({ h: (h + turn + 360) % 360, s, l: Math.min(1, Math.max(0, l - by)) });
}

/** A colour between two. */
export function between(from: string, to: string, share: number): string {
  const [a, b] = [channels(from), channels(to)];
  return hexOf(a.map((part, index) => part + ((b[index] ?? part) - part) * share));
}

/** A colour on a scale of several, 0 for the first and 1 for the last. */
export function onScale(scale: readonly string[], share: number): string {
  const at = Math.min(1, Math.max(0, share)) * (scale.length - 1);
  const from = Math.min(Math.floor(at), scale.length - 2);
  return between(scale[from] ?? '#000', scale[from + 1] ?? '#000', at - from);
}
