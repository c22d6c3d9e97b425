/** The blocks of a Markdown text, as far as a picture shows them: headings, lists, tables, code and paragraphs. */

export interface Block {
  readonly kind: 'heading' | 'item' | 'code' | 'row' | 'text';
  readonly text: string;
  /** The level of a heading, 1 to 6. */
  readonly level?: number;
}

const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/;
const BULLET = /^\s*[-*+]\s+(.*)$/;
const NUMBERED = /^\s*(\d+)[.)]\s+(.*)$/;
const TABLE_RULE = /^\|?[\s:|-]+\|?$/;

/** Marks of what is not drawn as Grafana draws it: tables, pictures, code, quotes, HTML, emphasis. */
const SIMPLIFIED = /^\s*\||!\[|```|^\s*>|<\w|[*_`]\S/m;

/** True for a text of which a picture leaves something out. */
export function isSimplified(markdown: string): boolean {
  return SIMPLIFIED.test(markdown);
}

/** The blocks of a text; lines of one paragraph belong together. */
export function blocks(markdown: string): readonly Block[] {
  const found: Block[] = [];
  let code = false;
  let open = false;
  for (const line of markdown.split(/\r?\n/)) {
    if (line.trim().startsWith('```')) {
      code = !code;
      open = false;
      continue;
    }
    const block = code ? { kind: 'code' as const, text: line } : blockOf(line);
    const last = found.at(-1);
    if (block?.kind === 'text' && open && last !== undefined)
      found[found.length - 1] = { ...last, text: `${last.text} ${block.text}` };
    else if (block !== undefined) found.push(block);
    open = block?.kind === 'text' || block?.kind === 'item';
  }
  return found;
}

function blockOf(line: string): Block | undefined {
  if (line.trim() === '') return undefined;
  const heading = HEADING.exec(line);
  if (heading !== null) return { kind: 'heading', text: inline(heading[2] ?? ''), level: (heading[1] ?? '').length };
  const bullet = BULLET.exec(line);
  if (bullet !== null) return { kind: 'item', text: `• ${inline(bullet[1] ?? '')}` };
  const numbered = NUMBERED.exec(line);
  if (numbered !== null) return { kind: 'item', text: `${numbered[1]}. ${inline(numbered[2] ?? '')}` };
  if (line.includes('|') && TABLE_RULE.test(line.trim())) return undefined;
  if (line.trim().startsWith('|')) return { kind: 'row', text: inline(cells(line).join('   ')) };
  return { kind: 'text', text: inline(line.trim()) };
}

function cells(line: string): readonly string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

/** Text without its marks: links keep their words, code and emphasis theirs. */
function inline(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|`)(.+?)\1/g, '$2')
    .replace(/(^|\W)[*_](\S.*?)[*_](?=\W|$)/g, '$1$2')
    .replace(/<[^>]+>/g, '');
}
