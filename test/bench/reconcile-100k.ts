import type { Row } from './row.ts';
import { residentMb } from './support/process-usage.ts';
import { reconcileAll } from './support/reconcile-all.ts';

/** How long a run over 100,000 open invoices takes that we hold and that have not changed; the note has the memory. */
export const reconcile100k: Row = {
  name: 'reconcile-100k',
  unit: 's',
  limit: { most: 60 },
  async measure(benchEnvironment) {
    let most = 0;
    const { seconds, run, calls } = await reconcileAll(benchEnvironment, 100_000, (pid) => {
      most = Math.max(most, residentMb(pid));
    });
    const mb = Math.round(most);
    if (mb > mostMb) throw new Error(`It took ${mb} MB, more than ${mostMb}`);
    return {
      value: seconds,
      note: `${mb} MB at most, ${run.compared} rows, ${calls} list calls, ${run.found} differ`,
    };
  },
};

/** Promised besides, MB. */
const mostMb = 400;
