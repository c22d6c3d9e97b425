/** What the engine says of a value that is undefined, in words for whoever wrote the definition. */

/**
 * Node's own words when a definition hands on what is not there. They speak of the library's inside (`reading 'node'`),
 * where nobody who misspelled a name would look.
 */
const OF_UNDEFINED: readonly RegExp[] = [
  /^Cannot read properties of undefined\b/,
  /^Cannot use 'in' operator to search for '.*' in undefined$/,
  /^Cannot destructure property '.*' of '.*' as it is undefined\.$/,
  /^Cannot convert undefined or null to object$/,
  /^undefined is not iterable\b/,
  /\bis not a function(?: or its return value is not iterable)?$/,
];

/**
 * The message of an error that a definition caused, with what to look for where a value is undefined.
 *
 * @example undefinedText('The file has no unit of that name.') // 'The file has no unit of that name.'
 */
export function undefinedText(message: string): string {
  if (!OF_UNDEFINED.some((pattern) => pattern.test(message))) return message;
  return `Something here is undefined. Is a name spelled otherwise where it is exported, or do two files import each other? (${message})`;
}
