/** Files that are not compared by what they mean: which sorts of them changed, in one sentence each. */
import type { FileRecord } from '../read/records.ts';
import { type Finding, finding } from './finding.ts';
import type { Kind } from './kinds.ts';
import { counted, listed, short } from './words.ts';

/** What files are called, by a part of their path; the first that fits. */
const SORTS: readonly (readonly [RegExp, one: string, many: string, Kind])[] = [
  [/\.(?:svg|png)$/, 'picture', 'pictures', 'files-derived'],
  [/(?:^|\/)(?:README\.md|index\.html)$/, 'index', 'indexes', 'files-derived'],
  [/(?:^|\/)runbooks\/[^/]+\.md$/, 'runbook', 'runbooks', 'files-changed'],
  [/(?:^|\/)tests?\/.*\.ya?ml$/, 'file of alert tests', 'files of alert tests', 'files-changed'],
  [/./, 'other file', 'other files', 'files-changed'],
];

/** Which files came, went and changed that nothing more is said of. */
export function fileFindings(before: readonly FileRecord[], after: readonly FileRecord[]): readonly Finding[] {
  const [was, is] = [before, after].map((all) => new Set(all.map(({ place }) => place.file)));
  const paths = [...new Set([...(was ?? []), ...(is ?? [])])].sort();
  return SORTS.flatMap(([pattern, one, many, kind], at) => {
    const sort = paths.filter((path) => SORTS.findIndex(([each]) => each.test(path)) === at && pattern.test(path));
    const [first] = sort;
    if (first === undefined) return [];
    const say = (word: string, some: readonly string[]): readonly string[] =>
      some.length === 0
        ? []
        : [
            `${counted(some.length, one, many)} ${word} (${listed(
              some.map((path) => short(path)),
              3,
            )})`,
          ];
    const parts = [
      ...say(
        'changed',
        sort.filter((path) => was?.has(path) && is?.has(path)),
      ),
      ...say(
        'new',
        sort.filter((path) => !was?.has(path)),
      ),
      ...say(
        'removed',
        sort.filter((path) => !is?.has(path)),
      ),
    ];
    const subject = { what: 'file', name: many, place: { file: first } } as const;
    return [
      finding({ kind, subject, sentence: `${parts.join(', ')}.`, count: kind === 'files-derived' ? sort.length : 1 }),
    ];
  });
}
