import { tooOld } from './process/node-version.ts';

// An older Node fails on some import with an unhelpful message, so that nothing else is imported before.
const words = tooOld(process.versions.node);
if (words) {
  process.stderr.write(`${words}\n`);
  process.exitCode = 1;
} else {
  await import('./serve.ts');
}
