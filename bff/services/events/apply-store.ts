import type { CommandStore } from '../ports/store/command-store.ts';
import type { DebtorReads } from '../ports/store/debtor-reads.ts';
import type { Inbox } from '../ports/store/inbox.ts';
import type { InvoiceStore } from '../ports/store/invoice-store.ts';
import type { LimeWrites } from '../ports/store/lime-writes.ts';
import type { Notices } from '../ports/store/notices.ts';
import type { ResumePlans } from '../ports/store/resume-plans.ts';

/** All that applying events reads and writes in a transaction. */
export interface ApplyParts {
  invoices: Pick<InvoiceStore, 'lockOrCreate' | 'saveSnapshots' | 'saveNotes' | 'setUnread' | 'enqueueRead'>;
  commands: Pick<CommandStore, 'get'>;
  resumePlans: Pick<ResumePlans, 'findByInvoices' | 'end' | 'release'>;
  inbox: Pick<Inbox, 'complete'>;
  limeWrites: Pick<LimeWrites, 'enqueueInvoices' | 'enqueue'>;
  debtorReads: Pick<DebtorReads, 'enqueue'>;
  notices: Pick<Notices, 'add'>;
}

/** The store that events are applied to: the real one, or the one of a dry run. */
export interface ApplyStore {
  inbox: ApplyParts['inbox'];
  transaction<T>(work: (parts: ApplyParts) => Promise<T>, options: { durability: 'relaxed' }): Promise<T>;
}
