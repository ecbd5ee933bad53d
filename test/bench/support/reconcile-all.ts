import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { toInvoice } from '../../../bff/billecta/mapping/to-invoice.ts';
import type { Reconciliation } from '../../../bff/contract/admin/reconciliation.ts';
import type { Invoice } from '../../../bff/domain/invoice/invoice.ts';
import type { BenchEnvironment } from './bench-environment.ts';

const batch = 500;

/**
 * Lets the service reconcile so many open invoices, all of which it holds as they are.
 *
 * @param watch - called now and then with the service's process id
 */
export async function reconcileAll(
  { billecta, limeDatabase, adminKey, createDatabase, startBff }: BenchEnvironment,
  count: number,
  watch: (pid: number) => void,
): Promise<{ seconds: number; run: Reconciliation; calls: number }> {
  const database = await createDatabase();
  // The service makes its tables.
  await (await startBff(database)).stop();
  const ids = Array.from({ length: count }, () => billecta.addInvoice());
  const rows = ids.map((id) => toRow(toInvoice(billecta.invoice(id)), limeDatabase));
  await database.look(async (db) => {
    await (db as Kysely<{ invoice: object }>).transaction().execute(async (invoices) => {
      for (let first = 0; first < count; first += batch)
        await invoices
          .insertInto('invoice')
          .values(rows.slice(first, first + batch))
          .execute();
    });
  });

  const bff = await startBff(database);
  try {
    const url = `${bff.origin}/${limeDatabase}/limepkg-billecta-integration/admin`;
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

/** An invoice as the service holds it. */
const toRow = (invoice: Invoice, database: string) => ({
  lime_database: database,
  action_public_id: invoice.actionPublicId,
  snapshot: JSON.stringify(invoice),
  as_of: new Date(0).toISOString(),
  source: 'verified',
  open_creditor: invoice.creditorPublicId,
});
