/** Every file for people and for reviews: the index, the runbooks and the model. */

import { logReadings } from '../../model/log-readings.ts';
import { readings } from '../../model/readings.ts';
import { alertsOf, type ResolvedModel } from '../../model/resolved.ts';
import { contractPage } from './contract.ts';
import { modelJson } from './model-json.ts';
import { needs } from './needs.ts';
import { indexPage } from './page.ts';
import { readme } from './readme.ts';
import { sectionsOf } from './sections.ts';
import { streamNeeds } from './streams.ts';

/**
 * Paths and contents, one after the other: of a large system each of the first three is long. Only the runbooks of
 * alerts that the profile has are there.
 *
 * @example [...new Map(docsFiles(resolved)).keys()] // ['README.md', 'index.html', 'model.json', 'runbooks/OrdersPilingUp.md']
 */
export function* docsFiles(model: ResolvedModel): Generator<readonly [path: string, text: string]> {
  const all = readings(model);
  const needed = needs(model, all);
  const logs = logReadings(model);
  const sections = sectionsOf(model, needed, streamNeeds(logs));
  yield ['README.md', readme(model, sections)];
  yield ['index.html', indexPage(model, sections)];
  yield ['model.json', modelJson(model, { metrics: all, logs, needed })];
  const contract = contractPage(model, all);
  if (contract !== undefined) yield ['contract.md', contract];
  yield* runbooks(model);
}

function runbooks(model: ResolvedModel): readonly (readonly [string, string])[] {
  const names = [...new Set(alertsOf(model).map(({ name }) => name))];
  return names.flatMap((name) => {
    const text = model.runbooks[name];
    return text === undefined ? [] : [[`runbooks/${name}.md`, `${text.trimEnd()}\n`] as const];
  });
}
