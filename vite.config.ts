import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const bundle = 'limepkg-billecta-integration-lwc-components';
const frontend = fileURLToPath(new URL('frontend/', import.meta.url));
const entry = fileURLToPath(new URL('frontend/loader.ts', import.meta.url));
const elements = fileURLToPath(new URL('frontend/elements.ts', import.meta.url));
const registrations = fileURLToPath(new URL('frontend/components/register-components.ts', import.meta.url));
const panel = fileURLToPath(new URL('frontend/sync-panel/view/define-sync-panel-view.ts', import.meta.url));

/** What is fetched when a card is opened or a command is run. */
const ofInvoice = [
  'components/invoice-card/define-invoice-card-view.ts',
  'components/command-dialog/define-command-dialog.ts',
  'components/bulk-dialog/define-bulk-dialog.ts',
  'commands/run-invoice-command.ts',
  'commands/bulk/run-bulk-command.ts',
  'commands/bulk/offer-own-tasks.ts',
].map((file) => frontend + file);

/**
 * Vite wraps every lazy import in a helper that preloads styles and chunks. Ours have none to preload, and the
 * helper would be half of what Lime's web client loads at start.
 */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'client',
  load: (id) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined,
};

/**
 * Templates and styles would be shipped with the space that makes them readable. Browsers do not need it, nor does code,
 * so indentation goes from every line of ours, and space between declarations from styles.
 */
const leanMarkup: Plugin = {
  name: 'lean-markup',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'client',
  transform: (code, id) =>
    id.startsWith(frontend) && id.endsWith('.ts')
      ? code.replace(/\n\s+/g, '\n').replace(/css`[^`]*`/g, leanStyles)
      : undefined,
};

const leanStyles = (css: string) =>
  css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s*([{};])\s*/g, '$1')
    .replace(/([:,])\s/g, '$1');

interface Modules {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

/** Whether a module imports another before it runs. What is loaded together is one file: small ones compress badly. */
function needs(module: string, id: string, modules: Modules): boolean {
  const needed = new Set<string>();
  const add = (each: string): void => {
    if (needed.has(each)) return;
    needed.add(each);
    for (const imported of modules.getModuleInfo(each)?.importedIds ?? []) add(imported);
  };
  add(module);
  return needed.has(id);
}

const needsAny = (wanted: readonly string[], id: string, modules: Modules): boolean =>
  wanted.some((module) => needs(module, id, modules));

/** What a page with a table needs, and what both a card and the panel do: the elements are there before either. */
const isOfElements = (id: string, modules: Modules): boolean =>
  needsAny([elements, registrations], id, modules) ||
  (needs(panel, id, modules) && needsAny(ofInvoice, id, modules));

/**
 * The service's text stays in memory as long as it runs. What zod says in forty languages is left out, which nobody
 * asks for, and what is not Latin-1 is escaped: a single such character makes V8 hold two bytes for each of all others.
 */
const leanText: Plugin = {
  name: 'lean-text',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'bff',
  load: (id) => (id.endsWith('/zod/v4/locales/index.js') ? 'export {};' : undefined),
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle))
      if (chunk.type === 'chunk') chunk.code = chunk.code.replace(/[^\0-\xff]/g, escaped);
  },
};

const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * A test of the service mostly waits, so that more files run at a time than there are cores; and files share a process, as
 * loading the service would take longer than most of them. Each takes back what it changes there, such as the clock.
 */
const sideBySide = { maxWorkers: 4, isolate: false, sequence: { groupOrder: 1 } };

/** The threads that the service starts read TypeScript too. */
const execArgv = ['--import', './test/support/typescript.js'];

/**
 * Builds both halves with `vite build --app`: what Lime's web client loads (`dist/frontend`, laid out as Lime
 * expects it beside `lwc.config.json`), and the service (`dist/bff`; native and CommonJS parts stay in node_modules, the rest is bundled for a quick start).
 * Tests: `unit` without a file or a socket, `service` against a listening service, `e2e` in a browser on the demo; components have web-test-runner.config.js.
 */
export default defineConfig({
  base: './',
  publicDir: 'frontend/public',
  builder: {},
  plugins: [plainImports, leanMarkup, leanText],
  environments: {
    client: {
      build: {
        outDir: 'dist/frontend',
        target: 'es2022',
        modulePreload: false,
        rollupOptions: {
          input: entry,
          preserveEntrySignatures: 'strict',
          output: {
            entryFileNames: `${bundle}/${bundle}.esm.js`,
            chunkFileNames: `${bundle}/[name]-[hash].js`,
            // What is loaded together is one file: small ones compress badly, and each is a request.
            codeSplitting: {
              groups: [
                {
                  name: (id, chunks) => (id !== entry && needs(entry, id, chunks) ? 'start' : null),
                  priority: 3,
                },
                { name: (id, chunks) => (isOfElements(id, chunks) ? 'elements' : null), priority: 2 },
                { name: (id, chunks) => (needsAny(ofInvoice, id, chunks) ? 'invoice' : null), priority: 1 },
              ],
            },
          },
        },
      },
    },
    bff: {
      consumer: 'server',
      resolve: { noExternal: true },
      build: {
        outDir: 'dist/bff',
        target: 'node20',
        minify: false,
        sourcemap: true,
        copyPublicDir: false,
        rollupOptions: {
          input: {
            main: 'bff/main.ts',
            'intake-thread': 'bff/intake-thread.ts',
            'checkpoint-thread': 'bff/store/sqlite/checkpoints/checkpoint-thread.ts',
          },
          external: [/^node:/, ...builtinModules, 'better-sqlite3', 'pg', 'pino'],
          output: { entryFileNames: '[name].js', chunkFileNames: '[name].js', format: 'es' },
        },
      },
    },
  },
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          execArgv,
          isolate: false,
        },
      },
      {
        test: {
          name: 'service',
          include: [
            'test/service/**/*.test.ts',
            'test/adapters/**/*.test.ts',
            'test/simulators/**/*.test.ts',
          ],
          globalSetup: 'test/service/support/program-setup.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          execArgv,
          ...sideBySide,
        },
      },
      {
        test: {
          name: 'service-postgres',
          include: ['test/service/**/*.test.ts'],
          exclude: ['test/service/sqlite/**'],
          globalSetup: 'test/service/support/store-setup.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          execArgv,
          ...sideBySide,
        },
      },
      {
        test: {
          name: 'chaos',
          include: ['test/chaos/**/*.test.ts', 'test/support/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 3,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: 'test/e2e/build-setup.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
