import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Outcome {
  passed: number;
  failed: number;
}

/** How a suite is run: in which environment beside our own, and whether what it says is kept until it has ended. */
export interface Manner {
  environment?: Record<string, string>;
  quiet?: boolean;
}

const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json'];

type Project = 'unit' | 'service' | 'service-postgres' | 'chaos' | 'e2e';

/** Runs some of the vitest projects. */
export function runVitest(projects: readonly Project[], manner: Manner): Promise<Outcome> {
  return withResults(async (file) => {
    const chosen = projects.flatMap((project) => ['--project', project]);
    const ok = await runNode([...vitest, `--outputFile=${file}`, ...chosen], manner);
    if (!existsSync(file)) return { passed: 0, failed: 1 };
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'));
    return count(ok, numPassedTests, numFailedTests);
  });
}

const webTestRunner = ['--import', 'tsx', 'node_modules/@web/test-runner/dist/bin.js'];

/** Runs the components' tests in the browser. */
export function runComponents(environment: Record<string, string>): Promise<Outcome> {
  return withResults(async (file) => {
    const ok = await runNode(webTestRunner, { environment: { ...environment, TEST_RESULTS: file } });
    if (!existsSync(file)) return { passed: 0, failed: 1 };
    const { passed, failed } = JSON.parse(readFileSync(file, 'utf8')) as Outcome;
    return count(ok, passed, failed);
  });
}

/** Runs a step that is no test suite; it counts only when it fails. */
export async function runStep(args: readonly string[]): Promise<Outcome> {
  return { passed: 0, failed: (await runNode(args, {})) ? 0 : 1 };
}

/** A suite that ended badly without a failed test, as when a file cannot be loaded, has failed all the same. */
const count = (ok: boolean, passed: number, failed: number): Outcome => ({
  passed,
  failed: ok ? failed : Math.max(failed, 1),
});

async function runNode(args: readonly string[], { environment, quiet = false }: Manner): Promise<boolean> {
  const child = spawn(process.execPath, args, {
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: { ...process.env, ...environment },
  });
  const said: Buffer[] = [];
  for (const output of [child.stdout, child.stderr]) output?.on('data', (chunk) => said.push(chunk));
  const [status] = await once(child, 'close');
  process.stdout.write(Buffer.concat(said));
  return status === 0;
}

async function withResults(run: (file: string) => Promise<Outcome>): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'billecta-tests-'));
  try {
    return await run(join(folder, 'results.json'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
