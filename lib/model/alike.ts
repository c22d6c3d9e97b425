/** What says the same in two definitions, whoever made them and in whatever order their keys were written. */

/**
 * Whether two pieces of a definition say the same: parts that are one object at once, lists and plain objects by what
 * they hold, whatever the order of keys. Functions, and instances of classes other than RegExp, are alike only when they
 * are one and the same: nobody can tell what else they do.
 *
 * @example isAlike({ by: ['service'], over: { ms: 1 } }, { over: { ms: 1 }, by: ['service'] }) // true
 * @example isAlike({ series: /a/i }, { series: /a/i }) // true
 * @example isAlike({ as: () => 1 }, { as: () => 1 }) // false
 */
export function isAlike(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const prototype: unknown = Object.getPrototypeOf(a);
  if (prototype !== Object.getPrototypeOf(b)) return false;
  if (a instanceof RegExp) return String(a) === String(b);
  if (prototype === Array.prototype) return isAlikeInside(a, b);
  return prototype === Object.prototype && isAlikeInside(a, b);
}

/** Lists have their places for keys. */
function isAlikeInside(a: object, b: object): boolean {
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => {
    if (!Object.hasOwn(b, key)) return false;
    return isAlike(Reflect.get(a, key), Reflect.get(b, key));
  });
}
