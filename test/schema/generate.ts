/**
 * JSON Schemas from Grafana's own types, for the version of @grafana/schema that is installed. `npm run grafana-schema`
 * writes them; a test tells when they are out of date.
 */
import { fileURLToPath } from 'node:url';
import { createGenerator } from './generator.mjs';

/** The types that a schema is made of, by the name of its file. */
const ROOTS = {
  classic: [
    'ClassicDashboard',
    'ClassicRow',
    'ClassicPanel',
    'PrometheusQuery',
    'LokiQuery',
    'TimeseriesParts',
    'StatParts',
    'GaugeParts',
    'BargaugeParts',
    'BarchartParts',
    'TableParts',
    'HeatmapParts',
    'HistogramParts',
    'StateTimelineParts',
    'StatusHistoryParts',
    'PiechartParts',
    'LogsParts',
    'TextParts',
    'AlertlistParts',
    'AnnolistParts',
    'DashlistParts',
  ],
  v2: ['DashboardResource'],
} as const;

export type SchemaName = keyof typeof ROOTS;

export const schemaNames = Object.keys(ROOTS) as readonly SchemaName[];

/** Where the schema is committed. */
export function schemaFile(name: SchemaName): string {
  return beside(`${name}.schema.json`);
}

/** The schema as its file has it: one type a line. */
export function generateSchema(name: SchemaName): string {
  const generator = createGenerator({
    path: beside(`${name}-types.ts`),
    tsconfig: beside('../../tsconfig.json'),
    skipTypeCheck: true,
    topRef: false,
    jsDoc: 'none',
    sortProps: true,
    additionalProperties: false,
    // Two types of one name cannot both be exposed, and classic has some; v2 has types that hold themselves.
    expose: name === 'classic' ? 'none' : 'export',
  });
  const lines = ROOTS[name].map((root) => {
    const { $schema: _, ...schema } = generator.createSchema(root);
    return `${JSON.stringify(root)}: ${JSON.stringify(schema)}`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}

function beside(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
