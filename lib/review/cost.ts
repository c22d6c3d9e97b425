/**
 * What panels and rules cost: how many series and samples a server reads to evaluate them once, before and after. Either
 * a Prometheus says it of both queries, or it is estimated from what the build recorded: from the same side for both, so
 * that what differs is the query.
 */
import {
  type DashboardRecord,
  type ModelRecord,
  type PanelRecord,
  type RuleRecord,
  recordsOf,
} from '../read/records.ts';
import { added, type Cost, estimated } from './cost-estimate.ts';
import { type Finding, finding, type Subject } from './finding.ts';
import { matched } from './match.ts';
import type { Readers, Sides } from './readers.ts';
import { panelSubject, ruleSubject } from './subjects.ts';
import { short } from './words.ts';

/** What a server says that one evaluation of a query reads, by the query's text. */
export type Measured = ReadonlyMap<string, Cost>;

/** The texts of all queries that a review would tell the cost of, each once. */
export function costlyQueries(sides: Sides): readonly string[] {
  return [...new Set(changedQueries(sides).flatMap(({ was, is }) => [...was, ...is]))];
}

/** Of panels and rules whose queries changed, those that read many more or many fewer samples. */
export function costFindings(sides: Sides, readers: Readers, measured: Measured = new Map()): readonly Finding[] {
  const models = readers.models();
  if (models.length === 0 && measured.size === 0) return [];
  return changedQueries(sides).flatMap(({ was, is, subject }) => {
    const [before, after] = [was, is].map((texts) => sumOf(texts, measured));
    if (isAnswered(before) && isAnswered(after)) return told(before, after, { subject, isMeasured: true });
    const model = nearest(models, subject.place.file);
    if (model === undefined) return [];
    return told(estimated(was, model), estimated(is, model), { subject, isMeasured: false });
  });
}

/** What was measured of all of the queries together; undefined where one of them is not known. */
function sumOf(texts: readonly string[], measured: Measured): Cost | undefined {
  const all = texts.flatMap((text) => measured.get(text) ?? []);
  return all.length < texts.length ? undefined : added(all);
}

/** A server that has nothing of what a query reads, such as a rule that is not loaded yet, says nothing of its cost. */
function isAnswered(cost: Cost | undefined): cost is Cost {
  return cost !== undefined && cost.samples > 0;
}

interface Changed {
  readonly was: readonly string[];
  readonly is: readonly string[];
  readonly subject: Subject;
}

function changedQueries({ before, after }: Sides): readonly Changed[] {
  return [
    ...panels(recordsOf(before, 'dashboard'), recordsOf(after, 'dashboard')),
    ...rules(recordsOf(before, 'rule'), recordsOf(after, 'rule')),
  ].filter(({ was, is }) => was.join('\n') !== is.join('\n'));
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

function told(
  was: Cost,
  is: Cost,
  { subject, isMeasured }: { readonly subject: Subject; readonly isMeasured: boolean },
): readonly Finding[] {
  const more = is.samples - was.samples;
  if (was.samples === 0 || Math.abs(more) < FELT) return [];
  const kind = is.samples >= MUCH.times * was.samples && more >= MUCH.more ? 'cost-grows' : 'cost-changed';
  const name = subject.what === 'panel' ? `'${short(subject.name)}'` : short(subject.name);
  const [about, how] = isMeasured ? ['', 'measured'] : ['about ', 'estimated'];
  const sentence = `${name} reads ${about}${costText(is)} each time instead of ${costText(was)} (${how}).`;
  return [finding({ kind, subject, sentence })];
}

function costText({ series, samples }: Cost): string {
  const [many, of] = [samples, series].map((number) => number.toLocaleString('en-US'));
  return `${many} ${samples === 1 ? 'sample' : 'samples'} of ${of} series`;
}
