import { setImmediate as turn } from 'node:timers/promises';
import type { Difference, ListedInvoice } from '../../domain/reconcile.ts';
import type { BillectaLists, ListOf } from '../ports/billecta-lists.ts';
import type { InvoiceRecord } from '../ports/store/invoice-store.ts';
import { type Context, instant } from '../shared/context.ts';
import { differencesOf, explained, signatureOf } from './find-drift.ts';

/** Small enough not to delay other users of the database. */
const batch = 500;

/** How many more invoices may be read. */
export interface ReadBudget {
  left: number;
}

export interface Comparison {
  run: number;
  list: ListOf;
  budget: ReadBudget;
  /** Called after each step (progress bar). */
  onProgress(progress: { total: number; compared: number; deferred: number }): void;
}

/**
 * Reads a creditor's list, compares it with the stored snapshots, stores each difference, and enqueues a read of every
 * invoice that differs, up to the budget.
 *
 * @throws Fault `billecta-…` when the list cannot be read; then nothing has been compared
 */
export async function compareCreditor(
  context: Context,
  lists: BillectaLists,
  { run, list, budget, onProgress }: Comparison,
  signal: AbortSignal,
): Promise<void> {
  const { database, store } = context;
  const askedAt = instant(context);
  const listed = new Map<string, ListedInvoice>();
  await lists.listInvoices(list, (row) => void listed.set(row.actionPublicId, row), signal);
  const progress = { total: listed.size, compared: 0, deferred: 0 };
  onProgress(progress);

  for (const ids of inBatches([...listed.keys()])) {
    const records = byId(await store.invoices.getMany(database, ids));
    progress.deferred += await note(ids, (id) => listed.get(id) ?? null, records);
    progress.compared += ids.length;
    onProgress(progress);
    await turn(undefined, { signal });
  }
  if (list.kind === 'open') progress.deferred += await noteMissing();
  onProgress(progress);

  /** Invoices that are stored as open but not on the list. */
  async function noteMissing(): Promise<number> {
    let deferred = 0;
    for (let after: string | undefined = ''; after !== undefined; ) {
      const page: { after: string; limit: number } = { after, limit: batch };
      const ids: string[] = await store.drift.storedAsOpen(database, list.creditorPublicId, page);
      const missing = ids.filter((id) => !listed.has(id));
      const records = byId(await store.invoices.getMany(database, missing));
      deferred += await note(missing, () => null, records);
      after = ids.length === batch ? ids.at(-1) : undefined;
      await turn(undefined, { signal });
    }
    return deferred;
  }

  /** @returns how many differ that may not be read any more */
  async function note(
    ids: readonly string[],
    rowOf: (id: string) => ListedInvoice | null,
    records: ReadonlyMap<string, InvoiceRecord>,
  ): Promise<number> {
    const differing = new Map<string, readonly Difference[]>();
    for (const id of ids) {
      const differences = differencesOf(records.get(id), rowOf(id), askedAt);
      if (differences.length > 0) differing.set(id, differences);
    }
    const known = await store.drift.known(database, [...differing.keys()]);
    const news = [...differing].filter(([id, differences]) => {
      const read = known.get(id);
      return !read?.due && read?.listOnly !== signatureOf(differences);
    });
    const affordable = news.slice(0, budget.left);
    budget.left -= affordable.length;
    const received = await store.drift.received(
      database,
      affordable.map(([id]) => id),
    );
    const found = affordable.map(([id, differences]) => ({
      actionPublicId: id,
      creditorPublicId: list.creditorPublicId,
      currency: rowOf(id)?.currency ?? null,
      differences: explained(differences, records.get(id), received.get(id) ?? []),
    }));
    const at = instant(context);
    if (found.length > 0) await store.transaction(({ drift }) => drift.save(database, run, found, at));
    return news.length - affordable.length;
  }
}

function* inBatches<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let first = 0; first < all.length; first += batch) yield all.slice(first, first + batch);
}

const byId = (records: readonly InvoiceRecord[]) =>
  new Map(records.map((record) => [record.actionPublicId, record]));
