/**
 * How Grafana reads the values of a custom variable from one line of text: parts between commas, a comma after a
 * backslash being one of the value's own; of a part with ` : ` the name comes first; blanks at the ends are dropped.
 * Source: transformCsvStringToOptions(), packages/scenes/src/variables/variants/CustomVariable.tsx in grafana/scenes
 */
export interface ReadValue {
  readonly text: string;
  readonly value: string;
}

/** The values as a viewer finds them in the list. */
export function readValues(line: string): readonly ReadValue[] {
  const parts: string[] = [''];
  for (let at = 0; at < line.length; at += 1) {
    if (line.startsWith('\\,', at)) {
      parts.push(`${parts.pop()},`);
      at += 1;
    } else if (line[at] === ',') parts.push('');
    else parts.push(`${parts.pop()}${line[at]}`);
  }
  return parts.filter((part) => part !== '').map(named);
}

function named(part: string): ReadValue {
  const [, text, value] = /^\s*(.+)\s:\s(.+)$/.exec(part) ?? [];
  const found = text === undefined || value === undefined ? { text: part, value: part } : { text, value };
  return { text: found.text.trim(), value: found.value.trim() };
}
