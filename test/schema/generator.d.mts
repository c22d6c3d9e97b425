/** As much of ts-json-schema-generator as is asked for here. Source: its README. */

interface Settings {
  /** The file that has the types. */
  readonly path: string;
  readonly tsconfig?: string;
  readonly skipTypeCheck: true;
  /** Whether a schema begins with a reference to its own type. */
  readonly topRef?: boolean;
  readonly jsDoc: 'none';
  readonly sortProps?: boolean;
  readonly additionalProperties: false;
  /** Which types get a definition that others refer to. */
  readonly expose?: 'none' | 'export';
}

/** Throws where the file has no such type, or one that no schema can say. */
export declare function createGenerator(settings: Settings): {
  createSchema(type: string): { readonly $schema?: string };
};
