/** docs/faults.md: which fault reaches whom, how soon, as it was measured. */
import type { Fault } from './fault.ts';
import { NOT_TRIED } from './not-tried.ts';
import { type Row, TEMPO, type Trial } from './trial.ts';

/** The page, as one run measured it. */
export function faultsPage(trials: readonly Trial[]): string {
  return [
    '# Faults on the running stack',
    '',
    `\`npm run test:faults\` makes each fault on real servers, with time running ${TEMPO} times as fast: a scrape every second, \`for: 2m\` in eight seconds, and all windows alike. \`UPDATE_FAULTS=1 npm run test:faults\` writes this page. Seconds are as measured; in brackets what they are in the time of production. Both hold the wait for others of the same group (30 s), and the end of an alert waits for the next turn of its group (up to 5 min).`,
    '',
    'Who is muted fires in Prometheus, and nobody is told, since another alert says it already.',
    '',
    '| fault | told | after | over, told after | muted |',
    '|---|---|---|---|---|',
    ...trials.flatMap(rowsOf),
    '',
    '## Not tried here',
    '',
    'Every other alert is fired by promtool’s tests, and by the incidents in `alerts/incidents/`.',
    '',
    '| alert | why not here |',
    '|---|---|',
    ...Object.entries(NOT_TRIED)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([alert, reason]) => `| ${alert} | ${reason} |`),
    '',
  ].join('\n');
}

function rowsOf({ fault, told, muted, logAlerts }: Trial): readonly string[] {
  // No Loki routes them: that they fire is all that can be said.
  const silent = [...muted, ...logAlerts.map((name) => `${name} (log lines)`)];
  const lines = told.map((row, index) => {
    const [title, others] = index === 0 ? [`${fault.title} (\`${fault.name}\`)`, silent.join(', ')] : ['', ''];
    return `| ${title} | ${row.alert} | ${both(row.seconds, fault)} | ${both(row.resolvedAfter, fault)} | ${others} |`;
  });
  return lines;
}

/** `11 s (2.8 min)`. */
function both(seconds: number, { tempo = TEMPO }: Fault): string {
  // The end of what may be told besides is not waited for.
  if (Number.isNaN(seconds)) return 'not awaited';
  const minutes = (seconds * tempo) / 60;
  return `${Math.round(seconds)} s (${minutes < 10 ? minutes.toFixed(1) : Math.round(minutes)} min)`;
}

/** What a run says at its end. */
export function printed(trials: readonly Trial[]): string {
  return trials
    .flatMap(({ fault, told }) =>
      told.map((row: Row) => `${fault.name.padEnd(28)} ${row.alert.padEnd(36)} ${both(row.seconds, fault)}`),
    )
    .join('\n');
}
