/** The lines that describe a family: `# HELP`, `# TYPE`, OpenMetrics' `# UNIT` and `# EOF`; other comments say nothing. */
import { type ExposedKind, type Format, typeWords } from './family.ts';
import { helpText, type Scanner, shown } from './scanner.ts';

export type Meta =
  | { readonly is: 'help'; readonly name: string; readonly text: string }
  | { readonly is: 'type'; readonly name: string; readonly kind: ExposedKind }
  | { readonly is: 'unit'; readonly name: string; readonly unit: string }
  | { readonly is: 'end' }
  /** A NUL: Prometheus takes the rest of a text for read. */
  | { readonly is: 'cut' }
  | { readonly is: 'comment'; readonly note?: string };

/** What somebody meant as a description. */
const ALMOST = /^#(?:HELP|TYPE)[ \t]|^#[ \t]*[Tt]ype[ \t]+\S+[ \t]+(?:counter|gauge|histogram|summary|untyped)\s*$/;

/**
 * Reads a line that starts with `#`, to its line feed.
 *
 * @throws Unreadable where the line breaks the format.
 */
export function readMeta(line: Scanner, format: Format): Meta {
  if (format === 'openmetrics' && line.rest.startsWith('# EOF')) return end(line);
  const keyword = line.match(line.grammar.keyword)?.slice(1).trim();
  if (keyword !== undefined) return described(line, keyword, format);
  if (format === 'openmetrics') return line.fail('# HELP, # TYPE, # UNIT or # EOF');
  const { rest } = line;
  if (/^#(?![ \t])[^\0]*\0/.test(rest)) return { is: 'cut' };
  return ALMOST.test(rest)
    ? { is: 'comment', note: `${shown(rest)} is no more than a comment to Prometheus` }
    : { is: 'comment' };
}

/** Nothing may follow it but one line feed. */
function end(line: Scanner): Meta {
  line.accept('# EOF');
  line.accept('\n');
  return line.atEnd ? { is: 'end' } : line.fail("nothing after '# EOF'");
}

const READERS: Readonly<Record<string, (line: Scanner, description: Description) => Meta>> = {
  HELP: help,
  TYPE: type,
  UNIT: unit,
};

interface Description {
  readonly name: string;
  /** What stands after the name and one character, to the end of the line. */
  readonly text: string;
  readonly format: Format;
}

function described(line: Scanner, keyword: string, format: Format): Meta {
  const name = line.describedName();
  if (format === 'openmetrics' && !line.sees(' ')) line.fail("a blank after the metric's name");
  // One character, whichever it is, ends the name.
  const text = line.rest.slice(1);
  return READERS[keyword]?.(line, { name, text, format }) ?? { is: 'comment' };
}

function help(line: Scanner, { name, text, format }: Description): Meta {
  if (!text.isWellFormed()) line.fail('a help text in UTF-8', shown(text));
  return { is: 'help', name, text: helpText(text, format) };
}

function type(line: Scanner, { name, text, format }: Description): Meta {
  const kind = typeWords[format].get(text);
  if (kind === undefined) return line.fail(`one of ${[...typeWords[format].keys()].join(', ')}`, shown(text));
  return { is: 'type', name, kind };
}

function unit(line: Scanner, { name, text }: Description): Meta {
  if (text !== '' && !name.endsWith(`_${text}`)) line.fail(`a unit that '${name}' ends in`, shown(text));
  return { is: 'unit', name, unit: text };
}
