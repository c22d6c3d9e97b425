/** `npm run grafana-schema`: the JSON Schemas that dashboards are tested against, from the installed @grafana/schema. */
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { Command } from 'commander';
import { doing } from '../lib/cli/run.ts';
import { generateSchema, schemaFile, schemaNames } from '../test/schema/generate.ts';

const command = new Command('npm run grafana-schema')
  .description('Writes test/schema/*.schema.json from the types of the installed @grafana/schema. Run it after a bump.')
  .allowExcessArguments(false);

await doing(command, async () => {
  for (const name of schemaNames) {
    const file = schemaFile(name);
    writeFileSync(file, generateSchema(name));
    console.log(`written  ${relative(process.cwd(), file)}`);
  }
  return 0;
}).parseAsync();
