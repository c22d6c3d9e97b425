/** No setting is NaN or Infinity: a file cannot hold them. */
import { quoted } from '../../messages.ts';
import { type Finding, rule } from '../../rule.ts';
import { type Definition, everywhere, unexcusable } from '../../survey/expressions.ts';
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
    for (const { about, value } of definitions(survey)) {
      if (allFinite(value)) continue;
      for (const [path, number] of notFinite(value, '')) {
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
  for (const { node, expressions } of binaries) {
    const isNever = [node.left, node.right].some((side) => side.kind === 'number' && Number.isNaN(side.value));
    if (!isNever) continue;
    yield* everywhere(expressions, {
      found: `${quoted(node)}: compared or reckoned with NaN nothing is true, and nothing a number`,
      allowed: 'finite numbers',
      remedy: 'correct the calculation, or leave it out',
    });
  }
}

interface Placed {
  readonly about: Definition;
  readonly value: unknown;
}

/** Nearly every panel is right, and there are many: only of one that is not a value is put together. */
const OF_PANEL = ['decimals', 'mappings', 'overrides', 'transformations', 'repeat', 'minInterval', 'options'] as const;

/** Expressions are looked at by themselves; thresholds and jobs by other rules, number by number. */
function* definitions({ model, panels, alerts }: Survey): Iterable<Placed> {
  const { scrapeInterval, evaluationInterval, deployment, alerting } = model;
  yield { about: unexcusable({ what: 'model' }), value: { scrapeInterval, evaluationInterval, deployment } };
  for (const about of model.dashboards) {
    const { variables, annotations, refresh } = about;
    yield { about, value: { variables, annotations, refresh } };
  }
  for (const { panel } of panels) {
    const { decimals, mappings, overrides, transformations, repeat, minInterval, options } = panel;
    if (!OF_PANEL.every((name) => allFinite(panel[name]))) {
      yield { about: panel, value: { decimals, mappings, overrides, transformations, repeat, minInterval, options } };
    }
    for (const { signal } of panel.queries) {
      if (signal.sample !== undefined) yield { about: panel, value: { sample: signal.sample } };
    }
  }
  for (const { rule: alert } of alerts) {
    const { for: wait, keepFiringFor, test } = alert;
    yield { about: alert, value: { for: wait, keepFiringFor, test } };
  }
  if (alerting !== undefined) yield { about: unexcusable(alerting.where), value: alerting };
}

/** Trees, places and units, and lists of words. */
const SKIPPED: ReadonlySet<string> = new Set(['node', 'where', 'unit', 'metric', 'labels', 'legend']);

/** Nearly everything is right: looked through without a word of where one is. */
function allFinite(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  for (const key in value) {
    const item: unknown = value[key as keyof typeof value];
    if ((typeof item === 'object' || typeof item === 'number') && !SKIPPED.has(key) && !allFinite(item)) return false;
  }
  return true;
}

function* notFinite(value: unknown, path: string): Iterable<readonly [path: string, number: number]> {
  if (typeof value === 'number' && !Number.isFinite(value)) yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    if (SKIPPED.has(key)) continue;
    yield* notFinite(item, Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`);
  }
}
