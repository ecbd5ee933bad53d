import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { frontendSource } from './test/frontend/support/frontend-source.js';
import { iconFiles } from './test/frontend/support/icon-files.js';
import { scriptedBff } from './test/frontend/support/scripted-bff.js';
import { testPage } from './test/frontend/support/test-page.js';

/** Component tests: a real Chromium, Lime's real components, and a scripted BFF over real HTTP. */
export default {
  files: 'test/frontend/**/*.test.ts',
  nodeResolve: true,
  concurrency: 2,
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    }),
  ],
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  middleware: [scriptedBff(), iconFiles(), frontendSource()],
  testRunnerHtml: testPage,
  testFramework: { config: { timeout: 20_000 } },
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      launchOptions: {
        executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
        ],
      },
    }),
  ],
};
