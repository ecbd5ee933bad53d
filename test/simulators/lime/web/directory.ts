import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { Context } from 'hono';

const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Serves the files below `root` for the URLs that continue `prefix`; they may come and go while it serves. */
export function directory(root: string, prefix: string) {
  return async (c: Context): Promise<Response> => {
    const name = c.req.path.slice(c.req.path.indexOf(prefix) + prefix.length);
    return file(c, join(root, normalize(`/${name}`)));
  };
}

/** Serves one file, 404 when it is not there. */
export async function file(c: Context, path: string): Promise<Response> {
  try {
    const content = await readFile(path);
    return c.body(content, 200, {
      'content-type': contentTypes[extname(path)] ?? 'application/octet-stream',
    });
  } catch {
    return c.notFound();
  }
}
