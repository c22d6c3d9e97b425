/** When definitions cannot be loaded or compiled, the last good state stays, and the error stands at what it is about. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DashboardState, ProfileState, Trouble } from '../protocol.ts';
import type { Failed } from './loaded.ts';

/** A failure as the page shows it, where there is something older to show and where there is not. */
export function troubleOfFailure({ message, file, line, source }: Failed, shown: 'older' | 'nothing'): Trouble {
  const place = file === undefined ? undefined : line === undefined ? file : `${file}:${line}`;
  const [found = '', ...more] = message.split('\n').filter((each) => each.trim() !== '');
  return {
    what: place ?? 'the definitions',
    by: 'error',
    lines: [
      `The definitions cannot be loaded: ${found}`,
      ...(source === undefined ? [] : [source]),
      ...more,
      UNTIL[shown],
    ],
    ...(place === undefined ? {} : { place }),
  };
}

const UNTIL = {
  older: 'Until that is mended, the last definitions that could be loaded are shown.',
  nothing: 'Until that is mended, there is nothing to show.',
} as const;

/** What a line of the project says, without its indent; undefined where there is none. */
export function lineAt(root: string, place: string | undefined): string | undefined {
  const [file, line] = parts(place);
  if (file === undefined || line === undefined) return undefined;
  try {
    return readFileSync(join(root, file), 'utf8').split('\n')[line - 1]?.trim();
  } catch {
    return undefined;
  }
}

/** Errors in syntax: where definitions cannot be loaded for one, the compiler says it a second time. */
const SYNTAX = /^TypeScript TS1\d{3}$/;

/** What the compiler says that the failure does not say already. */
export function besides(failure: Trouble | undefined, troubles: readonly Trouble[]): readonly Trouble[] {
  return troubles.filter(
    ({ by, place }) => !(SYNTAX.test(by) && failure?.place !== undefined && place === failure.place),
  );
}

/** A state in which each trouble stands at the panel whose definition has its line, and those that have none. */
export interface Placed {
  readonly profiles: readonly ProfileState[];
  readonly elsewhere: readonly Trouble[];
}

/**
 * Puts troubles that know only a file and a line to the panels defined there. Where a dashboard has several panels in
 * that line, none of them is blamed: it is said above all panels.
 */
export function placed(profiles: readonly ProfileState[], troubles: readonly Trouble[]): Placed {
  if (troubles.length === 0) return { profiles, elsewhere: [] };
  const starts = startsByFile(profiles);
  const targets = new Map(troubles.map((trouble) => [trouble, target(trouble, starts)]));
  return {
    profiles: profiles.map((profile) => ({
      ...profile,
      dashboards: profile.dashboards.map((dashboard) => withTroubles(dashboard, targets)),
    })),
    elsewhere: troubles.filter((trouble) => targets.get(trouble) === undefined),
  };
}

/** Where panels begin, by file: in order. */
type Starts = ReadonlyMap<string, readonly number[]>;

function startsByFile(profiles: readonly ProfileState[]): Starts {
  const all = new Map<string, Set<number>>();
  for (const { place } of profiles.flatMap(({ dashboards }) => dashboards.flatMap(({ infos }) => infos))) {
    const [file, line] = parts(place);
    if (file !== undefined && line !== undefined) all.set(file, (all.get(file) ?? new Set()).add(line));
  }
  return new Map([...all].map(([file, lines]) => [file, [...lines].sort((a, b) => a - b)]));
}

/** The place of the panel that a trouble's line belongs to: the last that begins before it. */
function target({ place }: Trouble, starts: Starts): string | undefined {
  const [file, line] = parts(place);
  if (file === undefined || line === undefined) return undefined;
  const start = (starts.get(file) ?? []).filter((each) => each <= line).at(-1);
  return start === undefined ? undefined : `${file}:${start}`;
}

function parts(place: string | undefined): readonly [string?, number?] {
  const [, file, line] = /^(.*):(\d+)$/.exec(place ?? '') ?? [];
  return file === undefined ? [] : [file, Number(line)];
}

function withTroubles(dashboard: DashboardState, targets: ReadonlyMap<Trouble, string | undefined>): DashboardState {
  const panelsAt = (place: string | undefined): number =>
    dashboard.infos.filter((info) => place !== undefined && info.place === place).length;
  const shared = [...targets].filter(([, place]) => panelsAt(place) > 1).map(([trouble]) => trouble);
  const infos = dashboard.infos.map((info) => {
    const own = [...targets]
      .filter(([, place]) => place !== undefined && place === info.place && panelsAt(place) === 1)
      .map(([trouble]) => trouble);
    if (own.length === 0) return info;
    return { ...info, troubles: [...info.troubles, ...own], mark: `${info.mark} ${JSON.stringify(own)}` };
  });
  return { ...dashboard, infos, troubles: [...shared, ...dashboard.troubles] };
}
