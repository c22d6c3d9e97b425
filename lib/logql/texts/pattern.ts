/**
 * Patterns: text as it is, with `<name>` where something is captured and `<_>` where anything may stand.
 * Source: https://grafana.com/docs/loki/latest/query/log_queries/#pattern
 */

/** A piece that is the text itself, or a capture; one without a name is thrown away. */
type Piece = { readonly text: string } | { readonly capture: string | undefined };

/** A pattern in its pieces; a text and a capture take turns. */
export type Pattern = readonly Piece[];

export type ReadPattern =
  | { readonly ok: true; readonly pattern: Pattern }
  | { readonly ok: false; readonly fault: string };

const CAPTURE = /<([A-Za-z_]\w*)>/g;

/**
 * Reads a pattern for the stage `pattern`, which has names, or for the filters `|>` and `!>`, which have none.
 *
 * @example readPattern('<ip> - <_>', { names: 'needed' }).ok // true
 */
export function readPattern(text: string, { names }: { readonly names: 'needed' | 'refused' }): ReadPattern {
  const pattern = piecesOf(text);
  const consecutive = /<[A-Za-z_]\w*><[A-Za-z_]\w*>/.exec(text);
  if (consecutive !== null) return { ok: false, fault: `nothing stands between the captures ${consecutive[0]}` };
  const captured = pattern.flatMap((piece) => ('capture' in piece && piece.capture ? [piece.capture] : []));
  const [first] = captured;
  if (names === 'refused' && first !== undefined) return { ok: false, fault: `the capture <${first}> has a name` };
  if (names === 'needed' && first === undefined) return { ok: false, fault: 'no capture has a name' };
  const twice = captured.find((name, at) => captured.indexOf(name) !== at);
  return twice === undefined ? { ok: true, pattern } : { ok: false, fault: `two captures are named <${twice}>` };
}

function piecesOf(text: string): Pattern {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: whole, 1: name, index } of text.matchAll(CAPTURE)) {
    if (index > from) pieces.push({ text: text.slice(from, index) });
    pieces.push({ capture: name === '_' ? undefined : name });
    from = index + whole.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

/**
 * Hands each captured name and its value to `found`. A line that begins otherwise has none; where the text behind a
 * capture is missing, the capture takes the rest of the line, and those behind it are left out.
 */
export function capture(pattern: Pattern, line: string, found: (name: string, value: string) => void): void {
  if (line === '') return;
  let from = 0;
  let open: string | undefined;
  let isOpen = false;
  for (const piece of pattern) {
    if ('capture' in piece) {
      open = piece.capture;
      isOpen = true;
      continue;
    }
    const at = line.indexOf(piece.text, from);
    if (!isOpen && at !== from) return;
    if (isOpen && open !== undefined) found(open, line.slice(from, at < 0 ? undefined : at));
    if (at < 0) return;
    isOpen = false;
    from = at + piece.text.length;
  }
  if (isOpen && open !== undefined) found(open, line.slice(from));
}

/** Whether a whole line fits: its texts in their order, and something in place of a capture at the end. */
export function fits(pattern: Pattern, line: string): boolean {
  const last = pattern.at(-1);
  if (line === '' || last === undefined) return line === '' && last === undefined;
  let from = 0;
  for (const [i, piece] of pattern.entries()) {
    if ('capture' in piece) continue;
    const at = line.indexOf(piece.text, from);
    if (at < 0 || (i === 0 && at !== 0)) return false;
    from = at + piece.text.length;
  }
  return 'capture' in last === from < line.length;
}
