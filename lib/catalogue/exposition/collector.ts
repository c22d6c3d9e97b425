/** Puts samples and descriptions together to families, and refuses what belongs to none. */
import { type ExposedKind, type Family, type Format, type Sample, suffixes } from './family.ts';
import type { Meta } from './meta.ts';
import { Unreadable } from './scanner.ts';

/** A family while it is read. */
interface Growing {
  readonly name: string;
  kind: ExposedKind;
  /** The line of TYPE, or 0. */
  typed: number;
  help: string | undefined;
  unit: string | undefined;
  readonly samples: Sample[];
  lastLine: number;
}

const SUFFIX = /_(?:bucket|sum|count|total|created|gsum|gcount|info)$/;

/** The families of one exposition, in the order of their first line. */
export class Collector {
  readonly #format: Format;
  readonly #families = new Map<string, Growing>();

  constructor(format: Format) {
    this.#format = format;
  }

  describe(meta: Exclude<Meta, { readonly is: 'end' | 'comment' }>, line: number): void {
    const family = this.#open(meta.name, line);
    if (meta.is === 'help') family.help = meta.text;
    if (meta.is === 'unit') family.unit = meta.unit;
    if (meta.is !== 'type') return;
    if (family.typed > 0)
      refuse(line, `a second TYPE for '${meta.name}'`, `one only; the first is in line ${family.typed}`);
    if (family.samples.length > 0)
      refuse(line, `TYPE after the first sample of '${meta.name}'`, 'TYPE before the samples');
    family.kind = meta.kind;
    family.typed = line;
  }

  add(sample: Sample, line: number): void {
    const family = this.#familyOf(sample.name, line);
    if (family.kind === 'histogram' && sample.name === `${family.name}_bucket`) assertBound(sample, line);
    family.samples.push(sample);
    family.lastLine = line;
  }

  families(): readonly Family[] {
    return Object.freeze([...this.#families.values()].map(frozen));
  }

  #open(name: string, line: number): Growing {
    const known = this.#families.get(name);
    if (known !== undefined) return known;
    const family: Growing = {
      name,
      kind: 'untyped',
      typed: 0,
      help: undefined,
      unit: undefined,
      samples: [],
      lastLine: line,
    };
    this.#families.set(name, family);
    return family;
  }

  #familyOf(name: string, line: number): Growing {
    const base = name.replace(SUFFIX, '');
    const candidates = [this.#families.get(name), this.#families.get(base)].filter((family) => family !== undefined);
    const owner = candidates.find((family) => this.#namesOf(family).includes(name));
    if (owner !== undefined) return owner;
    const wrong = candidates[0];
    if (wrong === undefined || (wrong.name !== name && !this.#looksCutOff(wrong, name))) return this.#open(name, line);
    return this.#refuseName(wrong, name, line);
  }

  #namesOf(family: Growing): readonly string[] {
    return suffixes[this.#format][family.kind].map((suffix) => family.name + suffix);
  }

  /** A counter `x` whose samples are called `x_total` is OpenMetrics, which ends in EOF: that line is gone. */
  #looksCutOff(family: Growing, name: string): boolean {
    return this.#format === 'prometheus text' && family.kind === 'counter' && name === `${family.name}_total`;
  }

  #refuseName(family: Growing, name: string, line: number): never {
    if (this.#looksCutOff(family, name)) {
      return refuse(
        line,
        `'${name}' of the counter '${family.name}', as only OpenMetrics names it`,
        "'# EOF' as the last line",
      );
    }
    const names = this.#namesOf(family).map((allowed) => `'${allowed}'`);
    return refuse(line, `a sample '${name}' of the ${family.kind} '${family.name}'`, names.join(' or '));
  }
}

function frozen({ name, kind, help, unit, samples }: Growing): Family {
  return Object.freeze({
    name,
    kind,
    help: help ?? '',
    ...(unit !== undefined && unit !== '' && { unit }),
    samples: Object.freeze(samples),
  });
}

function assertBound({ name, labels }: Sample, line: number): void {
  const le = labels.get('le');
  if (le === undefined) refuse(line, `'${name}' without the label 'le'`, "the bucket's upper bound in 'le'");
  if (le !== '+Inf' && (le === '' || Number.isNaN(Number(le)))) {
    refuse(line, `le="${le}"`, "a number or '+Inf' in 'le'");
  }
}

function refuse(line: number, found: string, expected: string): never {
  throw new Unreadable({ line, found, expected });
}
