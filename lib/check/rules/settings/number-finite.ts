/** No setting is NaN or Infinity: a file cannot hold them. */
import { quoted } from '../../messages.ts';
import { type Finding, rule } from '../../rule.ts';
import { type Definition, placeOf, unexcusable } from '../../survey/expressions.ts';
import type { Survey } from '../../survey/survey.ts';

export const numberFinite = rule({
  id: 'number-finite',
  reason:
    'JSON has no NaN and no Infinity: what is computed wrongly would reach Grafana as nothing, or stop the build without a place.',
  source: 'RFC 8259, section 6',
  example: {
    where: 'dashboard shop / panel orders',
    found: 'options.max is NaN',
    allowed: 'finite numbers',
    remedy: 'correct the calculation, or leave the setting out',
  },
  *check(survey) {
    yield* neverTrue(survey);
    const seen = new Set<object>();
    for (const { about, value } of definitions(survey)) {
      for (const [path, number] of notFinite(value, '', seen)) {
        yield {
          about,
          found: `${path} is ${number}`,
          allowed: 'finite numbers',
          remedy: 'correct the calculation, or leave the setting out',
        };
      }
    }
  },
});

/** A number that was worked out wrongly is printed as `NaN`: compared with it nothing is true. */
function* neverTrue({ binaries }: Survey): Iterable<Finding> {
  for (const { node, expression } of binaries) {
    const isNever = [node.left, node.right].some((side) => side.kind === 'number' && Number.isNaN(side.value));
    if (!isNever) continue;
    yield {
      ...placeOf(expression),
      found: `${quoted(node)}: compared or reckoned with NaN nothing is true, and nothing a number`,
      allowed: 'finite numbers',
      remedy: 'correct the calculation, or leave it out',
    };
  }
}

interface Placed {
  readonly about: Definition;
  readonly value: unknown;
}

/** Expressions are looked at by themselves; thresholds and jobs by other rules, number by number. */
function* definitions({ model, panels, alerts }: Survey): Iterable<Placed> {
  const { scrapeInterval, evaluationInterval, deployment, alerting } = model;
  yield { about: unexcusable({ what: 'model' }), value: { scrapeInterval, evaluationInterval, deployment } };
  for (const about of model.dashboards) {
    const { variables, annotations, refresh } = about;
    yield { about, value: { variables, annotations, refresh } };
  }
  for (const { panel } of panels) {
    const { queries, thresholds: _thresholds, logs: _logs, grid: _grid, id: _id, ...settings } = panel;
    yield { about: panel, value: { ...settings, queries: queries.map(({ signal }) => ({ sample: signal.sample })) } };
  }
  for (const { rule: alert } of alerts) {
    const { for: wait, keepFiringFor, test } = alert;
    yield { about: alert, value: { for: wait, keepFiringFor, test } };
  }
  if (alerting !== undefined) yield { about: unexcusable(alerting.where), value: alerting };
}

/** Trees, places and units, and lists of words. */
const SKIPPED: ReadonlySet<string> = new Set([
  'node',
  'where',
  'unit',
  'metric',
  'labels',
  'excuses',
  'repeats',
  'legend',
]);

function* notFinite(
  value: unknown,
  path: string,
  seen: Set<object>,
): Iterable<readonly [path: string, number: number]> {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) yield [path, value];
    return;
  }
  if (typeof value !== 'object' || value === null || value instanceof RegExp || seen.has(value)) return;
  seen.add(value);
  for (const [key, item] of Object.entries(value)) {
    if (SKIPPED.has(key) || typeof item === 'string') continue;
    yield* notFinite(item, Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`, seen);
  }
}
