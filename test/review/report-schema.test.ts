/** What `--format json` writes, held to the schema in the documentation by a validator of JSON Schema. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { jsonText } from '../../lib/review/forms/json.ts';
import { review } from '../../lib/review/review.ts';
import { readPair } from './pair.ts';

const pairs = join(import.meta.dirname, 'pairs');
const schema: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../../docs/report.schema.json'), 'utf8'));

describe('docs/report.schema.json', () => {
  // Patterns are written for JavaScript's regular expressions, as JSON Schema asks.
  const validate = new Ajv({ strict: true }).compile(Object(schema));

  it.each(readdirSync(pairs))('describes the report of %s', (name) => {
    const { before, after } = readPair(join(pairs, name));
    expect(validate(JSON.parse(jsonText(review(before, after)))), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each([
    ['a rank that there is not', /"rank": "\w+"/, '"rank": "catastrophe"'],
    ['an id that is none', /"id": "[0-9a-f]{8}"/, '"id": "first"'],
    ['a property that nobody wrote', /"version": 1/, '"version": 1, "more": true'],
  ])('refuses %s', (_, pattern, other) => {
    const { before, after } = readPair(join(pairs, readdirSync(pairs).sort()[0] ?? ''));
    const text = jsonText(review(before, after));
    expect(text).toMatch(pattern);
    expect(validate(JSON.parse(text.replace(pattern, other)))).toBe(false);
  });
});
