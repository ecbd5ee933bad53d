import { writeFileSync } from 'node:fs';
import type { Reporter, TestSuiteResult } from '@web/test-runner';

/** Writes how many of the components' tests passed and failed into a file, for the line that sums all suites up. */
export function resultsFile(file: string): Reporter {
  return {
    onTestRunFinished({ sessions }) {
      const results = sessions.flatMap(({ testResults }) => (testResults ? testsOf(testResults) : []));
      const passed = results.filter((test) => test.passed).length;
      const failed = results.filter((test) => !test.passed && !test.skipped).length;
      writeFileSync(file, JSON.stringify({ passed, failed }));
    },
  };
}

function testsOf({ tests, suites }: TestSuiteResult): TestSuiteResult['tests'] {
  return [...tests, ...suites.flatMap(testsOf)];
}
