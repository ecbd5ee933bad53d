import type { Leased, WorkQueue } from '../work-queue.ts';

export interface DueDebtorRead extends Leased {
  debtorPublicId: string;
}

/** Debtors that have changed in Billecta, to read there before they are written to Lime. */
export interface DebtorReads extends WorkQueue<DueDebtorRead> {
  enqueue(database: string, debtorPublicIds: readonly string[], at: string): Promise<void>;
}
