export interface ReceiverLogReader {
  rejected(
    database: string,
    page: { reason: string | undefined; before: number | null; limit: number },
  ): Promise<
    Array<{ id: number; at: string; reason: string; headers: Record<string, string>; body: string }>
  >;
  reasons(database: string): Promise<Array<{ reason: string; count: number; lastAt: string }>>;
  keysUsed(database: string): Promise<ReadonlyMap<string, string>>;
}
