import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Creates the file and its folders where there are none, readable by the service's user only: they contain debtors.
 * SQLite gives the log beside it the same mode. An existing file keeps its mode.
 *
 * @throws with the `code` of the system, such as `EACCES`, `ENOENT` or `ENOSPC`
 */
export function makeFile(file: string): void {
  makeFolder(dirname(resolve(file)));
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** One by one: node's own recursion never ends where nothing can be made, as in `/proc`. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}
