/** A report as SARIF, held to the format's own schema as its published types have it. */
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import type { Log } from 'sarif';
import { createGenerator } from 'ts-json-schema-generator';
import { beforeAll, describe, expect, it } from 'vitest';
import { finding } from '../../lib/review/finding.ts';
import { sarifText } from '../../lib/review/forms/sarif.ts';
import type { Report } from '../../lib/review/review.ts';

const danger = finding({
  kind: 'alert-removed',
  subject: { what: 'alert', name: 'OrdersFail', place: { file: 'rules of shop/ä.yml', line: 3 } },
  sentence: 'OrdersFail is removed: nobody is told of it any longer.',
  touches: [{ what: 'runbook', name: 'OrdersFail', file: 'runbooks/OrdersFail.md', via: [] }],
});
const known = { ...danger, acknowledged: { id: danger.id, reason: 'It moved to the shop.', until: '2027-01-01' } };
const everywhere = finding({
  kind: 'all-new',
  subject: { what: 'file', name: 'dist', place: { file: '.' } },
  sentence: 'All is new.',
});
const noise = finding({
  kind: 'schema-version',
  subject: { what: 'dashboard', name: 'Orders', place: { file: 'orders.json' } },
  sentence: 'Newer.',
});
const reportOf = (...findings: Report['findings']): Report => ({ from: 'a', to: 'b', changedFiles: 1, findings });

describe('a report as SARIF', () => {
  let validate: ReturnType<Ajv['compile']>;
  beforeAll(() => {
    const path = createRequire(import.meta.url)
      .resolve('@types/sarif/package.json')
      .replace('package.json', 'index.d.ts');
    // The types of the two packages differ in what may be undefined.
    const generator = createGenerator({ path, skipTypeCheck: true, additionalProperties: false, jsDoc: 'none' });
    validate = new Ajv({ strict: false }).compile(Object(generator.createSchema('Log')));
  }, 60_000);

  const told = (report: Report): unknown => JSON.parse(sarifText(report, {}));

  it.each([
    ['of nothing', reportOf()],
    ['of everything', reportOf(danger, everywhere, noise)],
    ['with what is acknowledged', reportOf(known)],
  ])('is valid %s', (_, report) => {
    expect(validate(told(report)), JSON.stringify(validate.errors)).toBe(true);
  });

  it('would not be valid with a level that there is not', () => {
    const text = sarifText(reportOf(danger), {}).replaceAll('"error"', '"danger"');
    expect(validate(JSON.parse(text))).toBe(false);
  });

  it('has findings at their lines, and no noise', () => {
    expect(told(reportOf(danger, everywhere, noise))).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          results: [
            {
              ruleId: 'alert-removed',
              level: 'error',
              message: { text: `${danger.sentence} It is read by runbook OrdersFail.` },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: 'rules%20of%20shop/%C3%A4.yml', uriBaseId: '%SRCROOT%' },
                    region: { startLine: 3 },
                  },
                },
              ],
              partialFingerprints: { 'plainsight/v1': danger.id },
            },
            { ruleId: 'all-new', level: 'note' },
          ],
        },
      ],
    } satisfies DeepPartial<Log>);
  });
});

/** What a test names of a type. */
type DeepPartial<T> = T extends readonly (infer E)[]
  ? readonly DeepPartial<E>[]
  : T extends object
    ? { readonly [K in keyof T]?: DeepPartial<T[K]> }
    : T;
