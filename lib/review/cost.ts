/**
 * What panels and rules cost: how many series and samples a server reads to evaluate them once, before and after. How
 * many series a metric has is what the build recorded of it: an estimate, and the same one for both sides, so that what
 * differs is the query.
 */
import type { Node, WindowNode } from '../promql/node.ts';
import { parse } from '../promql/parse/parse.ts';
import { children } from '../promql/walk.ts';
import {
  type DashboardRecord,
  type ModelRecord,
  type PanelRecord,
  type RuleRecord,
  recordsOf,
} from '../read/records.ts';
import { type Finding, finding, type Subject } from './finding.ts';
import { matched } from './match.ts';
import type { Readers, Sides } from './readers.ts';
import { panelSubject, ruleSubject } from './subjects.ts';
import { short } from './words.ts';

/** One evaluation. */
interface Cost {
  readonly series: number;
  readonly samples: number;
}

/** Of panels and rules whose queries changed, those that read many more or many fewer samples. */
export function costFindings({ before, after }: Sides, readers: Readers): readonly Finding[] {
  const models = readers.models();
  if (models.length === 0) return [];
  return [
    ...panels(recordsOf(before, 'dashboard'), recordsOf(after, 'dashboard')),
    ...rules(recordsOf(before, 'rule'), recordsOf(after, 'rule')),
  ].flatMap(({ was, is, subject }) => {
    if (was.join('\n') === is.join('\n')) return [];
    const model = nearest(models, subject.place.file);
    return model === undefined ? [] : told(costOf(was, model), costOf(is, model), subject);
  });
}

interface Changed {
  readonly was: readonly string[];
  readonly is: readonly string[];
  readonly subject: Subject;
}

function panels(before: readonly DashboardRecord[], after: readonly DashboardRecord[]): readonly Changed[] {
  const asked = ({ queries }: PanelRecord): readonly string[] =>
    queries.flatMap(({ text, language }) => (language === 'promql' ? [text] : []));
  const dashboards = matched(before, after, [({ uid, place }) => JSON.stringify([uid, place.file])]);
  return dashboards.pairs.flatMap((dashboard) =>
    matched(dashboard.before.panels, dashboard.after.panels, [({ id }) => id]).pairs.map((pair) => ({
      was: asked(pair.before),
      is: asked(pair.after),
      subject: panelSubject(dashboard.after, pair.after),
    })),
  );
}

function rules(before: readonly RuleRecord[], after: readonly RuleRecord[]): readonly Changed[] {
  const key = ({ place, does, name, labels }: RuleRecord): string =>
    JSON.stringify([place.file, does, name, labels.get('severity')]);
  const promql = (all: readonly RuleRecord[]): readonly RuleRecord[] =>
    all.filter(({ language }) => language === 'promql');
  return matched(promql(before), promql(after), [key]).pairs.map((pair) => ({
    was: [pair.before.expr],
    is: [pair.after.expr],
    subject: ruleSubject(pair.after),
  }));
}

/** The model of the output that a file belongs to: the one in the innermost folder around it. */
function nearest(models: readonly ModelRecord[], file: string): ModelRecord | undefined {
  const folder = ({ place }: ModelRecord): string => place.file.slice(0, -'model.json'.length);
  return models.filter((each) => file.startsWith(folder(each))).sort((a, b) => folder(b).length - folder(a).length)[0];
}

/** From here on somebody has to look: twice as much, and so many samples more. */
const MUCH = { times: 2, more: 1_000_000 };
/** Below this nobody feels it: a server reads some millions in a second. */
const FELT = 10_000;

function told(was: Cost, is: Cost, subject: Subject): readonly Finding[] {
  const more = is.samples - was.samples;
  if (was.samples === 0 || Math.abs(more) < FELT) return [];
  const kind = is.samples >= MUCH.times * was.samples && more >= MUCH.more ? 'cost-grows' : 'cost-changed';
  const name = subject.what === 'panel' ? `'${short(subject.name)}'` : short(subject.name);
  const sentence = `${name} reads about ${costText(is)} each time instead of ${costText(was)}.`;
  return [finding({ kind, subject, sentence })];
}

const grouped = (number: number): string => number.toLocaleString('en-US');
const costText = ({ series, samples }: Cost): string => `${grouped(samples)} samples of ${grouped(series)} series`;

function costOf(texts: readonly string[], model: ModelRecord): Cost {
  const all = texts.flatMap((text) => {
    const parsed = parse(text);
    return parsed.ok ? [readBy(parsed.node, model, 1)] : [];
  });
  return added(all);
}

function added(all: readonly Cost[]): Cost {
  return all.reduce((sum, { series, samples }) => ({ series: sum.series + series, samples: sum.samples + samples }), {
    series: 0,
    samples: 0,
  });
}

/** Seconds between two samples, and between two evaluations of a subquery that does not say it. */
const SCRAPED = 15;
const EVALUATED = 60;

/** @param times how often the node is evaluated */
function readBy(node: Node, model: ModelRecord, times: number): Cost {
  if (node.kind === 'selector') {
    const series = seriesOf(node.metric, model);
    return { series, samples: series * times };
  }
  if (node.kind === 'range') {
    const { series } = readBy(node.selector, model, times);
    return { series, samples: Math.ceil(series * times * (seconds(node.window) / SCRAPED)) };
  }
  if (node.kind === 'subquery') {
    const step = node.step === undefined ? EVALUATED : seconds(node.step);
    return readBy(node.of, model, times * Math.max(1, Math.ceil(seconds(node.window) / step)));
  }
  return added(children(node).map((child) => readBy(child, model, times)));
}

/** Of a histogram's buckets, sum and count the series are counted together. */
function seriesOf(name: string, { cardinality }: ModelRecord): number {
  return cardinality.get(name) ?? cardinality.get(name.replace(/_(?:bucket|sum|count)$/, '')) ?? 0;
}

/** What Grafana fills in, for a dashboard that shows an hour. */
const FILLED_IN: Readonly<Record<string, number>> = { $__range: 3600, $__rate_interval: 60, $__interval: 15 };

function seconds(window: WindowNode): number {
  if (window.kind === 'duration') return window.duration.ms / 1000;
  return (window.kind === 'variable' ? FILLED_IN[window.name] : undefined) ?? EVALUATED;
}
