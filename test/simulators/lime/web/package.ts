import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackageComponent } from './boot.ts';

/** The package that this web client hosts; also the path of its endpoints, as in a real Lime. */
export const packageName = 'limepkg-billecta-integration';

/** Stencil's word for the folder and file that a package's script is in. */
const namespace = `${packageName}-lwc-components`;

/** Where the package's files are served, below the application; Lime puts the package's version there. */
export const staticPath = `/static/${packageName}/lwc-components-0.1.0`;

export const scriptPath = `${staticPath}/${namespace}/${namespace}.esm.js`;

/** The components that the package declares; none while it has not been built. */
export async function packageComponents(bundleDirectory: string): Promise<PackageComponent[]> {
  try {
    return JSON.parse(await readFile(join(bundleDirectory, 'lwc.config.json'), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
