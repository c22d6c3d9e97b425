/**
 * Numbers that look random and are the same in every build: each is a function of a seed alone, so that nothing changes
 * because something else was drawn before. Whole-number and basic arithmetic only, which every machine does alike.
 */

/**
 * A seed from a text: FNV-1a, its bits mixed once more so that similar texts are far apart.
 *
 * @example seedOf('requests', 'service=shop') !== seedOf('requests', 'service=result')
 */
export function seedOf(...parts: readonly string[]): number {
  const text = parts.join('\u0000');
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return mixed(hash);
}

function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The `n`th number of a seed, 0 to 1. */
export function random(seed: number, n: number): number {
  return mixed(seed + Math.imul(n + 1, 0x9e3779b9)) / 0x1_0000_0000;
}

/**
 * A smooth curve of a seed: at every whole `x` a random height, in between a smooth passage from one to the next. Whoever
 * goes along it asks for many places between the same two heights, which are remembered.
 */
function curve(seed: number): (x: number) => number {
  let begin = Number.NaN;
  let from = 0;
  let to = 0;
  return (x) => {
    const whole = Math.floor(x);
    if (whole !== begin) {
      begin = whole;
      from = random(seed, whole);
      to = random(seed, whole + 1);
    }
    const part = x - whole;
    const eased = part * part * (3 - 2 * part);
    return from + (to - from) * eased;
  };
}

/**
 * A curve that wobbles like a measurement: a slow movement with faster, smaller ones on it. 0 to 1, as is the place on it.
 *
 * @example const load = wobbling(seedOf('load'));
 * load(0.5) === wobbling(seedOf('load'))(0.5) // true
 */
export function wobbling(seed: number): (at: number) => number {
  const [slow, faster, fastest] = [curve(seed), curve(seed + 1), curve(seed + 2)];
  return (at) => 0.68 * slow(at * 3.5) + 0.22 * faster(at * 11) + 0.1 * fastest(at * 43);
}
