import type { DueRead, WorkQueue } from '../work-queue.ts';

export interface DueDebtorRead extends DueRead {
  /** When the lease was given: ISO 8601 in UTC. */
  leasedAt: string;
}

/** Debtors that have changed in Billecta, to read there before they are written to Lime. */
export interface DebtorReads extends WorkQueue<DueDebtorRead> {
  enqueue(database: string, debtorPublicIds: readonly string[], at: string): Promise<void>;
}
