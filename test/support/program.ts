import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The path of a program on the search path; undefined where there is none. */
export function findProgram(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const names = process.platform === 'win32' ? [`${name}.exe`] : [name];
  return folders.flatMap((folder) => names.map((file) => join(folder, file))).find(isProgram);
}

/** Whether a path is a program that can be run. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Tests that need a program. Where it is missing (no path) they are skipped, with a warning that says which and how to get
 * it; in continuous integration (CI is set) they fail.
 */
export function describeWith(
  name: string,
  path: string | undefined,
  howToGet: string,
  title: string,
  tests: () => void,
): void {
  const message = `Not checked, because ${name} was not found: ${title} (${howToGet}).`;
  if (path) describe(title, tests);
  else if (process.env.CI && process.env.CI !== 'false') {
    test(title, () => {
      throw new Error(message);
    });
  } else {
    console.warn(message);
    describe.skip(title, tests);
  }
}
