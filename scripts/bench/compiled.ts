/** How long the compiler takes over this project, and over a large system: 2,000 metrics, 100 dashboards of 30 panels. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compilerArguments } from '../../lib/cli/check/tool.ts';
import {
  type EditedProject,
  edit,
  editedDefinitions,
  editedProject,
  emptyProject,
  installedProject,
  largeSystem,
} from './compiled-projects.ts';
import { type Budget, compare, ratioFigure, root, run } from './measure.ts';

const RUNS = 3;
const LARGE = { metrics: 2000, dashboards: 100, panels: 30 } as const;

/** As `plainsight check` calls the compiler in a project. */
const check = (folder: string): number =>
  run(join(root, 'node_modules/.bin/tsc'), compilerArguments(folder), folder).ms;

/** As `check()`, where the compiler has kept nothing of the last time. */
function checkAnew(folder: string): number {
  rmSync(join(folder, 'node_modules/.cache/plainsight/types.tsbuildinfo'), { force: true });
  return check(folder);
}

/** Two things in turn, each with a folder, which goes afterwards where it was made for this. */
async function measured(folders: readonly [string, string], each: (folder: string) => number, limit?: number) {
  const [folder, yardstick] = folders;
  try {
    return ratioFigure(
      compare(
        () => each(folder),
        () => each(yardstick),
        RUNS,
      ),
      limit,
    );
  } finally {
    for (const made of folders.filter((each) => each !== root)) rmSync(made, { recursive: true });
  }
}

export const definitions: Budget = {
  name: 'tsc over the definitions with the packed library, knowing nothing of them, against tsc over an empty file',
  measure: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bench-definitions-'));
    await installedProject(folder);
    return measured([folder, emptyProject()], checkAnew, 6);
  },
};

/** Told, and held to nothing: it grows with the tests that are written, and not with what types cost. */
export const wholeProject: Budget = {
  name: 'the same over everything here: the library, its tests and tools as well',
  measure: () => measured([root, emptyProject()], checkAnew),
};

export const editOfDefinitions: Budget = {
  name: 'the definitions with the packed library after an edit of one dashboard, against tsc over an empty file',
  measure: async () => afterEdits(await editedDefinitions(mkdtempSync(join(tmpdir(), 'bench-definitions-'))), 6),
};

export const editOfOne: Budget = {
  name: 'the same over everything here',
  measure: () => afterEdits(editedProject(), 6),
};

/** How long a check takes of what was checked before, but for one dashboard. */
function afterEdits(project: EditedProject, limit: number) {
  let time = 0;
  const checkEdited = (each: string) => {
    time += 1;
    edit(project, time);
    return check(each);
  };
  return measured([project.folder, emptyProject()], checkEdited, limit);
}

export const compiled: Budget = {
  name: 'tsc over 2,000 metrics and 100 dashboards of 30 panels, against the same with plain strings for queries',
  measure: () => measured([largeSystem('typed', LARGE), largeSystem('plain', LARGE)], checkAnew, 1.5),
};
