/** What is known of a dashboard's variables, and what they stand for. */
import { useEffect, useState } from 'react';
import type { Chosen, DashboardState, VariableInfo } from '../protocol.ts';
import { fetchValues } from './api.ts';
import type { Shown } from './context.ts';
import type { ValuesOf } from './repeat.ts';

/** The values to choose from, by the variable's name. */
export type Values = Readonly<Record<string, VariableInfo['values']>>;

/** The values that a real server knows, else those of the samples. None while the server is asked. */
export function useValues(profile: string, { uid, variables }: DashboardState, source: 'samples' | 'live'): Values {
  const [live, setLive] = useState<Values>({});
  useEffect(() => {
    if (source === 'samples') return;
    for (const { name, values } of variables.filter(({ kind }) => kind === 'query')) {
      const know = (found: readonly string[] | null): void =>
        setLive((before) => ({ ...before, [name]: found?.map((value) => ({ value, text: value })) ?? values }));
      fetchValues({ profile, dashboard: uid, variable: name }).then(know, () => know(null));
    }
  }, [source, profile, uid, variables]);
  return Object.fromEntries(
    variables.map(({ name, kind, values }) => [
      name,
      source === 'live' && kind === 'query' ? (live[name] ?? []) : values,
    ]),
  );
}

/** The values that each variable stands for. */
export function chosenOf(variables: readonly VariableInfo[], known: Values, chosen: Chosen): ValuesOf {
  return (name) => {
    const own = chosen[name] ?? [];
    const all = (known[name] ?? []).map(({ value }) => value);
    const isSeveral = variables.find((variable) => variable.name === name)?.several === true;
    if (own.length > 0) return own;
    return isSeveral ? all : all.slice(0, 1);
  };
}

/** Variables in a text as a viewer reads them. */
export function filledIn(text: string, variables: readonly VariableInfo[], chosen: Chosen): string {
  const known = new Set(variables.map(({ name }) => name));
  return text.replace(/\$\{(\w+)(?::\w+)?\}|\$(\w+)/g, (whole, braced?: string, plain?: string) => {
    const name = braced ?? plain ?? '';
    if (!known.has(name)) return whole;
    const values = chosen[name] ?? [];
    return values.length === 0 ? 'All' : values.join(' + ');
  });
}

/** What is chosen, with the one value of a repeated panel in the place of its variable's. */
export function scoped(chosen: Chosen, values: Readonly<Record<string, string>> = {}): Chosen {
  return { ...chosen, ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]])) };
}

/** The labels to filter by, or the values of one: those that a real server knows, else those of the samples. */
export async function offersOf(
  { name, labels = {} }: VariableInfo,
  label: string | undefined,
  { profile, dashboard, source }: Pick<Shown, 'profile' | 'dashboard' | 'source'>,
): Promise<readonly string[]> {
  const known = label === undefined ? Object.keys(labels) : (labels[label] ?? []);
  if (source === 'samples' || label === '') return known;
  const variable = label === undefined ? name : `${name}/${label}`;
  return (await fetchValues({ profile, dashboard: dashboard.uid, variable })) ?? known;
}
