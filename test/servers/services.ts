/**
 * The three services as plain JavaScript, each with its packages in one file: node starts it in a third of the time that it
 * needs to compile and find them, and a run of all faults starts some hundred and fifty of them.
 */
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../scripts/project.ts';
import { SERVICES } from '../../scripts/servers/services.ts';

export const serviceNames = ['vote', 'worker', 'result'] as const;

export type ServiceName = (typeof serviceNames)[number];

/** Where a service lies in the folder of a run. */
export const serviceFile = (home: string, name: ServiceName): string => join(home, `${name}.mjs`);

/** Packages in CommonJS ask for Node's own modules by `require`, which an ES module has not. */
const REQUIRE = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

let bundled: Promise<ReadonlyMap<string, string>> | undefined;

/** The text of each service, by its name; made once. */
export function serviceTexts(): Promise<ReadonlyMap<string, string>> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: serviceNames.map((name) => join(root, SERVICES, `${name}.ts`)),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    banner: { js: REQUIRE },
    // pg takes it where it is there, and it is not.
    external: ['pg-native'],
    outdir: 'out',
    write: false,
    logLevel: 'silent',
  });
  return new Map(outputFiles.map(({ path, text }) => [basename(path, '.js'), text]));
}
