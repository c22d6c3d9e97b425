/**
 * What a runbook names is there. Three notations are references: a title in italics (`*Shop*, *Orders waiting*`), a
 * metric with braces as in a query (`` `queue_length{}` ``), and the services of a `docker compose` command. Words that
 * are only stressed are bold.
 */
import type { ResolvedModel } from '../../../model/resolved.ts';
import { didYouMean } from '../../messages.ts';
import { type Fault, rule } from '../../rule.ts';
import { composeServices } from '../../survey/compose-services.ts';
import { unexcusable } from '../../survey/expressions.ts';
import type { Survey } from '../../survey/survey.ts';

/** What can be named. */
interface Known {
  readonly titles: ReadonlySet<string>;
  /** By title of a dashboard: the rows and panels on it. */
  readonly on: ReadonlyMap<string, ReadonlySet<string>>;
  readonly metrics: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
}

const ITALICS = /(?<![*\\\w])\*(?![*\s])([^*`]+?)(?<!\s)\*(?![*\w])/g;
const METRIC = /`([a-zA-Z_:][\w:]*)\{[^`]*`/g;
const CODE = /`[^`]*`/g;

export const runbookNames = rule({
  id: 'runbook-names',
  reason:
    'Who is woken looks for the panel that the runbook names, and types its commands: a name of last month costs minutes.',
  source: 'our own',
  example: {
    where: 'runbook QueueLong',
    found: 'line 1 names "Orders piling up", which is the title of nothing',
    allowed: 'titles of dashboards, rows and panels in *italics*; **bold** for other words',
    remedy: 'name what is there',
  },
  *check(survey) {
    const known = knownOf(survey);
    for (const [name, text] of Object.entries(survey.model.runbooks)) {
      for (const [index, line] of text.split('\n').entries()) {
        for (const fault of faultsOf(line, known)) {
          yield {
            about: unexcusable({ what: `runbook ${name}` }),
            ...fault,
            found: `line ${index + 1} ${fault.found}`,
          };
        }
      }
    }
  },
});

function* faultsOf(line: string, known: Known): Iterable<Fault> {
  yield* titleFaults(line, known);
  for (const [, metric = ''] of line.matchAll(METRIC)) {
    if (known.metrics.has(metric)) continue;
    yield {
      found: `reads ${metric}, which no catalogue file and no recording rule has`,
      allowed: 'metrics that are scraped or recorded',
      remedy: didYouMean(metric, known.metrics, 'name a metric that is there'),
    };
  }
  for (const [code] of line.matchAll(CODE)) {
    for (const service of composeServices(code)) {
      if (known.services.has(service)) continue;
      yield {
        found: `has a docker compose command for ${service}, which no scrape job knows`,
        allowed: 'services that are scraped, or that a target is about; <service> for any',
        remedy: didYouMean(service, known.services, 'name the service as compose.yaml does'),
      };
    }
  }
}

function* titleFaults(line: string, { titles, on }: Known): Iterable<Fault> {
  // Code has asterisks of its own: CONFIG GET maxmemory*.
  const prose = line.replace(CODE, '``');
  let dashboard: string | undefined;
  for (const [, title = ''] of prose.matchAll(ITALICS)) {
    if (on.has(title)) {
      dashboard = title;
      continue;
    }
    const allowed = 'titles of dashboards, rows and panels in *italics*; **bold** for other words';
    if (!titles.has(title)) {
      const remedy = didYouMean(title, titles, 'name what is there');
      yield { found: `names "${title}", which is the title of nothing`, allowed, remedy };
    } else if (dashboard !== undefined && on.get(dashboard)?.has(title) === false) {
      yield { found: `names "${title}" on ${dashboard}, where it is not`, allowed, remedy: whereItIs(title, on) };
    }
  }
}

function whereItIs(title: string, on: Known['on']): string {
  const places = [...on].filter(([, titles]) => titles.has(title)).map(([dashboard]) => dashboard);
  return `it is on ${places.join(' and ')}`;
}

function knownOf({ model, recorded }: Survey): Known {
  const on = new Map(model.dashboards.map((dashboard) => [dashboard.title, titlesOn(dashboard, model)]));
  return {
    on,
    titles: new Set([...on.keys(), ...[...on.values()].flatMap((titles) => [...titles])]),
    metrics: new Set([...model.catalogue.keys(), ...recorded.keys()]),
    services: servicesOf(model),
  };
}

/** The rows and panels of a dashboard, and the panels that only another profile has: a runbook is read in each. */
function titlesOn({ uid, rows }: ResolvedModel['dashboards'][number], { leftOut }: ResolvedModel): ReadonlySet<string> {
  return new Set([
    ...rows.flatMap(({ title, panels }) => [title, ...panels.map((panel) => panel.title)]),
    ...leftOut.filter(({ what, dashboard }) => what === 'panel' && dashboard === uid).map(({ name }) => name),
  ]);
}

/** What the addresses of targets are called, and what their label `service` says. */
function servicesOf({ jobs }: ResolvedModel): ReadonlySet<string> {
  const groups = jobs.flatMap((job) => job.static);
  return new Set([
    ...groups.flatMap(({ targets }) => targets.map((target) => target.replace(/^\w+:\/\//, '').replace(/[:/].*$/, ''))),
    ...groups.flatMap(({ labels }) => labels?.service ?? []),
  ]);
}
