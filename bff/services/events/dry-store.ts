import type { InvoiceNotes } from '../../domain/invoice/invoice-notes.ts';
import { unknownInvoice } from '../invoices/present-invoice.ts';
import type { EventOutcome } from '../ports/store/inbox.ts';
import type { InvoiceRecord, Snapshot } from '../ports/store/invoice-store.ts';
import type { LimeWrite } from '../ports/store/lime-writes.ts';
import type { ResumePlan } from '../ports/store/resume-plans.ts';
import type { Store } from '../ports/store/store.ts';
import { Fault } from '../shared/fault.ts';
import type { ApplyParts, ApplyStore } from './apply-store.ts';

/** What is written of an invoice, or of anything, and what was there before. */
interface Change<Before, After> {
  before: Before;
  after: After;
}

/** What was written to a {@link DryStore}. */
export interface Written {
  outcomes: EventOutcome[];
  snapshots: Array<Change<Snapshot | null, Snapshot>>;
  notes: Array<Change<InvoiceNotes, InvoiceNotes>>;
  /** Invoices and debtors to read in Billecta. */
  reads: string[];
  debtors: string[];
  /** To Lime, beside the invoices' own fields. */
  writes: LimeWrite[];
}

const nothing = (): Written => ({
  outcomes: [],
  snapshots: [],
  notes: [],
  reads: [],
  debtors: [],
  writes: [],
});

/** A write to what later transactions read; done when the transaction ends well. */
type Deferred = (written: Written) => void;

/**
 * The store of a dry run: reads the real one, without a lock, and keeps its writes in memory, where later transactions
 * find them.
 */
export class DryStore implements ApplyStore {
  readonly #records = new Map<string, InvoiceRecord>();
  readonly #plans = new Map<string, Partial<ResumePlan>>();
  readonly #steps = new Map<string, number>();
  #written = nothing();
  #fault: Fault | null = null;

  constructor(private readonly store: Pick<Store, 'invoices' | 'commands' | 'resumePlans' | 'limeWrites'>) {}

  readonly inbox: ApplyParts['inbox'] = {
    complete: async (_token, outcomes) => void this.#written.outcomes.push(...outcomes),
  };

  async transaction<T>(work: (parts: ApplyParts) => Promise<T>): Promise<T> {
    const deferred: Deferred[] = [];
    try {
      const result = await work(this.#parts(deferred));
      for (const write of deferred) write(this.#written);
      return result;
    } catch (error) {
      if (error instanceof Fault) this.#fault = error;
      throw error;
    }
  }

  /** What has been written since the last call. @throws Fault with which the real store has failed since then */
  flush(): Written {
    if (this.#fault) throw this.#fault;
    const written = this.#written;
    this.#written = nothing();
    return written;
  }

  #parts(deferred: Deferred[]): ApplyParts {
    const later = async (write: Deferred) => void deferred.push(write);
    return {
      invoices: this.#invoices(later),
      commands: this.store.commands,
      resumePlans: this.#resumePlans(later),
      inbox: { complete: (_token, outcomes) => later((written) => void written.outcomes.push(...outcomes)) },
      limeWrites: {
        // Written in their state at the time of the write, which the snapshots and notes here lead to.
        enqueueInvoices: async () => undefined,
        enqueue: (database, writes) => this.#enqueue(database, writes, later),
      },
      debtorReads: {
        enqueue: (_database, ids) => later((written) => void written.debtors.push(...ids)),
      },
      notices: { add: async () => undefined },
    };
  }

  #invoices(later: (write: Deferred) => Promise<void>): ApplyParts['invoices'] {
    return {
      lockOrCreate: async (database, ids) => {
        const asked = [...new Set(ids)].sort();
        const missing = asked.filter((id) => !this.#records.has(id));
        for (const record of await this.store.invoices.getMany(database, missing))
          this.#records.set(record.actionPublicId, record);
        return asked.map((id) => this.#record(id));
      },
      saveSnapshots: (_database, snapshots) =>
        later(({ snapshots: changes }) => {
          for (const after of snapshots) {
            const record = this.#record(after.invoice.actionPublicId);
            changes.push({ before: record.snapshot, after });
            this.#records.set(record.actionPublicId, { ...record, snapshot: after });
          }
        }),
      saveNotes: (_database, notes) =>
        later(({ notes: changes }) => {
          for (const [id, after] of notes) {
            const record = this.#record(id);
            changes.push({ before: record.notes, after });
            this.#records.set(id, { ...record, notes: after });
          }
        }),
      setUnread: (_database, marks) =>
        later(() => {
          for (const [id, unread] of marks) this.#records.set(id, { ...this.#record(id), unread });
        }),
      enqueueRead: (_database, ids) => later(({ reads }) => void reads.push(...ids)),
    };
  }

  #resumePlans(later: (write: Deferred) => Promise<void>): ApplyParts['resumePlans'] {
    return {
      findByInvoices: async (database, ids) =>
        (await this.store.resumePlans.findByInvoices(database, ids)).map((plan) => ({
          ...plan,
          ...this.#plans.get(plan.commandId),
        })),
      end: (_database, { commandId }, why, endedAt) =>
        later(() => void this.#plans.set(commandId, { state: 'ended', why, endedAt })),
      release: (_database, { commandId }, nextAttemptAt) =>
        later(() => void this.#plans.set(commandId, { state: 'waiting', nextAttemptAt })),
    };
  }

  /** As the real one, does not replace a write of a later step. */
  async #enqueue(
    database: string,
    writes: readonly LimeWrite[],
    later: (write: Deferred) => Promise<void>,
  ): Promise<void> {
    const key = ({ kind, billectaId }: LimeWrite) => `${kind}/${billectaId}`;
    for (const write of writes) {
      const stored = this.#steps.has(key(write)) ? null : await this.store.limeWrites.stepOf(database, write);
      if (stored !== null) this.#steps.set(key(write), stored);
    }
    await later((written) => {
      for (const write of writes) {
        if ((this.#steps.get(key(write)) ?? 0) > write.step) continue;
        this.#steps.set(key(write), write.step);
        written.writes.push(write);
      }
    });
  }

  #record(id: string): InvoiceRecord {
    return this.#records.get(id) ?? unknownInvoice(id);
  }
}
