/** What relabelling makes of labels, where not all of their values are known. */
import { anchored, RELABEL_DEFAULTS, type Relabel, replaced } from './relabel.ts';

/** Labels with their values; undefined where the label is there and its value is not known. */
export type PartlyKnown = ReadonlyMap<string, string | undefined>;

/**
 * Labels after relabelling; undefined where the steps drop what has them. What hangs on a value that is not known is
 * taken for kept, and the label that it would write for not known.
 *
 * @example relabelledPartly(new Map([['__name__', 'go_threads']]), [{ source_labels: ['__name__'], regex: 'go_.*', action: 'drop' }])
 * // undefined
 */
export function relabelledPartly(labels: PartlyKnown, steps: readonly Relabel[]): PartlyKnown | undefined {
  const seen = new Map(labels);
  for (const step of steps) if (!apply(step, seen)) return undefined;
  return seen;
}

/** Whether what has the labels is kept. */
function apply(step: Relabel, seen: Map<string, string | undefined>): boolean {
  const value = joined(step, seen);
  switch (step.action) {
    case 'keep':
      return matches(step.regex, value) ?? true;
    case 'drop':
      return !(matches(step.regex, value) ?? false);
    case 'keepequal':
      return equals(seen, step.target_label, value) ?? true;
    case 'dropequal':
      return !(equals(seen, step.target_label, value) ?? false);
    case 'labeldrop':
    case 'labelkeep':
      for (const name of [...seen.keys()].filter((each) => isRemoved(step, each))) seen.delete(name);
      return true;
    case 'labelmap':
      copyNamed(step, seen);
      return true;
    case 'hashmod':
      seen.set(step.target_label, undefined);
      return true;
    case 'lowercase':
      write(seen, step.target_label, value?.toLowerCase());
      return true;
    case 'uppercase':
      write(seen, step.target_label, value?.toUpperCase());
      return true;
    default:
      replace(step, seen, value);
      return true;
  }
}

/** The values that a step looks at; undefined where one of them is not known. A label that is not there is empty. */
function joined({ source_labels = [], separator = RELABEL_DEFAULTS.separator }: Relabel, seen: PartlyKnown) {
  const values = source_labels.map((label) => (seen.has(label) ? seen.get(label) : ''));
  return values.includes(undefined) ? undefined : values.join(separator);
}

/** Expressions that every value matches, whatever it is. */
const EVERYTHING: ReadonlySet<string> = new Set(['.*', '(.*)', '(?s:.*)', '^.*$']);

function matches(regex: string = RELABEL_DEFAULTS.regex, value: string | undefined): boolean | undefined {
  if (EVERYTHING.has(regex)) return true;
  return value === undefined ? undefined : anchored(regex)?.test(value);
}

function equals(seen: PartlyKnown, label: string, value: string | undefined): boolean | undefined {
  const other = seen.has(label) ? seen.get(label) : '';
  return value === undefined || other === undefined ? undefined : other === value;
}

/**
 * Whether a step removes a label by its name.
 *
 * @example isRemoved({ action: 'labeldrop', regex: 'pod.*' }, 'pod_ip') // true
 */
export function isRemoved(step: Relabel, name: string): boolean {
  if (step.action !== 'labeldrop' && step.action !== 'labelkeep') return false;
  const named = anchored(step.regex)?.test(name);
  return named === (step.action === 'labeldrop');
}

function copyNamed(step: Extract<Relabel, { action: 'labelmap' }>, seen: Map<string, string | undefined>): void {
  const { regex, replacement = RELABEL_DEFAULTS.replacement } = step;
  for (const [name, value] of [...seen]) {
    const copy = replaced(name, regex, replacement);
    if (copy !== undefined && copy !== '') seen.set(copy, value);
  }
}

type Replacing = Exclude<Relabel, { action: Exclude<Relabel['action'], 'replace' | undefined> }>;

function replace(step: Replacing, seen: Map<string, string | undefined>, value: string | undefined): void {
  const { regex = RELABEL_DEFAULTS.regex, replacement = RELABEL_DEFAULTS.replacement, target_label } = step;
  // A name made of groups is another label for each value.
  if (target_label.includes('$')) return;
  if (value === undefined) {
    const same = !replacement.includes('$') && EVERYTHING.has(regex);
    write(seen, target_label, same ? replacement : undefined);
    return;
  }
  const written = replaced(value, regex, replacement);
  if (written !== undefined) write(seen, target_label, written);
}

function write(seen: Map<string, string | undefined>, label: string, value: string | undefined): void {
  if (value === '') seen.delete(label);
  else seen.set(label, value);
}
