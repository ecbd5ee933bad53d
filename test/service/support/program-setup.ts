import type { TestProject } from 'vitest/node';
import { buildBff } from '../../support/build-bff.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The built service, for tests that start it as a process: that takes a fraction of what its sources take. */
    program: string;
  }
}

/** One build for the whole suite. */
export default async function setup(project: TestProject): Promise<void> {
  project.provide('program', await buildBff('service'));
}
