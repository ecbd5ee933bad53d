import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

let bundled: Promise<string> | undefined;

/** The web client's own script, bundled in memory when the first page asks for it, once per process. */
export function webClientScript(): Promise<string> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fromHere('../web-client/main.ts')],
    tsconfig: fromHere('../../../../tsconfig.json'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    sourcemap: 'inline',
    logLevel: 'silent',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
