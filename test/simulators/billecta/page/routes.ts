import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';

const types = { html: 'text/html', css: 'text/css', js: 'text/javascript' } as const;

/** The page that a person follows and steers the simulator with: files of this folder, as they are. */
export function pageRoutes(): Hono {
  return new Hono()
    .get('/', () => serve('index', 'html'))
    .get('/page/:file{[a-z-]+\\.(css|js)}', (c) => {
      const [name, kind] = c.req.param('file').split('.');
      return serve(name ?? '', kind === 'css' ? 'css' : 'js');
    });
}

async function serve(name: string, kind: keyof typeof types): Promise<Response> {
  const headers = { 'content-type': `${types[kind]}; charset=utf-8`, 'cache-control': 'no-store' };
  try {
    return new Response(await readFile(new URL(`./${name}.${kind}`, import.meta.url)), { headers });
  } catch {
    return new Response('Not found', { status: 404 });
  }
}
