/** Where what is tried would have to be written: known to the process that loaded the definitions. */
import type { Model } from '../../../lib/model/model.ts';
import type { Panel } from '../../../lib/model/panel.ts';
import { originOf, type Where } from '../../../lib/model/problem.ts';
import { panelId } from '../../../lib/model/resolve/layout.ts';
import type { AnySignal } from '../../../lib/model/signal.ts';
import type { Tried, TryRequest } from '../../protocol.ts';
import { limitedBy } from '../limited-by.ts';

/** A call that makes one panel or signal, with the settings that are to be written there. */
export interface Definition {
  /** `panel worker-now` */
  readonly what: string;
  readonly where: Pick<Where, 'file' | 'line' | 'column'>;
  /** The names of the constructors that may be called there. */
  readonly constructors: readonly string[];
  /** What else the same call makes. */
  readonly alike: readonly string[];
  /** Whether the constructor's first argument is a signal, and the settings are its second. */
  readonly form: 'signal, settings' | 'settings';
  readonly settings: Tried;
  /** The same settings as they were loaded. */
  readonly loaded: Tried;
}

/** The definitions that a change belongs to: the panel's, and those of the signals that it has its thresholds from. */
export function definitionsOf(
  model: Model,
  { dashboard, changes }: Pick<TryRequest, 'dashboard' | 'changes'>,
  panelConstructors: readonly string[],
): readonly Definition[] {
  const all = panelsOf(model);
  const made = new Map([...all, ...signalsOf(model)].map((each) => [each, placeOf(each.value)]));
  const alike = (value: object): readonly string[] => {
    const place = placeOf(value);
    return [...made].filter(([each, at]) => at === place && each.value !== value).map(([each]) => each.what);
  };
  return changes.flatMap(({ panel: id, change }) => {
    const found = all.find(({ uid, value }) => uid === dashboard && panelId(value.key) === id);
    if (found === undefined) return [];
    const { value: panel, what } = found;
    const limited = limitedBy(panel);
    const { thresholds, ...others } = change;
    const settings = limited.length === 0 ? change : others;
    const elsewhere = all.filter((each) => each.value === panel && each !== found).map((each) => each.what);
    const ofPanel: Definition = {
      what,
      where: whereOf(panel),
      constructors: panelConstructors,
      alike: [...elsewhere, ...alike(panel)],
      form: panel.queries.length === 1 && panel.key === panel.queries[0]?.signal.id ? 'signal, settings' : 'settings',
      settings,
      loaded: settingsOf(panel),
    };
    const ofSignals =
      thresholds === undefined
        ? []
        : limited.map((signal): Definition => {
            const name = `signal ${signal.id}`;
            return {
              what: name,
              where: whereOf(signal),
              constructors: ['signal'],
              alike: alike(signal),
              form: 'settings',
              settings: { thresholds },
              loaded: settingsOf(signal),
            };
          });
    return [...(Object.keys(settings).length === 0 ? [] : [ofPanel]), ...ofSignals];
  });
}

function settingsOf(made: Partial<Pick<Panel, 'title' | 'display' | 'width' | 'thresholds'>>): Tried {
  const { title, display, width, thresholds } = made;
  return {
    ...(title === undefined ? {} : { title }),
    ...(display === undefined ? {} : { display }),
    ...(width === undefined ? {} : { width }),
    ...(thresholds === undefined ? {} : { thresholds }),
  };
}

interface Made<T> {
  readonly what: string;
  readonly value: T;
}

function panelsOf({ dashboards }: Model): readonly (Made<Panel> & { readonly uid: string })[] {
  return dashboards.flatMap(({ uid, rows }) =>
    rows
      .flatMap(({ lines }) => lines.flat())
      .map((value) => ({ uid, value, what: `panel ${value.key} of dashboard ${uid}` })),
  );
}

function signalsOf({ signals }: Model): readonly Made<AnySignal>[] {
  return signals.map((value) => ({ value, what: `signal ${value.id}` }));
}

/** As text, to compare with others. */
function placeOf(value: object): string {
  const { file = '', line = 0, column = 0 } = whereOf(value);
  return `${file}:${line}:${column}`;
}

/** As plain data: it is sent to another process. */
function whereOf(value: object): Definition['where'] {
  const { file, line, column } = originOf(value, '');
  return { file, line, column };
}
