/** A list of other dashboards. */
import type { DrawFromData } from '../drawing.ts';
import { list } from '../plot/list.ts';

export const dashlist: DrawFromData<'dashlist'> = ({ options }, _, box, context) => {
  const detail = options.tags.length === 0 ? 'any tag' : options.tags.join(', ');
  const entries = ['A dashboard', 'Another dashboard'].map((title) => ({ title, detail }));
  return list(entries, box, context);
};
