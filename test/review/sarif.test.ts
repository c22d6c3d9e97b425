/** A report as SARIF, held to the format's own schema as its published types have it. */
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import type { Log } from 'sarif';
import { beforeAll, describe, expect, it } from 'vitest';
import { finding } from '../../lib/review/finding.ts';
import { sarifText } from '../../lib/review/forms/sarif.ts';
import type { Report } from '../../lib/review/review.ts';
import { createGenerator } from '../schema/generator.mjs';

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

  it('has what GitHub asks for beyond that, with and without places', () => {
    const isTaken = new Ajv({ strict: false }).compile(GITHUB);
    for (const form of [sarifText(reportOf(danger, everywhere), {}), sarifText(reportOf(danger), NOWHERE)]) {
      expect(isTaken(JSON.parse(form)), JSON.stringify(isTaken.errors)).toBe(true);
    }
    expect(isTaken(JSON.parse(sarifText(reportOf(danger), {}).replace('"locations"', '"places"')))).toBe(false);
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
            {
              ruleId: 'all-new',
              level: 'note',
              locations: [{ physicalLocation: { artifactLocation: { uri: '.' } } }],
            },
          ],
        },
      ],
    } satisfies DeepPartial<Log>);
  });
});

const NOWHERE = { placeOf: () => undefined };

/**
 * What GitHub demands that the format leaves open; a file without it is refused as a whole.
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
const TEXT = {
  type: 'object',
  required: ['text'],
  properties: { text: { type: 'string', minLength: 1, maxLength: 1024 } },
};
const LOCATION = {
  type: 'object',
  required: ['physicalLocation'],
  properties: {
    physicalLocation: {
      type: 'object',
      required: ['artifactLocation'],
      properties: {
        artifactLocation: {
          type: 'object',
          required: ['uri'],
          // Below the repository's folder, or GitHub shows it at no file.
          properties: { uri: { type: 'string', pattern: '^(?!/)(?!\\.\\./)(?!\\w+:).+$' } },
        },
        region: { type: 'object', required: ['startLine'], properties: { startLine: { type: 'integer', minimum: 1 } } },
      },
    },
  },
};
const RULE = {
  type: 'object',
  required: ['id', 'shortDescription', 'fullDescription', 'help'],
  properties: { id: { type: 'string', maxLength: 255 }, shortDescription: TEXT, fullDescription: TEXT, help: TEXT },
};
const RESULT = {
  type: 'object',
  required: ['ruleId', 'message', 'locations', 'partialFingerprints'],
  properties: { message: TEXT, locations: { type: 'array', minItems: 1, maxItems: 10, items: LOCATION } },
};
const DRIVER = { type: 'object', required: ['name', 'rules'], properties: { rules: { type: 'array', items: RULE } } };
const TOOL = { type: 'object', required: ['driver'], properties: { driver: DRIVER } };
const RUN = {
  type: 'object',
  required: ['tool', 'results'],
  properties: { tool: TOOL, results: { type: 'array', maxItems: 25_000, items: RESULT } },
};
const GITHUB = {
  type: 'object',
  required: ['$schema', 'version', 'runs'],
  properties: { version: { const: '2.1.0' }, runs: { type: 'array', maxItems: 20, items: RUN } },
};

/** What a test names of a type. */
type DeepPartial<T> = T extends readonly (infer E)[]
  ? readonly DeepPartial<E>[]
  : T extends object
    ? { readonly [K in keyof T]?: DeepPartial<T[K]> }
    : T;
