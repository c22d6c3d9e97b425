/** Numbers that Grafana wants for panels, derived from keys so that they never change when something is inserted. */

/** FNV-1a over the key's code units; nine digits, never 0. Source: https://www.rfc-editor.org/rfc/rfc9923 */
export function panelId(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) {
    hash ^= key.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return ((hash >>> 0) % 999_999_999) + 1;
}
