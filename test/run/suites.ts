import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Outcome {
  passed: number;
  failed: number;
}

const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json'];

type Project = 'unit' | 'service' | 'service-postgres' | 'chaos' | 'e2e';

/** Runs some of the vitest projects. */
export function runVitest(projects: readonly Project[], environment: Record<string, string>): Outcome {
  return withResults((file) => {
    const chosen = projects.flatMap((project) => ['--project', project]);
    const ok = runNode([...vitest, `--outputFile=${file}`, ...chosen], environment);
    if (!existsSync(file)) return { passed: 0, failed: 1 };
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'));
    return count(ok, numPassedTests, numFailedTests);
  });
}

const webTestRunner = ['--import', 'tsx', 'node_modules/@web/test-runner/dist/bin.js'];

/** Runs the components' tests in the browser. */
export function runComponents(environment: Record<string, string>): Outcome {
  return withResults((file) => {
    const ok = runNode(webTestRunner, { ...environment, TEST_RESULTS: file });
    if (!existsSync(file)) return { passed: 0, failed: 1 };
    const { passed, failed } = JSON.parse(readFileSync(file, 'utf8')) as Outcome;
    return count(ok, passed, failed);
  });
}

/** Runs a step that is no test suite; it counts only when it fails. */
export function runStep(args: readonly string[]): Outcome {
  return { passed: 0, failed: runNode(args, {}) ? 0 : 1 };
}

/** A suite that ended badly without a failed test, as when a file cannot be loaded, has failed all the same. */
const count = (ok: boolean, passed: number, failed: number): Outcome => ({
  passed,
  failed: ok ? failed : Math.max(failed, 1),
});

function runNode(args: readonly string[], environment: Record<string, string>): boolean {
  const { status } = spawnSync(process.execPath, args, {
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  return status === 0;
}

function withResults(run: (file: string) => Outcome): Outcome {
  const folder = mkdtempSync(join(tmpdir(), 'billecta-tests-'));
  try {
    return run(join(folder, 'results.json'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
