import { statSync } from 'node:fs';

/** The path no longer leads to the open file: new writes are lost when the process ends. */
class FileGone extends Error {
  /** As SQLite calls it, where it looks itself. */
  readonly code = 'SQLITE_READONLY_DBMOVED';

  constructor(file: string) {
    super(`${file} was deleted, moved or replaced while it was open`);
  }
}

/**
 * Remembers which file is open, and which log beside it.
 *
 * @returns checks whether they are still there; call it after a commit and before it is acknowledged
 * @throws (the check) {@link FileGone}
 */
export function sameFile(file: string): () => void {
  const own = [file, `${file}-wal`].map((path) => ({ path, id: idOf(path) }));
  return () => {
    for (const each of own) {
      const id = idOf(each.path);
      // The log is made by the first who reads or writes.
      each.id ??= id;
      if (id !== each.id) throw new FileGone(each.path);
    }
  };
}

function idOf(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && `${found.dev}:${found.ino}`;
}
