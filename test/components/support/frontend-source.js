import { readdir, readFile } from 'node:fs/promises';

const frontend = new URL('../../../frontend/', import.meta.url);

/** All of the frontend's source but the texts, for the test that looks for texts nobody uses. */
export function frontendSource() {
  return async (context, next) => {
    if (context.path !== '/frontend-source') return next();
    const files = await readdir(frontend, { recursive: true });
    const sources = files.filter((file) => file.endsWith('.ts') && !/^i18n\/(panel\/)?..\.ts$/.test(file));
    context.body = (await Promise.all(sources.map((file) => readFile(new URL(file, frontend), 'utf8')))).join(
      '\n',
    );
  };
}
