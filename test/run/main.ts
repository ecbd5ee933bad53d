import { ensureChromium } from './chromium.ts';
import { type Outcome, runComponents, runStep, runVitest } from './suites.ts';

/** Everything that has to be green, one after the other, and one line in the end. */
const CHROMIUM_PATH = ensureChromium();

const steps: ReadonlyArray<[name: string, run: () => Outcome]> = [
  ['format and lint', () => runStep(['node_modules/@biomejs/biome/bin/biome', 'check', '.'])],
  ['types', () => runStep(['node_modules/typescript/bin/tsc', '--noEmit'])],
  ['build', () => runStep(['node_modules/vite/bin/vite.js', 'build', '--app', '--logLevel', 'warn'])],
  ['unit', () => runVitest(['unit'], {})],
  ['service', () => runVitest(['service', 'service-postgres'], {})],
  ['chaos', () => runVitest(['chaos'], {})],
  ['components', () => runComponents({ CHROMIUM_PATH })],
  ['end to end', () => runVitest(['e2e'], { CHROMIUM_PATH })],
];

let passed = 0;
let failed = 0;
for (const [name, run] of steps) {
  console.log(`\n== ${name}`);
  const outcome = run();
  passed += outcome.passed;
  failed += outcome.failed;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
