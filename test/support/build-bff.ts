import { join } from 'node:path';
import { createBuilder } from 'vite';

const root = join(import.meta.dirname, '../..');

/**
 * Builds the service as it is shipped.
 *
 * @param name - folder in `dist` of its own, so that suites that run side by side do not pull it away from each other
 * @returns the file to run
 */
export async function buildBff(name: string): Promise<string> {
  const outDir = join(root, 'dist', name);
  const builder = await createBuilder({
    root,
    logLevel: 'error',
    environments: { bff: { build: { outDir } } },
  });
  const { bff } = builder.environments;
  if (!bff) throw new Error('vite.config.ts has no environment for the service');
  await builder.build(bff);
  return join(outDir, 'main.js');
}
