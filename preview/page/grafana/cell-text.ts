/** What stands in the cell that a link belongs to, filled into its address as Grafana does it. */
import { formattedValueToString, type ScopedVars } from '@grafana/data';

const CELL_TEXT = /\$\{__value\.text(:percentencode)?\}/g;

/** A link's address with the text of its cell; any other text as it is. */
export function withCellText(text: string, scoped: ScopedVars | undefined): string {
  const context = scoped?.__dataContext?.value;
  if (context?.field === undefined || context.rowIndex === undefined) return text;
  const { field, rowIndex } = context;
  const value: unknown = field.values[rowIndex];
  const shown = field.display === undefined ? String(value) : formattedValueToString(field.display(value));
  return text.replace(CELL_TEXT, (_, encoded?: string) => (encoded === undefined ? shown : encodeURIComponent(shown)));
}
