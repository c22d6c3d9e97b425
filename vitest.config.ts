import { relative } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests of single files share a process: the library has no state, and loading it anew for each took half the time. */
const single = { name: 'single files', include: ['{lib,stack,dashboards}/**/*.test.ts'], isolate: false };
/** Whole incidents and situations: promtool works out every alert of the app for each of them. */
const INCIDENTS = '{test/incidents,alerts/situations}/**/*.test.ts';
/**
 * Hundreds of texts that real servers judge, the build as a command in many folders, weeks of the objectives, each alert
 * as others got it wrong, every report of large systems, and the index and the reports in a browser.
 */
const LONG =
  '{alerts/mistakes,test/{build-command,exposition-oracle,exposition-verdicts,index-page,objectives,promql-labels,review/{html-report,nothing-lost.property,older-scrapes}}}.test.ts';
/** The tests themselves, on a machine that has nothing but what `npm ci` gets. */
const FRESH = 'test/fresh-machine.test.ts';
/** What reads the whole project, and a few whole commands: each file has a process of its own. */
const whole = {
  name: 'whole',
  include: ['{alerts,scripts,test}/**/*.test.ts'],
  exclude: ['**/node_modules/**', 'test/{preview,slow}/**', FRESH, INCIDENTS, LONG],
};
/** Pages that are started, saved and drawn many times over: minutes of a browser. */
const LONG_PAGES =
  'test/preview/{accessible,accessible-changes,address,asked,bad-servers,checkout,dashboards,kinds,live,pictures,reload,start,tabs,viewer}.test.ts';
const page = {
  // A page that is drawn anew while a test points at it is no fault: once more, and no more than once.
  retry: 1,
  // Definitions are made modules of by hand, as in the preview's own process.
  execArgv: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  // Its module imports names from packages in CommonJS, which a bundler understands and Node does not.
  server: { deps: { inline: [/@grafana\/data/] } },
  // On a busy machine a page takes seconds for what it else does at once.
  expect: { poll: { timeout: 20_000 } },
};
const browser = { name: 'browser', include: ['test/preview/**/*.test.ts'], exclude: [LONG_PAGES], ...page };
/** Processes and browsers are waited for, by which two files at a time leave a third of two cores idle. */
const waiting = { sequence: { groupOrder: 1 }, maxWorkers: 3, testTimeout: 120_000, hookTimeout: 120_000 };
const slowBrowser = { name: 'slow browser', include: [LONG_PAGES], ...page, ...waiting };
/**
 * The app on real servers, in real time; `npm run test:faults` runs it alone. What else runs on the machine moves its
 * clock, so that it comes after all other projects. Each stack takes a fifth of a core: six faults at a time, and panels
 * and watchers, one after the other, beside them.
 */
const LIVE = 'test/slow/{faults,log-storm,panels,watchers}.test.ts';
const live = {
  name: 'live',
  include: [LIVE],
  sequence: { groupOrder: 2 },
  maxWorkers: 2,
  maxConcurrency: 6,
  // A machine that others use may stand still for a second, which is a scrape: once or twice more. docs/faults.md marks those.
  retry: 2,
};
/** Minutes of incidents, kills, installing and other people's projects: `npm run test:slow`, not part of `npm test`. */
const slow = {
  name: 'slow',
  include: ['test/slow/**/*.test.ts', FRESH, INCIDENTS, LONG],
  exclude: ['**/node_modules/**', LIVE],
  ...waiting,
};

/**
 * What takes longest is begun first, in this order: begun last it would be waited for alone. Where nothing was measured
 * yet, as in CI, Vitest goes by the size of files, and that of the faults is the smallest.
 */
const LONGEST = [
  'alerts/alerts.test.ts',
  'alerts/situations/situations.test.ts',
  'test/slow/demo.test.ts',
  'test/incidents/incidents.test.ts',
  'test/slow/preview-package.test.ts',
  'test/preview/reload.test.ts',
  'test/slow/faults.test.ts',
  'test/slow/watchers.test.ts',
  'test/slow/panels.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const group = ({ project }: TestSpecification): number => project.config.sequence.groupOrder;
    const turn = ({ project, moduleId }: TestSpecification): number => {
      const place = LONGEST.indexOf(relative(project.config.root, moduleId));
      return place === -1 ? LONGEST.length : place;
    };
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => group(a) - group(b) || turn(a) - turn(b));
  }
}

/** Far above what a test takes: on a busy machine a build alone may take half of it. A test that hangs is still ended. */
const timeouts = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    // Much of the suite waits for servers, so that two files at a time take little more than one.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [single, whole, browser, slow, slowBrowser, live].map((project) => ({
      test: { ...timeouts, ...project },
    })),
  },
});
