/** The committed schemas, compiled once and only those that are asked for. */
import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { type SchemaName, schemaFile } from './generate.ts';

/** A schema as a tree of plain values, for the relaxations. */
export type Schema = { [key: string]: Schema };

type Schemas = Record<string, Schema>;

/** Every type of a schema, by name, after `relax` has changed what must be changed. */
export function loadSchemas(name: SchemaName, relax: (schemas: Schemas) => void = () => {}): Schemas {
  // The file is what `npm run grafana-schema` wrote: one JSON Schema for each name.
  const schemas = JSON.parse(readFileSync(schemaFile(name), 'utf8')) as Schemas;
  relax(schemas);
  return schemas;
}

export interface Checker {
  /** What is wrong with a value of a type, each with the path to it. `at` stands before the path. */
  readonly problems: (type: string, value: unknown, at?: string) => readonly string[];
}

/** A checker for the types of a schema. */
export function checker(schemas: Schemas): Checker {
  const ajv = new Ajv({ allErrors: true, strict: false });
  const compiled = new Map<string, ValidateFunction>();
  const of = (type: string): ValidateFunction | undefined => {
    const schema = schemas[type];
    if (schema === undefined) return undefined;
    const validate = compiled.get(type) ?? ajv.compile(schema);
    compiled.set(type, validate);
    return validate;
  };
  return {
    problems: (type, value, at = '') => {
      const validate = of(type);
      if (validate === undefined) return [`${at}: there is no schema for ${type}`];
      validate(value);
      return (validate.errors ?? []).map((error) => `${at}${text(error)}`);
    },
  };
}

function text({ instancePath, message, params }: ErrorObject): string {
  return `${instancePath}: ${message} ${JSON.stringify(params)}`;
}
