/** What a catalogue says without having been told: a person looks through it once, and states what is wrong. */
import { unitText } from '../../units/unit.ts';
import { byText, type Entry } from '../definition/entry.ts';

interface Sort {
  readonly includes: (entry: Entry) => boolean;
  readonly says: (entries: readonly Entry[], file: string) => string;
}

const SORTS: readonly Sort[] = [
  {
    includes: ({ kind }) => kind === 'untyped',
    says: (entries) =>
      `No kind is known of ${names(entries)}: nothing can be asked of them until an override states one.`,
  },
  {
    includes: ({ guessed = [] }) => guessed.includes('kind'),
    says: (entries, file) =>
      `Taken for native histograms, as they show no bucket but +Inf: ${names(entries)}. If they are classic ones, state it in ${file}: kind: 'histogram'.`,
  },
  {
    includes: ({ guessed = [], kind }) => guessed.includes('unit') && kind !== 'untyped',
    says: (entries, file) =>
      `Units guessed from names that state none; state in ${file} what is wrong:\n${byUnit(entries).join('\n')}`,
  },
];

function names(entries: readonly Entry[]): string {
  return entries.map(({ definition }) => definition.name).join(', ');
}

function byUnit(entries: readonly Entry[]): readonly string[] {
  const units = new Map<string, Entry[]>();
  for (const entry of entries) {
    const unit = unitText(entry.definition.unit);
    units.set(unit, [...(units.get(unit) ?? []), entry]);
  }
  return [...units].sort(([a], [b]) => byText(a, b)).map(([unit, of]) => `  ${unit}: ${names(of)}`);
}

/**
 * What was guessed of the metrics of a source, a paragraph each.
 *
 * @example guesses([], 'redis') // []
 */
export function guesses(entries: readonly Entry[], source: string): readonly string[] {
  return SORTS.flatMap(({ includes, says }) => {
    const found = entries.filter(includes);
    return found.length === 0 ? [] : [says(found, `${source}.overrides.ts`)];
  });
}
