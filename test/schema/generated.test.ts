import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generateSchema, schemaFile, schemaNames } from './generate.ts';

describe('the committed schemas', () => {
  it.each(schemaNames)(
    '%s is what the installed @grafana/schema says; npm run grafana-schema writes it',
    (name) => {
      expect(readFileSync(schemaFile(name), 'utf8') === generateSchema(name)).toBe(true);
    },
    60_000,
  );
});
