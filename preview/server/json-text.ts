/** A value as JSON, for comparing; nothing is an empty text. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value) ?? '';
}
