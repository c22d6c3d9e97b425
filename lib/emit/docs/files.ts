/** Every file for people and for reviews: the index, the runbooks and the model. */
import type { ResolvedModel } from '../../model/resolved.ts';
import { modelJson } from './model-json.ts';
import { readings } from './readings.ts';
import { readme } from './readme.ts';

/**
 * Paths and contents. Only the runbooks of alerts that the profile has are there.
 *
 * @example [...docsFiles(model).keys()] // ['README.md', 'model.json', 'runbooks/OrderQueueGrowing.md']
 */
export function docsFiles(model: ResolvedModel): ReadonlyMap<string, string> {
  const all = readings(model);
  return new Map([['README.md', readme(model, all)], ['model.json', modelJson(model, all)], ...runbooks(model)]);
}

function runbooks({ runbooks, groups }: ResolvedModel): readonly (readonly [string, string])[] {
  const alerts = groups.flatMap(({ rules }) => rules.filter(({ kind }) => kind === 'alert'));
  const names = [...new Set(alerts.map(({ name }) => name))];
  return names.flatMap((name) => {
    const text = runbooks[name];
    return text === undefined ? [] : [[`runbooks/${name}.md`, `${text.trimEnd()}\n`] as const];
  });
}
