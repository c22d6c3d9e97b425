/**
 * How wide characters are, in hundredths of the font's size: the widest of Inter (regular and medium), Arial (as
 * Liberation Sans, which has its measures) and DejaVu Sans. Which of them a reader's machine has is not known, and a
 * picture cannot bring a font along; text that is laid out by this table fits with each of the three.
 *
 * Measured with a browser's canvas, 1000 px, without kerning, rounded up.
 */
const BY_WIDTH: Readonly<Record<number, string>> = {
  28: 'ijlìíîï',
  30: 'IÌÍÎÏ\u202f',
  32: " \u00a0',.·‘’",
  34: ':;¦',
  35: '|',
  37: '/\\',
  38: 'f',
  40: '()[]t',
  41: '!¡¹',
  42: 'r',
  45: '²',
  46: '³',
  47: '-\u00ad',
  48: 'ª',
  49: 'º',
  50: '"`°´¸',
  52: '“”',
  53: '*',
  54: 's',
  56: '?_z¯–',
  57: 'L§',
  58: 'Jckç',
  59: '•',
  60: 'vxyýÿ',
  61: '¨',
  62: 'Faeo«»¿àáâãäåèéêëðòóôõöø',
  63: 'ß',
  64: '12356789bdghnpqu{}¢£¥µ¶ñùúûüþ√',
  65: '$0',
  66: '4T',
  67: 'EPSÈÉÊËÞ',
  69: 'BKZ',
  70: 'YÝ',
  71: 'AVXÀÁÂÃÄÅ',
  73: 'R',
  74: 'C¤Ç',
  75: 'UÙÚÛÜ',
  76: 'HNÑ',
  78: '&DGÐ',
  79: 'OQÒÓÔÕÖØ',
  83: 'w',
  84: '#+<=>^~¬±×÷≥≤≠↗−✓∞',
  86: '↓↑',
  92: 'M',
  97: '¼½¾',
  98: 'm',
  99: 'æ',
  100: '%©®—…→',
  101: 'WÆ',
  102: '@',
};

const WIDTHS: ReadonlyMap<string, number> = new Map(
  Object.entries(BY_WIDTH).flatMap(([width, characters]) =>
    [...characters].map((character) => [character, Number(width) / 100]),
  ),
);

/** All characters of a monospaced font, the widest of the usual ones. */
export const MONO_WIDTH = 0.61;

/** For characters that the table lacks: the widest there is. Text with such characters states its length. */
const UNKNOWN = 1.05;
const COMBINING = /\p{Mn}/u;

/** The width of a character in a font of size 1; undefined for one that the table does not have. */
export function knownWidth(character: string): number | undefined {
  return WIDTHS.get(character);
}

/** The width of a character in a font of size 1. */
export function characterWidth(character: string): number {
  return knownWidth(character) ?? (COMBINING.test(character) ? 0 : UNKNOWN);
}
