import type { Clock } from '../clock.ts';
import type { Installation } from '../installation.ts';
import type { Intake } from '../intake.ts';
import type { AdminStore } from './admin/admin-store.ts';
import type { CommandStore } from './command-store.ts';
import type { DebtorReads } from './debtor-reads.ts';
import type { DriftReads, DriftStore } from './drift-store.ts';
import type { Idempotency } from './idempotency.ts';
import type { Inbox } from './inbox.ts';
import type { InvoiceReads } from './invoice-reads.ts';
import type { InvoiceStates } from './invoice-states.ts';
import type { InvoiceStore } from './invoice-store.ts';
import type { LimeWrites } from './lime-writes.ts';
import type { Notices } from './notices.ts';
import type { Processing } from './processing.ts';
import type { ReceiverLog } from './receiver-log.ts';
import type { Reconciliations } from './reconciliations.ts';
import type { ResumePlans } from './resume-plans.ts';
import type { Tasks } from './tasks.ts';

/** The members that can be part of a transaction. */
export interface StoreParts {
  invoices: InvoiceStore;
  invoiceStates: InvoiceStates;
  commands: CommandStore;
  resumePlans: ResumePlans;
  inbox: Inbox;
  limeWrites: LimeWrites;
  debtorReads: DebtorReads;
  invoiceReads: InvoiceReads;
  notices: Notices;
  drift: DriftStore;
  driftReads: DriftReads;
}

/** @throws Fault `storage-unavailable` from any member when the database cannot read or write now */
export interface Store extends StoreParts {
  /** How many may apply events at a time, to use the database well. */
  appliersAtOnce: number;
  intake: Intake;
  clock: Clock;
  receiverLog: ReceiverLog;
  processing: Processing;
  idempotency: Idempotency;
  tasks: Tasks;
  reconciliations: Reconciliations;
  admin: AdminStore;
  installation: Installation;
  /**
   * All of `work` is stored, or nothing of it. With relaxed durability it costs no flush, and a power cut, and only
   * that, may undo it: for what can be derived again from what is on disk or in Billecta.
   */
  transaction<T>(
    work: (store: StoreParts) => Promise<T>,
    options?: { durability: 'full' | 'relaxed' },
  ): Promise<T>;
  /**
   * Resolves when the database answers, and accepts again what it has refused.
   *
   * @throws Error that says what is wrong; its `remedy` says what to do
   */
  ready(): Promise<void>;
  /** Resolves when the database accepts a write. @throws the same */
  writable(): Promise<void>;
  close(): Promise<void>;
}
