import { ensureChromium } from './chromium.ts';
import { type Outcome, runComponents, runStep, runVitest } from './suites.ts';

type Step = readonly [name: string, run: () => Promise<Outcome>];

const browser = { CHROMIUM_PATH: ensureChromium() };

/**
 * Everything that has to be green, and one line in the end. Steps of a row run beside each other: the first is seen as it
 * goes on, what the others say when they have ended.
 */
const rows: ReadonlyArray<readonly Step[]> = [
  [['format and lint', () => runStep(['node_modules/@biomejs/biome/bin/biome', 'check', '.'])]],
  [['nothing unused', () => runStep(['node_modules/knip/bin/knip.js'])]],
  [['generated pages', () => runStep(['--import', 'tsx', 'docs/generate/main.ts', '--check'])]],
  [['types', () => runStep(['node_modules/typescript/bin/tsc', '--noEmit'])]],
  [
    ['build', () => runStep(['node_modules/vite/bin/vite.js', 'build', '--app', '--logLevel', 'warn'])],
    ['unit', () => runVitest(['unit'], { quiet: true })],
  ],
  [['service', () => runVitest(['service', 'service-postgres'], {})]],
  [['chaos', () => runVitest(['chaos'], {})]],
  [['components', () => runComponents(browser)]],
  [['end to end', () => runVitest(['e2e'], { environment: browser })]],
];

let passed = 0;
let failed = 0;
for (const row of rows) {
  console.log(`\n== ${row.map(([name]) => name).join(', ')}`);
  for (const outcome of await Promise.all(row.map(([, run]) => run()))) {
    passed += outcome.passed;
    failed += outcome.failed;
  }
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
