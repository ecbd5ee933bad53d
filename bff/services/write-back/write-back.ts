import type { Fields } from '../../domain/fields.ts';
import { fieldsOfInvoice } from '../../domain/invoice/lime-fields.ts';
import type { LimeKind } from '../../domain/lime-kind.ts';
import type { Lease } from '../ports/lease.ts';
import type { LimeObject, LimeTarget } from '../ports/lime-writer.ts';
import { MissingInLime } from '../ports/missing-in-lime.ts';
import type { InvoiceRecord } from '../ports/store/invoice-store.ts';
import type { DueWrite, WriteOutcome } from '../ports/store/lime-writes.ts';
import { type Context, instant, instantIn } from '../shared/context.ts';
import { failedWrite } from './failed-write.ts';

/** Objects that are looked up with one call. */
const batch = 40;

/** Duration of a lease, ms; after that, another process leases the writes of one that died. */
const lease = 60_000;

/** The longest that writing one object takes, ms; none is begun when the lease may end before it is done. */
const longestWrite = 20_000;

/**
 * Writes what is due to Lime: looks up many objects with one call, and writes the fields that differ, one object after
 * the other. A failed write is retried later, and delays nothing else.
 *
 * @returns whether there may be more
 */
export async function writeBack(context: Context, stopping: AbortSignal): Promise<boolean> {
  if (!context.limeWriter.isAvailable()) return false;
  const { database, store } = context;
  const own: Lease = { token: context.newId(), until: instantIn(context, lease) };
  const leased = await store.limeWrites.lease(database, instant(context), own, batch);
  for (const kind of new Set(leased.map((write) => write.kind))) {
    const alike = leased.filter((write) => write.kind === kind);
    await writeAlike({ context, own, stopping }, kind, alike);
  }
  return leased.length === batch && !stopping.aborted;
}

interface Round {
  context: Context;
  own: Lease;
  stopping: AbortSignal;
}

/** An object to write, with everything that has to be known for it. */
interface Prepared {
  write: DueWrite;
  fields: Fields;
  record: InvoiceRecord | undefined;
  stored: LimeObject | undefined;
  relations: readonly LimeTarget[];
}

async function writeAlike(round: Round, kind: LimeKind, writes: readonly DueWrite[]): Promise<void> {
  const { context, stopping } = round;
  try {
    const prepared = await prepare(context, kind, writes, stopping);
    const related = await findRelated(context, prepared, stopping);
    let ended: Ended[] = [];
    for (const each of prepared) {
      const outcome = await writeOne(round, each, related);
      ended.push({ write: each.write, outcome });
      if (!hasChanged(outcome)) continue;
      await complete(round, ended);
      ended = [];
    }
    await complete(round, ended);
  } catch (error) {
    await complete(
      round,
      writes.map((write) => ({ write, outcome: afterFailure(round, write, error) })),
    );
  }
}

/** A write that has ended, and its outcome. */
interface Ended {
  write: DueWrite;
  outcome: WriteOutcome;
}

/** Whether Lime's values have changed; that is published at once, all else is completed together. */
const hasChanged = (outcome: WriteOutcome) => outcome.kind === 'written' && outcome.changes.length > 0;

async function prepare(
  { database, store, limeWriter }: Context,
  kind: LimeKind,
  writes: readonly DueWrite[],
  stopping: AbortSignal,
): Promise<Prepared[]> {
  const ids = writes.map(({ billectaId }) => billectaId);
  const found = await limeWriter.find(kind, ids, stopping);
  const records = kind === 'invoice' ? await store.invoices.getMany(database, ids) : [];
  const recordOf = new Map(records.map((record) => [record.actionPublicId, record]));
  return Promise.all(
    writes.map(async (write) => {
      const record = recordOf.get(write.billectaId);
      const fields =
        write.fields ?? (record?.snapshot ? fieldsOfInvoice(record.snapshot.invoice, record.notes) : {});
      const relations = await limeWriter.relations(kind, fields, stopping);
      return { write, fields, record, stored: found.get(write.billectaId), relations };
    }),
  );
}

/** Lime ids of the related objects that Lime has, by what Billecta calls them. */
async function findRelated(
  { limeWriter }: Context,
  prepared: readonly Prepared[],
  stopping: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  const targets = prepared.flatMap(({ relations }) => relations);
  const related = new Map<string, number>();
  for (const kind of new Set(targets.map((target) => target.kind))) {
    const ids = targets.filter((target) => target.kind === kind).map(({ billectaId }) => billectaId);
    for (const [id, limeId] of await limeWriter.ids(kind, [...new Set(ids)], stopping))
      related.set(id, limeId);
  }
  return related;
}

async function writeOne(
  { context, own, stopping }: Round,
  { write, fields, record, stored, relations }: Prepared,
  related: ReadonlyMap<string, number>,
): Promise<WriteOutcome> {
  if (stopping.aborted || instantIn(context, longestWrite) > own.until) return { kind: 'returned' };
  try {
    if (write.kind === 'invoice' && stored) await link(context, write.billectaId, stored.limeId, record);
    // A payment without its invoice says nothing; who paid is there or is not.
    const missing = relations.find((target) => target.kind === 'invoice' && !related.has(target.billectaId));
    if (missing) return missingInLime(context, missing);
    const written = await context.limeWriter.write(write, fields, { stored, related, signal: stopping });
    if (written) return { kind: 'written', ...written };
    if (write.kind === 'invoice') return missingInLime(context, write);
    return { kind: 'written', limeId: null, created: false, changes: [], leftOut: [], twins: [] };
  } catch (error) {
    return afterFailure({ context, own, stopping }, write, error);
  }
}

/** An invoice that is not in Lime may be one that Lime is not meant to have. @throws MissingInLime otherwise */
function missingInLime({ missingInLime: whatThen }: Context, target: LimeTarget): WriteOutcome {
  if (whatThen === 'ignore') return { kind: 'absent', waitsFor: target };
  throw new MissingInLime(target);
}

/** A write cut short because the service stops has not failed. */
const afterFailure = ({ context, stopping }: Round, write: DueWrite, error: unknown): WriteOutcome =>
  stopping.aborted ? { kind: 'returned' } : failedWrite(context, write, error);

/** Stores which Lime invoice it is, and releases the writes that have waited for it. */
async function link(
  context: Context,
  actionPublicId: string,
  limeId: number,
  record: InvoiceRecord | undefined,
): Promise<void> {
  if (record?.limeId === limeId) return;
  await context.store.transaction(
    async ({ invoices, limeWrites }) => {
      await invoices.link(context.database, actionPublicId, limeId);
      await limeWrites.appeared(
        context.database,
        { kind: 'invoice', billectaId: actionPublicId },
        instant(context),
      );
    },
    { durability: 'relaxed' },
  );
}

async function complete({ context, own }: Round, ended: readonly Ended[]): Promise<void> {
  if (ended.length === 0) return;
  const { database, store } = context;
  // Writes that a power cut undoes are repeated, and then nothing differs.
  await store.transaction(
    async ({ limeWrites }) => {
      for (const { write, outcome } of ended)
        await limeWrites.complete(database, own.token, { write, outcome, at: instant(context) });
    },
    { durability: 'relaxed' },
  );
  for (const each of ended) publish(context, each);
}

function publish({ log, live, database }: Context, { write, outcome }: Ended): void {
  if (outcome.kind !== 'written') return;
  const { kind, billectaId } = write;
  for (const each of outcome.leftOut) log.warn({ kind, billectaId, ...each }, 'field left out');
  if (outcome.changes.length === 0) return;
  const fields = outcome.changes.map(({ field }) => field);
  log.info({ kind, billectaId, limeId: outcome.limeId, created: outcome.created, fields }, 'written to Lime');
  if (kind === 'invoice' && outcome.limeId !== null) live.publishWritten(database, outcome.limeId);
}
