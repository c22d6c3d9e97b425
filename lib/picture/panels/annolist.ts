/** A list of the newest annotations. */
import type { DrawFromData } from '../drawing.ts';
import { list } from '../plot/list.ts';

export const annolist: DrawFromData<'annolist'> = ({ options }, _, box, context) => {
  const { tags, most } = options;
  const detail = tags.length === 0 ? 'any tag' : tags.join(', ');
  const entries = ['20 minutes ago', '3 hours ago', 'a day ago'].map((aside) => ({ title: 'An event', detail, aside }));
  return list(entries.slice(0, most), box, context);
};
