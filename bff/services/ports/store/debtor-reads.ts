/** Debtors that have changed in Billecta, to be read there before they are written to Lime. */
export interface DebtorReads {
  enqueue(database: string, debtorPublicIds: readonly string[], at: string): Promise<void>;
  due(
    database: string,
    now: string,
    limit: number,
  ): Promise<Array<{ debtorPublicId: string; attempts: number }>>;
  /** A read that began at `startedAt` is over; reads enqueued since then stay due. */
  complete(
    database: string,
    debtorPublicId: string,
    startedAt: string,
    next: { at: string | null; attempts: number },
  ): Promise<void>;
}
