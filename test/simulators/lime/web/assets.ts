import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Context, Hono, type Next } from 'hono';
import { directory, file } from './directory.ts';
import { staticPath } from './package.ts';
import { webClientScript } from './script.ts';
import type { WebClient } from './web-client.ts';

const elementsPackage = dirname(
  createRequire(import.meta.url).resolve('@limetech/lime-elements/package.json'),
);
const elements = join(elementsPackage, 'dist/lime-elements');
const here = fileURLToPath(new URL('..', import.meta.url));

/** Scripts, styles and icons: the package's own under Lime's static path, the host's under `simulator/`. */
export const assetRoutes = ({ bundleDirectory }: WebClient) =>
  new Hono()
    .get(`${staticPath}/*`, fresh, directory(bundleDirectory, staticPath))
    .get('/simulator/web-client.js', fresh, async (c) =>
      c.body(await webClientScript(), 200, { 'content-type': 'text/javascript; charset=utf-8' }),
    )
    .get('/simulator/page.css', fresh, (c) => file(c, join(here, 'web-client/page.css')))
    .get('/simulator/favicon.svg', (c) => file(c, join(here, 'icons/invoice.svg')))
    .get('/simulator/assets/icons/*', fresh, directory(join(here, 'icons'), '/simulator/assets/icons'))
    .get('/simulator/lime-elements/*', directory(elements, '/simulator/lime-elements'));

/** What is being worked on must not come from the browser's cache. */
async function fresh(c: Context, next: Next): Promise<void> {
  c.header('Cache-Control', 'no-cache');
  await next();
}
