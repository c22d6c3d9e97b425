/** Problems as they are handed over: each once, with the profiles it concerns, in an order that does not change. */
import type { Problem } from '../model/problem.ts';

interface OfProfile {
  readonly profile: string;
  readonly problems: readonly Problem[];
}

/** The problems of all profiles, each once; one that not all of them have names those that do. */
export function withProfiles(all: readonly OfProfile[]): readonly Problem[] {
  const seen = new Map<string, { readonly problem: Problem; readonly profiles: Set<string> }>();
  for (const { profile, problems } of all) {
    for (const problem of problems) {
      const known = seen.get(key(problem)) ?? { problem, profiles: new Set() };
      known.profiles.add(profile);
      seen.set(key(problem), known);
    }
  }
  return [...seen.values()].map(({ problem, profiles }) =>
    profiles.size === all.length ? problem : only(problem, [...profiles]),
  );
}

function only(problem: Problem, profiles: readonly string[]): Problem {
  const { where } = problem;
  return { ...problem, where: { ...where, what: `${where.what} (profile ${profiles.join(', ')})` } };
}

function key({ where, rule, found, allowed, remedy }: Problem): string {
  return JSON.stringify([where.file, where.line, where.what, rule, found, allowed, remedy]);
}

/** By file and line, then by what it is about, then by rule; problems equal in all these stand once. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const once = new Map(problems.map((problem) => [key(problem), problem]));
  return Object.freeze([...once.values()].sort(compared));
}

function compared(a: Problem, b: Problem): number {
  return (
    byText(a.where.file ?? '', b.where.file ?? '') ||
    (a.where.line ?? 0) - (b.where.line ?? 0) ||
    byText(a.where.what, b.where.what) ||
    byText(a.rule, b.rule) ||
    byText(a.found, b.found)
  );
}

/** By code units: the same on every machine, whatever its language. */
function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
