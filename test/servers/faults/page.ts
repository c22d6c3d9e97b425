/** docs/faults.md: which fault reaches whom, how soon, as it was measured. */
import { faults } from './index.ts';
import type { Measured } from './measured.ts';
import { NOT_TRIED } from './not-tried.ts';
import { OBJECTIVES, TEMPO, type Trial } from './trial.ts';

/** The page, as the last runs measured it. */
export function faultsPage(measured: readonly Measured[]): string {
  return [
    '# Faults on the running stack',
    '',
    `\`npm run test:faults\` makes each fault on real servers, with time running ${TEMPO} times as fast: a scrape every second, \`for: 2m\` in eight seconds, and all windows alike. \`UPDATE_FAULTS=1 npm run test:faults\` measures anew and writes this page; \`-- -t 'Redis is killed'\` does so for one fault. Seconds are as measured; in brackets what they are in the time of production. Both hold the wait for others of the same group: half a minute, a minute for what does not answer, and two for what looks the same whatever the cause, so that the alert that names the cause mutes it first. The end of an alert waits for as long as the alert goes on after it (up to five minutes), and for the next turn of its group (up to five more). *By itself*: it was over before anybody mended anything.`,
    '',
    'Who is muted fires in Prometheus, and nobody is told, since another alert says it already. *Watchdog missing* is what whoever awaits the heartbeat says when it has stayed away for three minutes.',
    '',
    '| fault | told | after | over, told after | muted |',
    '|---|---|---|---|---|',
    ...measured.flatMap(rowsOf),
    ...notMeasured(measured),
    '',
    '## Not tried here',
    '',
    'Every other alert is fired by promtool’s tests, and by the incidents in `alerts/incidents/`.',
    '',
    `Of alerts that are tried, windows of six hours and more stay with promtool too: the tickets of ${[...OBJECTIVES].join(', ')}, and their pages over six hours.`,
    '',
    '| alert | why not here |',
    '|---|---|',
    ...Object.entries(NOT_TRIED)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([alert, reason]) => `| ${alert} | ${reason} |`),
    '',
  ].join('\n');
}

function rowsOf({ fault, tempo, told, muted, lines, tries }: Measured): readonly string[] {
  // No Loki routes them: that they fire is all that can be said.
  const silent = [...muted, ...lines.map((name) => `${name} (log lines)`)];
  const title = faults.find(({ name }) => name === fault)?.title ?? '';
  return told.map(({ alert, after, over }, index) => {
    const again = tries === undefined ? '' : ', at the second try';
    const [head, others] = index === 0 ? [`${title} (\`${fault}\`)${again}`, silent.join(', ')] : ['', ''];
    return `| ${head} | ${alert} | ${both(after, tempo)} | ${ending(over, tempo)} | ${others} |`;
  });
}

/** The end of what may be told besides is not waited for. */
function ending(over: number | undefined, tempo: number): string {
  if (over === undefined) return 'not awaited';
  return over < 0 ? 'by itself' : both(over, tempo);
}

/** New faults, and those whose alerts have changed: a test says of whom they must tell, and nobody has seen how soon. */
function notMeasured(measured: readonly Measured[]): readonly string[] {
  const missing = faults.filter(({ name }) => measured.every(({ fault }) => fault !== name));
  if (missing.length === 0) return [];
  const rows = missing.map(({ name, title, tells }) => `| ${title} (\`${name}\`) | ${tells.join(', ')} |`);
  return ['', '## Not measured yet', '', '| fault | must tell |', '|---|---|', ...rows];
}

/** `11 s (2.8 min)`. */
function both(seconds: number, tempo = TEMPO): string {
  const minutes = (seconds * tempo) / 60;
  return `${Math.round(seconds)} s (${minutes < 10 ? minutes.toFixed(1) : Math.round(minutes)} min)`;
}

/** What a run says at its end. */
export function printed(trials: readonly Trial[]): string {
  return trials
    .flatMap(({ fault, told }) =>
      told.map((row) => `${fault.name.padEnd(28)} ${row.alert.padEnd(36)} ${both(row.seconds, fault.tempo)}`),
    )
    .join('\n');
}
