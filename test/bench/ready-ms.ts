import type { Row } from './row.ts';
import { median } from './support/statistics.ts';

const starts = 5;

/** From the start of the process to `/readyz` answering 200, on a database that is there already. */
export const readyMs: Row = {
  name: 'ready-ms',
  unit: 'ms',
  limit: { most: 500 },
  async measure(benchEnvironment) {
    const database = await benchEnvironment.createDatabase();
    const times: number[] = [];
    for (let n = 0; n <= starts; n += 1) {
      const bff = await benchEnvironment.startBff(database);
      times.push(bff.readyMs);
      await bff.stop();
    }
    const [first = 0, ...later] = times;
    return { value: median(later), note: `median of ${starts}; on an empty database ${Math.round(first)}` };
  },
};
