/** The sides of a panel, each with its own words: title, type, unit, thresholds, legend, links and all the rest. */
import type { PanelRecord, ThresholdStep } from '../read/records.ts';
import { type Detail, detailOf, differing, saysAll } from './detail.ts';
import { type Facet, newerDefaults, type PanelChange, type PanelPair } from './panel-change.ts';
import { queryChanges } from './queries.ts';
import { factorBetween, factorOf, isSameFactor } from './units.ts';
import { listed, quoted, short } from './words.ts';

/** Every side, in the order in which a reviewer hears of them. */
export const FACETS: readonly Facet[] = [
  renamed,
  type,
  queryChanges,
  unit,
  thresholds,
  datasource,
  mappings,
  overrides,
  transformations,
  links,
  repeat,
  description,
  pluginVersion,
  rest,
];

function renamed({ before, after }: PanelPair): readonly PanelChange[] {
  return before.title === after.title ? [] : [{ kind: 'panel-renamed', says: `was called ${quoted(before.title)}` }];
}

/** A panel of another kind has other options: they are the kind's, and no news of their own. */
function type({ before, after }: PanelPair): readonly PanelChange[] {
  if (before.type === after.type) return [];
  const says = `is drawn as ${short(after.type)} instead of ${short(before.type)}`;
  return [{ kind: 'panel-type', says, details: optionsOf(before, after) }];
}

/** Where options lie in the file, which no reader needs to be told. */
const PREFIX = /^(?:fieldConfig\.defaults\.(?:custom\.)?|options\.)/;

function optionsOf(before: PanelRecord, after: PanelRecord): readonly Detail[] {
  return differing(before.rest, after.rest).map((each) => ({ ...each, what: each.what.replace(PREFIX, '') }));
}

/** What a panel says of its data source is only the default of its queries, and theirs is told first. */
function datasource({ before, after }: PanelPair): readonly PanelChange[] {
  const asked = (panel: PanelRecord): string => panel.queries.map((query) => query.datasource).join();
  const isSaid = before.datasource !== '' && after.datasource !== '';
  if (!isSaid || before.datasource === after.datasource || asked(before) !== asked(after)) return [];
  return [
    { kind: 'panel-datasource', says: `data source ${short(after.datasource)} instead of ${short(before.datasource)}` },
  ];
}

function repeat({ before, after }: PanelPair): readonly PanelChange[] {
  if (before.repeat === after.repeat) return [];
  const [was, is] = [before, after].map((panel) => short(panel.repeat) || 'nothing');
  return [{ kind: 'panel-repeat', says: `repeated for ${is} instead of ${was}` }];
}

function unit({ before, after }: PanelPair): readonly PanelChange[] {
  if (before.unit === after.unit) return [];
  const says = `unit ${unitText(after)} instead of ${unitText(before)}`;
  const factor = factorBetween(before.unit, after.unit);
  if (factor === undefined || factor === 1) return [{ kind: 'panel-unit', says }];
  const isScaled = isSameFactor(queryFactor(after) / queryFactor(before), factor);
  if (isScaled) return [{ kind: 'panel-unit', says: `${says}, and its query is scaled to it: the same value` }];
  const times = factor > 1 ? `${rounded(factor)} times too low` : `${rounded(1 / factor)} times too high`;
  return [
    {
      kind: 'unit-shifts',
      says: `${says}, and its query is not scaled to it: if it was right before, it now reads ${times}`,
    },
  ];
}

const unitText = ({ unit: name }: PanelRecord): string => short(name) || 'none';
const rounded = (factor: number): string => String(Number(factor.toPrecision(6)));

/** What the first of a panel's queries is multiplied by. */
function queryFactor({ queries }: PanelRecord): number {
  const [first] = queries;
  return first === undefined ? 1 : factorOf(first.text, first.language);
}

function thresholds({ before, after }: PanelPair): readonly PanelChange[] {
  const [was, is] = [stepsText(before), stepsText(after)];
  if (was === is) return [];
  return [{ kind: 'panel-thresholds', says: `thresholds ${is || 'none'} instead of ${was || 'none'}` }];
}

/** `green, red from 80`. */
function stepsText({ thresholds: { mode, steps } }: PanelRecord): string {
  const unitOf = mode === 'percentage' ? '%' : '';
  const step = ({ value, color }: ThresholdStep): string =>
    value === null ? short(color, 30) : `${short(color, 30)} from ${value}${unitOf}`;
  const named = mode === 'absolute' || mode === 'percentage' ? [] : [short(mode)];
  return [...named, ...steps.map(step)].join(', ');
}

function mappings({ before, after }: PanelPair): readonly PanelChange[] {
  const details = differing(before.mappings, after.mappings);
  return details.length === 0 ? [] : [{ kind: 'panel-mappings', says: `value mappings: ${saysAll(details)}`, details }];
}

function overrides({ before, after }: PanelPair): readonly PanelChange[] {
  const details = differing(overrideMap(before), overrideMap(after));
  if (details.length === 0) return [];
  return [{ kind: 'panel-overrides', says: `overrides: ${saysAll(details)}`, details }];
}

/** What a panel sets last for the same series and property is what holds. */
function overrideMap({ overrides: all }: PanelRecord): ReadonlyMap<string, string> {
  return new Map(
    all.map(({ matcher, property, value }) => [`${property.replace(/^custom\./, '')} of ${matcher}`, value]),
  );
}

function transformations({ before, after }: PanelPair): readonly PanelChange[] {
  const [was, is] = [before.transformations, after.transformations];
  if (was.join() === is.join()) return [];
  const added = is.filter((each) => !was.includes(each)).map((each) => detailOf('transformation', undefined, each));
  const gone = was.filter((each) => !is.includes(each)).map((each) => detailOf('transformation', each, undefined));
  const parts = [
    ...(added.length > 0 ? [`now with ${listed(added.map(({ after: now = '' }) => transformationName(now)))}`] : []),
    ...(gone.length > 0
      ? [`without ${listed(gone.map(({ before: then = '' }) => transformationName(then)))} as it was`]
      : []),
  ];
  const says = parts.length === 0 ? 'in another order' : parts.join(', ');
  return [{ kind: 'panel-transformations', says: `transformations: ${says}`, details: [...gone, ...added] }];
}

const transformationName = (json: string): string => short(/"id":"([^"]+)"/.exec(json)?.[1] ?? 'one', 40);

function links({ before, after }: PanelPair): readonly PanelChange[] {
  const [was, is] = [before.links, after.links].map((all) =>
    all.map(({ title, url }) => `${quoted(title)} to ${short(url)}`),
  );
  if (was === undefined || is === undefined || JSON.stringify(before.links) === JSON.stringify(after.links)) return [];
  const added = is.filter((each) => !was.includes(each));
  const gone = was.filter((each) => !is.includes(each));
  const says = [
    ...(added.length > 0 ? [`new ${listed(added)}`] : []),
    ...(gone.length > 0 ? [`gone ${listed(gone)}`] : []),
  ];
  return [{ kind: 'panel-links', says: `links: ${says.join('; ') || 'opened in another way'}` }];
}

function description({ before, after }: PanelPair): readonly PanelChange[] {
  if (before.description === after.description) return [];
  const details = [detailOf('description', before.description || undefined, after.description || undefined)];
  const says =
    after.description === ''
      ? 'has no description any longer'
      : before.description === ''
        ? 'has a description now'
        : 'another description';
  return [{ kind: 'panel-description', says, details }];
}

function pluginVersion({ before, after }: PanelPair): readonly PanelChange[] {
  if (before.pluginVersion === after.pluginVersion) return [];
  const says = `plugin version ${short(after.pluginVersion) || 'none'} instead of ${short(before.pluginVersion) || 'none'}`;
  return [{ kind: 'plugin-version', says, origin: 'upgrade' }];
}

function rest({ before, after, isUpgrade }: PanelPair): readonly PanelChange[] {
  if (before.type !== after.type) return [];
  const details = optionsOf(before, after);
  const newer = isUpgrade ? details.filter((each) => each.before === undefined) : [];
  const chosen = details.filter((each) => !newer.includes(each));
  const legend = chosen.filter(({ what }) => what.startsWith('legend.'));
  const others = chosen.filter((each) => !legend.includes(each));
  return [
    ...(newer.length === 0 ? [] : [newerDefaults(newer)]),
    ...(legend.length === 0 ? [] : [{ kind: 'panel-legend', says: saysAll(legend), details: legend } as const]),
    ...(others.length === 0 ? [] : [{ kind: 'panel-options', says: saysAll(others), details: others } as const]),
  ];
}
