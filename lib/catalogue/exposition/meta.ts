/** The lines that describe a family: `# HELP`, `# TYPE`, OpenMetrics' `# UNIT` and `# EOF`; other comments say nothing. */
import { type ExposedKind, type Format, typeWords } from './family.ts';
import { helpText, Scanner } from './scanner.ts';

export type Meta =
  | { readonly is: 'help'; readonly name: string; readonly text: string }
  | { readonly is: 'type'; readonly name: string; readonly kind: ExposedKind }
  | { readonly is: 'unit'; readonly name: string; readonly unit: string }
  | { readonly is: 'end' }
  | { readonly is: 'comment' };

const COMMENT: Meta = { is: 'comment' };

/**
 * Reads a line that starts with `#`.
 *
 * @throws Unreadable where the line breaks the format.
 */
export function readMeta(text: string, number: number, format: Format): Meta {
  if (format === 'openmetrics' && text === '# EOF') return { is: 'end' };
  const line = new Scanner(text, number);
  const keyword = line.keyword();
  if (keyword === 'HELP') return help(line, format);
  if (keyword === 'TYPE') return type(line, format);
  if (format === 'prometheus text') return COMMENT;
  return keyword === 'UNIT' ? unit(line) : line.fail('# HELP, # TYPE, # UNIT or # EOF');
}

function help(line: Scanner, format: Format): Meta {
  const name = line.metricName();
  line.accept(' ');
  return { is: 'help', name, text: helpText(line.rest, format) };
}

function type(line: Scanner, format: Format): Meta {
  const name = line.metricName();
  line.skipBlanks();
  const kind = typeWords[format].get(line.rest.trimEnd());
  if (kind === undefined) return line.fail(`one of ${[...typeWords[format].keys()].join(', ')}`);
  return { is: 'type', name, kind };
}

function unit(line: Scanner): Meta {
  const name = line.metricName();
  line.skipBlanks();
  const unit = line.rest;
  if (unit !== '' && !name.endsWith(`_${unit}`)) line.fail(`a unit that '${name}' ends in`);
  return { is: 'unit', name, unit };
}
