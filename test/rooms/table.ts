/** The rooms of the project, and what a file in each may import. What is not said here is refused. */

export interface Room {
  /** The folder; a file belongs to the innermost room that holds it. */
  readonly folder: string;
  /** Only the files of the folder itself: each folder in it is a room of its own. */
  readonly alone?: true;
  /** Rooms whose files it may import, besides its own. */
  readonly rooms: readonly string[];
  /** Packages from outside: a name stands for its entries too, `node:` for all that Node.js has. */
  readonly packages: readonly string[];
}

const UNITS = 'lib/units';
const LANGUAGES = [UNITS, 'lib/catalogue', 'lib/promql', 'lib/logql'];
const MODEL = [...LANGUAGES, 'lib/panels', 'lib/model'];
const SAMPLE = [...MODEL, 'lib/sample'];
const FORMATS = [...SAMPLE, 'lib/check', 'lib/emit', 'lib/emit/grafana', 'lib/picture'];
const REVIEW = ['lib/read', 'lib/promql', 'lib/logql', UNITS];

/** How the voting app, like any other user, sees the library: by the package's name and its entries. */
const ENTRIES = ['plainsight'];

export const ROOMS: readonly Room[] = [
  { folder: UNITS, rooms: [], packages: [] },
  { folder: 'lib/catalogue', rooms: [UNITS], packages: ['node:'] },
  {
    folder: 'lib/promql',
    rooms: [UNITS, 'lib/catalogue'],
    // node:module, to load re2js only where an expression needs it.
    packages: ['@lezer/common', 're2js', 'node:module'],
  },
  {
    folder: 'lib/logql',
    rooms: [UNITS, 'lib/promql'],
    packages: ['@lezer/common', '@lezer/lr', '@grafana/lezer-logql'],
  },
  { folder: 'lib/panels', rooms: [UNITS, 'lib/promql', 'lib/logql'], packages: [] },
  { folder: 'lib/model', rooms: [...LANGUAGES, 'lib/panels'], packages: ['node:path', 'node:url'] },
  { folder: 'lib/sample', rooms: MODEL, packages: [] },
  { folder: 'lib/check', rooms: SAMPLE, packages: [] },
  { folder: 'lib/emit', rooms: [...SAMPLE, 'lib/emit/grafana'], packages: ['node:', 'yaml'] },
  {
    folder: 'lib/emit/grafana',
    rooms: [...SAMPLE, 'lib/emit'],
    packages: ['@grafana/grafana-foundation-sdk', '@grafana/schema', 'node:module'],
  },
  { folder: 'lib/picture', rooms: SAMPLE, packages: [] },
  { folder: 'lib/read', rooms: [UNITS, 'lib/promql', 'lib/logql', 'lib/catalogue'], packages: ['node:', 'yaml'] },
  // Of the formats it takes how Markdown and HTML are escaped, and nothing else.
  { folder: 'lib/review', rooms: [...REVIEW, 'lib/emit'], packages: ['node:', 'valibot'] },
  {
    folder: 'lib/cli',
    rooms: [...new Set([...FORMATS, ...REVIEW, 'lib/review', 'lib/bin'])],
    packages: ['node:', 'commander', 'picocolors', 'tsx', 'valibot', '@octokit'],
  },
  // What starts the commands, before anything can read TypeScript.
  { folder: 'lib/bin', rooms: [], packages: ['node:', 'esbuild', 'tsx'] },
  // What `plainsight init` writes: it is a user's.
  { folder: 'lib/template', rooms: [], packages: ENTRIES },
  // The package's entry: what it offers lies in the rooms; a project's configuration is what the commands read.
  { folder: 'lib', alone: true, rooms: [...MODEL, 'lib/cli'], packages: [] },
  { folder: 'stack', rooms: [], packages: ENTRIES },
  { folder: 'dashboards', rooms: ['stack'], packages: ENTRIES },
  { folder: 'alerts', rooms: ['stack'], packages: ENTRIES },
];
