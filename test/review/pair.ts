/** A file of two sides and the report on them: `-- before/rules.yml --` begins a file, `-- report --` the report. */
import { readFileSync } from 'node:fs';
import { type Side, textSide } from '../../lib/read/side.ts';

export interface PairFile {
  readonly before: Side;
  readonly after: Side;
  readonly report: string;
}

const HEAD = /^-- (.+) --\n/m;

/** Reads such a file. What stands in front of the first section says why the pair is there. */
export function readPair(path: string): PairFile {
  const [, ...parts] = readFileSync(path, 'utf8').split(HEAD);
  const sections = new Map<string, string>();
  for (let at = 0; at + 1 < parts.length; at += 2) sections.set(parts[at] ?? '', parts[at + 1] ?? '');
  return {
    before: sideOf('before', sections),
    after: sideOf('after', sections),
    report: sections.get('report') ?? '',
  };
}

function sideOf(name: string, sections: ReadonlyMap<string, string>): Side {
  const own = [...sections].filter(([path]) => path.startsWith(`${name}/`));
  return textSide(name, Object.fromEntries(own.map(([path, text]) => [path.slice(name.length + 1), text])));
}
