/** At every limit of every signal, the preview has the colour of the level: where Grafana draws, and where we do. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Field } from '../../lib/model/look/look.ts';
import { shown } from '../../lib/picture/format/shown.ts';
import type { DataAnswer } from '../../preview/protocol.ts';
import { root } from '../../scripts/project.ts';
import { type EmittedPanel, expectedColour, type Limited, limitedSignals, valueLabel } from '../support/at-limits.ts';
import { describeWithComponents } from '../support/preview.ts';

interface Theme {
  readonly visualization: { getColorByName(name: string): string };
}

interface Prepared {
  readonly data: readonly { readonly fields: readonly DataField[] }[];
}

interface DataField {
  readonly type: string;
  readonly display?: (value: number) => { readonly color?: string };
}

/** What is asked of the preview's page and of @grafana/data, whose types are installed with the preview only. */
interface Page {
  readonly theme: Theme;
  prepare(panel: EmittedPanel, answer: DataAnswer, options: object): Promise<Prepared>;
  pictureData(panel: object, given: object): { readonly lines: readonly { readonly field: Field }[] };
}

async function loadPage(): Promise<Page> {
  const { createTheme } = createRequire(join(root, 'preview/package.json'))('@grafana/data');
  const { prepare } = await import(join(root, 'preview/page/grafana/prepare.ts'));
  const { pictureData } = await import(join(root, 'preview/page/drawings/picture-data.ts'));
  return { theme: createTheme(), prepare, pictureData };
}

const signals = await limitedSignals();

/** The panel's answer: a series for each value. */
function answerOf({ values }: Limited): DataAnswer {
  const result = values.map((value) => ({
    metric: { [valueLabel]: String(value) },
    value: [0, String(value)] as const,
  }));
  return { answers: { A: { resultType: 'vector', result } }, errors: {}, unknown: [], asked: {}, step: 15_000 };
}

describeWithComponents('the preview at the limits', () => {
  let page: Page;
  beforeAll(async () => {
    // Grafana asks it for the order of day and month.
    vi.stubGlobal('navigator', { language: 'en-GB', languages: ['en-GB'] });
    page = await loadPage();
  });
  afterAll(() => {
    vi.unstubAllGlobals();
  });

  it.each(signals.map((limited) => [limited.id, limited] as const))('%s', async (_, limited) => {
    const { file, panel, thresholds, values } = limited;
    const { theme } = page;
    const prepared = await page.prepare(file, answerOf(limited), { theme, timeZone: 'utc', replace: String });
    const fields = prepared.data.flatMap((frame) => frame.fields.filter(({ type }) => type === 'number'));
    const { lines } = page.pictureData(panel, { prepared, theme, span: { from: 0, to: 0 } });
    expect([fields.length, lines.length]).toEqual([values.length, values.length]);
    for (const [index, value] of values.entries()) {
      const expected = theme.visualization.getColorByName(expectedColour(thresholds, value));
      const { field } = lines[index] ?? {};
      const ours = field === undefined ? undefined : shown(value, field).colour;
      expect([value, fields[index]?.display?.(value).color, ours]).toEqual([value, expected, expected]);
    }
  });
});
