import type { Row } from './row.ts';
import { measureCommands } from './support/commands.ts';
import { percentile } from './support/statistics.ts';

const note = (ours: readonly number[], direct: readonly number[], at: number) =>
  `${percentile(ours, at).toFixed(2)} ms against ${percentile(direct, at).toFixed(2)} ms for the calls alone`;

/** What the service adds to a command, beyond the calls of Lime and Billecta that it makes: in the middle … */
export const commandP50: Row = {
  name: 'command-overhead-p50',
  unit: 'ms',
  limit: { most: 1.5 },
  async measure(benchEnvironment) {
    const { ours, direct } = await measureCommands(benchEnvironment);
    return { value: percentile(ours, 50) - percentile(direct, 50), note: note(ours, direct, 50) };
  },
};

/** … and at its worst. */
export const commandP99: Row = {
  name: 'command-overhead-p99',
  unit: 'ms',
  limit: { most: 8 },
  async measure(benchEnvironment) {
    const { ours, direct } = await measureCommands(benchEnvironment);
    return { value: percentile(ours, 99) - percentile(direct, 99), note: note(ours, direct, 99) };
  },
};
