import { setTimeout as sleep } from 'node:timers/promises';
import { toInvoice } from '../../../bff/billecta/to-invoice.ts';
import type { Reconciliation } from '../../../bff/contract/reconciliation.ts';
import { openStore } from '../../../bff/store/store.ts';
import type { Workshop } from './workshop.ts';

const batch = 500;

/**
 * Lets the service reconcile so many open invoices, all of which it holds as they are.
 *
 * @param watch - called now and then with the service's process id
 */
export async function reconcileAll(
  { billecta, limeDatabase, adminKey, createDatabase, startBff }: Workshop,
  count: number,
  watch: (pid: number) => void,
): Promise<{ seconds: number; run: Reconciliation; calls: number }> {
  const database = await createDatabase();
  const store = await openStore(database.url);
  const ids = Array.from({ length: count }, () => billecta.addInvoice());
  const asOf = new Date().toISOString();
  for (let first = 0; first < count; first += batch) {
    const held = ids.slice(first, first + batch).map((id) => {
      return { invoice: toInvoice(billecta.invoice(id)), asOf, source: 'verified' } as const;
    });
    await store.invoices.hold(limeDatabase, held, { verifiedAt: asOf, readAt: null });
  }
  await store.close();

  const bff = await startBff(database);
  try {
    const url = `${bff.origin}/${limeDatabase}/limepkg-billecta-integration/sync`;
    const headers = { 'x-api-key': adminKey, 'content-type': 'application/json' };
    const before = billecta.calls.length;
    const started = performance.now();
    const answer = await fetch(`${url}/reconcile`, { method: 'POST', headers, body: '{}' });
    const { id } = (await answer.json()) as { id: string };
    for (;;) {
      watch(bff.pid);
      await sleep(200);
      const detail = await fetch(`${url}/reconciliations/${id}`, { headers });
      const { run } = (await detail.json()) as { run: Reconciliation };
      if (run.finishedAt === null) continue;
      if (run.state !== 'finished') throw new Error(`The run failed: ${run.failure?.message}`);
      const calls = billecta.calls.slice(before).filter(({ operation }) => operation === 'open').length;
      return { seconds: (performance.now() - started) / 1000, run, calls };
    }
  } finally {
    await bff.stop();
  }
}
