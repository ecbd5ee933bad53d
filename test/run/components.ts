import { ensureChromium } from './chromium.ts';
import { runComponents } from './suites.ts';

const { failed } = await runComponents({ CHROMIUM_PATH: ensureChromium() });
process.exitCode = failed === 0 ? 0 : 1;
