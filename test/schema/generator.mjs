/**
 * What makes a JSON Schema of a TypeScript type. It is JavaScript for the compiler's sake: generator.d.mts says what is
 * asked of it, and the package's own types, another version of TypeScript among them, are left alone.
 */
export { createGenerator } from 'ts-json-schema-generator';
