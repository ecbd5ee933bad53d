import { unknownInvoice } from '../../../../bff/services/invoices/present-invoice.ts';
import type { InvoiceRecord, InvoiceStore } from '../../../../bff/services/ports/store/invoice-store.ts';
import type { StoreParts } from '../../../../bff/services/ports/store/store.ts';

/**
 * The store's port in memory, for the many thousand lives of the property tests; what it stands for runs on real
 * databases in the other suites. A transaction here is a turn that nothing interrupts.
 */
export class MemoryStore {
  record: InvoiceRecord | undefined;

  readonly parts = {
    invoices: this.#invoices(),
    invoiceStates: {
      lockOrCreate: async (_database: string, id: string) => ({
        record: { ...this.#record(id) },
        open: [],
        plan: undefined,
      }),
    },
    resumePlans: { findByInvoices: async () => [] },
    inbox: { complete: async () => undefined },
    limeWrites: { enqueue: async () => undefined, enqueueInvoices: async () => undefined },
    debtorReads: { enqueue: async () => undefined },
    notices: { add: async () => undefined },
  } as unknown as StoreParts;

  transaction = <T>(work: (parts: StoreParts) => Promise<T>) => work(this.parts);

  #record(actionPublicId: string): InvoiceRecord {
    this.record ??= unknownInvoice(actionPublicId);
    return this.record;
  }

  #enqueueRead(actionPublicId: string, at: string): void {
    const record = this.#record(actionPublicId);
    if (record.readDueAt === null || record.readDueAt > at) record.readDueAt = at;
    if (record.readEnqueuedAt === null || record.readEnqueuedAt < at) record.readEnqueuedAt = at;
  }

  #invoices(): Partial<InvoiceStore> {
    return {
      get: async () => this.record,
      lockOrCreate: async (_database, [id]) => (id === undefined ? [] : [{ ...this.#record(id) }]),
      saveSnapshots: async (_database, held, readAt) => {
        for (const each of held) {
          this.#record(each.invoice.actionPublicId).snapshot = each;
          this.#enqueueRead(each.invoice.actionPublicId, readAt);
        }
      },
      saveRead: async (_database, held, { at }) => {
        const record = this.#record(held.invoice.actionPublicId);
        record.snapshot = held;
        record.readDueAt = at;
        if (at === null) record.readEnqueuedAt = null;
      },
      saveNotes: async () => undefined,
      setUnread: async () => undefined,
      enqueueRead: async (_database, ids, at) => {
        for (const id of ids) this.#enqueueRead(id, at);
      },
    };
  }
}
