/** Where the project lies, and its definitions as a model: what scripts and tests start from. */
import { fileURLToPath } from 'node:url';
import { loadProject } from '../lib/cli/project.ts';
import type { Model } from '../lib/model/model.ts';

/** The folder of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** The model. An error in a definition is the author's and names its file. */
export async function loadModel(): Promise<Model> {
  return (await loadProject({ folder: root })).model;
}
