#!/usr/bin/env node
/**
 * The command `plainsight`. A project may have another version than the one that was called: its own is used, so that
 * the definitions and the command are of one library.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const path = commandFor(join(process.cwd(), 'package.json')) ?? commandFor(import.meta.url);
if (path.endsWith('.ts') && !process.features.typescript) {
  const { register } = await import('tsx/esm/api');
  register();
}
await import(pathToFileURL(path).href);

/** The path of the command that `from` would import; undefined when it has none. */
function commandFor(from) {
  try {
    return createRequire(from).resolve('plainsight/cli');
  } catch {
    return undefined;
  }
}
