import { describe, expect, expectTypeOf, test } from 'vitest';
import { objections } from '../../test/support/promtool.ts';
import { describeWithServer } from '../../test/support/servers.ts';
import * as m from '../../test/types/catalogue.ts';
import { count, ratio, type Unit } from '../units/unit.ts';
import type { Expr, LabelsOf } from './expr.ts';
import { FUNCTIONS } from './functions.ts';
import * as promql from './index.ts';
import { print } from './print.ts';

const { acos, acosh, asin, asinh, atan, atanh, cos, cosh, deg, rad, sin, sinh, tan, tanh } = promql;
const NUMBERS = { sin, cos, tan, sinh, cosh, tanh };
const ANGLES = { asin, acos, atan, asinh, acosh, atanh, rad };

describe('functions of angles', () => {
  test.each([
    ...Object.entries(NUMBERS).map(([name, make]) => [name, make(m.memory_bytes), ratio] as const),
    ...Object.entries(ANGLES).map(([name, make]) => [name, make(m.memory_bytes), count('radians')] as const),
    ['deg', deg(m.memory_bytes), count('degrees')] as const,
  ])('%s() keeps the labels', (name, of, unit) => {
    expect(print(of.node)).toBe(`${name}(${print(m.memory_bytes.node)})`);
    expect(of.labels).toEqual(m.memory_bytes.labels);
    expect(of.unit).toEqual(unit);
  });

  test('have the units that the types say', () => {
    expectTypeOf(asin(m.memory_bytes)).toEqualTypeOf<Expr<LabelsOf<typeof m.memory_bytes>, Unit<'radians', ''>>>();
    // @ts-expect-error: a counter has no sine
    sin(m.commands_total);
  });
});

/** Those that stand under another name here, because of what they do with units or metrics. */
const OTHERWISE: Readonly<Record<string, string>> = { info: 'withInfo' };
/** Those of a flag may still go, and are written in `raw()`. */
const RAW = new Set([...FUNCTIONS].flatMap(([name, { experimental }]) => (experimental ? [name] : [])));

function camelCase(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

test('every function of Prometheus 3.16 that needs no flag has a typed constructor', () => {
  const typed = new Set<string>(Object.keys(promql));
  const missing = [...FUNCTIONS.keys()].filter(
    (name) => !RAW.has(name) && !typed.has(OTHERWISE[name] ?? camelCase(name)),
  );
  expect(missing).toEqual([]);
});

/** One call of a function that its table says is right. */
function called(name: string): string {
  const { takes } = FUNCTIONS.get(name) ?? { takes: [] };
  const given = { 'instant vector': 'a', 'range vector': 'a[5m]', scalar: '1', string: '"b"' };
  return `${name}(${takes.map((type) => given[type]).join(', ')})`;
}

describeWithServer(['promtool'], 'the table of functions', () => {
  test("is Prometheus' own", async () => {
    const names = [...FUNCTIONS.keys()];
    const plain = await objections(names.map(called));
    expect(names.filter((_, i) => plain.has(i))).toEqual(names.filter((name) => FUNCTIONS.get(name)?.experimental));
    const { info: _, ...flagged } = Object.fromEntries(names.map((name) => [name, called(name)]));
    expect(await objections(Object.values(flagged), { experimental: true })).toEqual(new Map());
  });
});
