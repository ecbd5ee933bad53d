import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { frontendSource } from './test/components/support/frontend-source.js';
import { iconFiles } from './test/components/support/icon-files.js';
import { scriptedBff } from './test/components/support/scripted-bff.js';
import { testPage } from './test/components/support/test-page.js';
import { chromiumArgs, ensureChromium } from './test/run/chromium.ts';
import { resultsFile } from './test/run/components-results.ts';

/** Component tests: a real Chromium, Lime's real components, and a scripted BFF over real HTTP. Runs with `npm run test:components`. */
export default {
  files: 'test/components/**/*.test.ts',
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
        executablePath: ensureChromium(),
        args: chromiumArgs,
        // Users are where the clock is changed.
        env: { ...process.env, TZ: 'Europe/Stockholm' },
      },
    }),
  ],
  reporters: [
    defaultReporter(),
    ...(process.env.TEST_RESULTS ? [resultsFile(process.env.TEST_RESULTS)] : []),
  ],
};
