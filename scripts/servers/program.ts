/** The programs that `npm run servers` builds: one list, read from stack/versions.ts. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type GoModule,
  type OwnModule,
  ownModules,
  type ServerVersion,
  tools,
  versions,
} from '../../stack/versions.ts';

/** Every program's name, in the order in which they are built. */
export const programNames = [
  'promtool',
  'prometheus',
  'amtool',
  'alertmanager',
  'compose-check',
  'alloy-check',
  'blackbox_exporter',
  'node_exporter',
  'postgres_exporter',
  'actionlint',
] as const;

export type ProgramName = (typeof programNames)[number];

export interface Program {
  readonly name: string;
  /** The version as its server counts it: 3.16.0, not the module's 0.316.0. */
  readonly version: string;
  /** What `go install` is told: package@version. */
  readonly target: string;
  readonly tags: readonly string[];
  /** Where the module's archive lacks something: the files to add, by path, before the package is built. */
  readonly completed?: Completed;
  /** Where its module is in this repository, absolute, and its package there. */
  readonly own?: { readonly folder: string; readonly package: string };
}

/** A module whose archive lacks files. */
interface Completed {
  /** What `go mod download` is told: module@version. */
  readonly module: string;
  /** The package inside it. */
  readonly path: string;
  readonly adds: Readonly<Record<string, string>>;
}

/**
 * The program of that name, pinned.
 *
 * @example program('amtool').target // 'github.com/prometheus/alertmanager/cmd/amtool@v0.34.2'
 */
export function program(name: ProgramName): Program {
  const found = allPrograms.get(name);
  if (found === undefined) throw new Error(`stack/versions.ts builds no ${name}: scripts/servers/program.ts lists it`);
  return found;
}

/** The names among `names` that are no program. */
export function unknownNames(names: readonly string[]): readonly string[] {
  return names.filter((name) => !isProgramName(name));
}

export function isProgramName(name: string): name is ProgramName {
  return programNames.some((known) => known === name);
}

function programsOf({ tested, build }: ServerVersion): readonly Program[] {
  return build === undefined ? [] : builtPrograms(tested, build);
}

function builtPrograms(version: string, build: GoModule): readonly Program[] {
  return Object.entries(build.commands).map(([name, path]) =>
    Object.freeze({
      name,
      version,
      target: targetOf(build, path),
      tags: build.tags,
      ...completed(build, name, path),
    }),
  );
}

function completed({ module, version, adds }: GoModule, name: string, path: string): Pick<Program, 'completed'> {
  const files = adds?.[name];
  return files === undefined ? {} : { completed: { module: `${module}@${version}`, path, adds: files } };
}

function targetOf(build: GoModule, path: string): string {
  return `${path === '.' ? build.module : `${build.module}/${path}`}@${build.version}`;
}

/** Built where it lies; what stands for its version is what its source says, so that a change builds it anew. */
function ownPrograms({ folder, commands }: OwnModule): readonly Program[] {
  const path = fileURLToPath(new URL(`../../${folder}`, import.meta.url));
  const hash = createHash('sha256');
  for (const file of readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()) {
    if (/\.go$|^go\./.test(file)) hash.update(`${file}\n`).update(readFileSync(join(path, file)));
  }
  const source = hash.digest('hex').slice(0, 12);
  return Object.entries(commands).map(([name, command]) =>
    Object.freeze({
      name,
      version: command.version,
      target: `${folder}/${name}@${source}`,
      tags: [],
      own: { folder: path, package: command.package },
    }),
  );
}

const allPrograms: ReadonlyMap<string, Program> = new Map(
  [
    ...Object.values(versions).flatMap(programsOf),
    ...Object.values(tools).flatMap(({ version, build }) => builtPrograms(version, build)),
    ...ownModules.flatMap(ownPrograms),
  ].map((each) => [each.name, each]),
);
