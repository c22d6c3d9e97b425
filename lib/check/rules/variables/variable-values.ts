/** The values of a variable reach its list as they were written. */
import type { CustomVariable, IntervalVariable, Variable } from '../../../model/variable.ts';
import { parseDuration } from '../../../units/duration.ts';
import { repeated } from '../../messages.ts';
import { type Fault, rule } from '../../rule.ts';

export const variableValues = rule({
  id: 'variable-values',
  reason: 'Grafana reads a list of values from one line of text: some of them would come out as others, or not at all.',
  source: "Grafana: transformCsvStringToOptions() of its scenes' CustomVariable",
  example: {
    where: 'dashboard shop / variable mode',
    found: 'the value "a : b", which Grafana would read as the name a of the value b',
    allowed: 'values without " : "',
    remedy: 'write the colon without a blank beside it',
  },
  *check({ model }) {
    for (const dashboard of model.dashboards) {
      const names = dashboard.variables.map(({ name }) => name);
      for (const variable of dashboard.variables) {
        const part = `variable ${variable.name}`;
        for (const fault of faultsOf(variable, names)) yield { about: dashboard, part, ...fault };
      }
    }
  },
});

function faultsOf(variable: Variable, names: readonly string[]): Iterable<Fault> {
  if (variable.kind === 'custom') return customFaults(variable, names);
  return variable.kind === 'interval' ? intervalFaults(variable) : [];
}

const NONE: Fault = { found: 'no values', allowed: 'at least one value', remedy: 'add one, or remove the variable' };

function* customFaults({ values }: CustomVariable, names: readonly string[]): Iterable<Fault> {
  if (values.length === 0) yield NONE;
  for (const [index, { value, text }] of values.entries()) {
    const isLast = index === values.length - 1;
    for (const [what, written] of [
      ['text', text],
      ['value', value],
    ] as const) {
      if (written === undefined) continue;
      const fault = faultOf(written, { isValue: what === 'value', isLast, names });
      if (fault !== undefined) yield { ...fault, found: `the ${what} ${JSON.stringify(written)}${fault.found}` };
    }
  }
  yield* repeatedFaults(values.map(({ value }) => value));
}

function* intervalFaults({ values }: IntervalVariable): Iterable<Fault> {
  if (values.length === 0) yield NONE;
  for (const value of values) {
    if ((parseDuration(value)?.ms ?? 0) > 0) continue;
    const found = `the value ${JSON.stringify(value)}`;
    yield { found, allowed: 'times above zero, such as 5m', remedy: 'write it as Prometheus does' };
  }
  yield* repeatedFaults(values);
}

function* repeatedFaults(values: readonly string[]): Iterable<Fault> {
  for (const value of repeated(values)) {
    yield {
      found: `the value ${JSON.stringify(value)} twice`,
      allowed: 'each value once',
      remedy: 'remove one of them',
    };
  }
}

interface Place {
  readonly isValue: boolean;
  readonly isLast: boolean;
  readonly names: readonly string[];
}

/** What is wrong with a value, or with the text that stands for it. The first that is there is told. */
function faultOf(written: string, place: Place): Fault | undefined {
  const found = FAULTS.find(({ is }) => is(written, place));
  if (found === undefined) return undefined;
  const { is: _is, found: says, ...words } = found;
  return { ...words, found: typeof says === 'string' ? says : says(written) };
}

interface Kind extends Omit<Fault, 'found'> {
  readonly is: (written: string, place: Place) => boolean;
  readonly found: string | ((written: string) => string);
}

const FAULTS: readonly Kind[] = [
  {
    is: (written) => written.trim() === '',
    found: ', which Grafana leaves out',
    allowed: 'values with a text',
    remedy: 'write what it stands for in the query: .* for everything, and call it by a text',
  },
  {
    is: (written) => /[\p{Cc}\p{Zl}\p{Zp}]/u.test(written),
    found: ', with a line break or another control character in it',
    allowed: 'values of one line',
    remedy: 'write it without',
  },
  {
    is: (written) => written.trim() !== written,
    found: ', which Grafana would read without the blank at its end',
    allowed: 'values without a blank at either end',
    remedy: 'write it without',
  },
  {
    is: (written, { isValue }) => isValue && /\s:\s/.test(written),
    found: (written) => {
      const [, name = '', value = ''] = /^(.+)\s:\s(.+)$/.exec(written) ?? [];
      return `, which Grafana would read as the name ${name.trim()} of the value ${value.trim()}`;
    },
    allowed: 'values without " : "',
    remedy: 'write the colon without a blank beside it',
  },
  {
    is: (written, { isValue }) => isValue && /^:\s/.test(written),
    found: ', whose colon Grafana would take for the one between a name and its value',
    allowed: 'values without " : "',
    remedy: 'write the colon without a blank beside it',
  },
  {
    is: (written, { isValue, isLast }) => isValue && !isLast && written.endsWith('\\'),
    found: ', whose backslash Grafana would read with the comma after it',
    allowed: 'values that end in another character',
    remedy: 'put it last in the list',
  },
  {
    is: (written, { names }) =>
      [...written.matchAll(VARIABLE)].some(([, braced, plain, old]) => {
        const name = braced ?? plain ?? old ?? '';
        return name.startsWith('__') || names.includes(name);
      }),
    found: ', in which Grafana would fill in a variable',
    allowed: 'values that name no variable of the dashboard, and none of Grafana',
    remedy: 'rename the variable, or write the value out',
  },
];

const VARIABLE = /\$\{(\w+)[^}]*\}|\$(\w+)|\[\[(\w+)[^\]]*\]\]/g;
