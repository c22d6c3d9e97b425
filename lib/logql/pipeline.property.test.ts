/** Whatever is chained is a query that reads back as the same tree, and that Loki takes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asRead } from '../../test/support/printed-logs.ts';
import { lines, orders, requests } from '../../test/types/logs.ts';
import * as l from './index.ts';
import type { LinesQuery } from './lines.ts';
import { parse } from './parse/parse.ts';
import { refusals } from './refuse/refusals.ts';

type Query = LinesQuery<string, Readonly<Record<string, 'text'>>, string>;
type Step = (query: Query) => Query;

/** The labels of these queries are known, but not to a list of steps in any order. */
const known = (query: unknown): Query => query as Query;

const text = fc.string({ unit: fc.constantFrom('a', ' ', '"', '`', '\\', '{{', '}}', '|', '\n', 'é', '<_>') });
const label = fc.constantFrom('service', 'stream', 'status', 'method', 'level', 'took');
const span = fc.tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom('ns', 'ms', 's', 'm', 'h'));

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.array(text, { minLength: 1, maxLength: 3 }).map(
    ([first = '', ...more]): Step =>
      (q) =>
        q.contains(first, ...more),
  ),
  text.map(
    (of): Step =>
      (q) =>
        q.excludes(of),
  ),
  fc.constantFrom<Step>(
    (q) => q.contains(/a|b\/[^"`]/i),
    (q) => q.excludes(l.linePattern('<_> a "b" <_>')),
    (q) => q.excludes('a', l.ip('10.0.0.0/8')),
    (q) => q.contains(l.variable('search')),
    (q) => q.decolorize(),
    (q) => q.withoutErrors(),
    (q) => known(q.keep('service', 'stream', 'level')),
    (q) => known(q.parse(l.json({ level: 'text', took: 'duration' }))),
    (q) => known(q.parse(l.logfmt({ level: 'text' }, { strict: true, paths: { level: 'lvl' } }))),
    (q) => known(q.parse(l.unpack({ method: 'text' }))),
  ),
  fc.tuple(label, text).map(
    ([name, of]): Step =>
      (q) =>
        q.filter({ [name]: of }, { [name]: l.not([of, 'a']) }),
  ),
  fc.tuple(span, fc.constantFrom('==', '!=', '>', '>=', '<', '<=')).map(
    ([[amount, unit], operator]): Step =>
      (q) =>
        known(q).filter({ took: { [operator]: `${amount}${unit}` } as never, service: 'a' }),
  ),
  fc.tuple(label, text).map(
    ([name, of]): Step =>
      (q) =>
        known(q.labelFormat({ renamed: name, made: (labels) => literal(of, labels[name]) })),
  ),
  text.map(
    (of): Step =>
      (q) =>
        q.lineFormat((_, line) => literal(of, line)),
  ),
  label.map(
    (name): Step =>
      (q) =>
        known(q.drop(name, { service: l.not('a') })),
  ),
  label.map(
    (name): Step =>
      (q) =>
        known(q.drop(name)),
  ),
);

/** A template whose text is not known when it is written. */
function literal(of: string, hole: l.TemplateHole | undefined): l.Template {
  const literals = Object.assign([of, ''], { raw: [of, ''] });
  return hole === undefined ? l.template(literals) : l.template(literals, hole);
}

test('a chain of any steps', () => {
  let made = 0;
  fc.assert(
    fc.property(fc.constantFrom(lines, orders, requests), fc.array(step, { maxLength: 6 }), (from, steps) => {
      const query = steps.reduce(attempted, known(from));
      made += query.node.stages.length;
      expect(parse(l.print(query.node))).toEqual({ ok: true, node: asRead(query.node) });
      expect(refusals(query.node, { variables: 'filled in' })).toEqual([]);
    }),
    { seed: 42, numRuns: 500 },
  );
  expect(made).toBeGreaterThan(500);
});

/** A step that is refused where it stands leaves the query as it is. */
function attempted(query: Query, each: Step): Query {
  try {
    return each(query);
  } catch (error) {
    if (error instanceof TypeError) return query;
    throw error;
  }
}
