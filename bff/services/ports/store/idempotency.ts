/** The record of a request that came with an Idempotency-Key. */
type IdempotencyRecord =
  | { kind: 'new' }
  | { kind: 'running'; requestHash: string; begunAt: string }
  | { kind: 'answered'; requestHash: string; status: number; body: string };

export interface Idempotency {
  /** Stores a request as under way unless its key is known. */
  begin(database: string, request: IdempotentRequest, at: string): Promise<IdempotencyRecord>;
  answer(
    database: string,
    request: IdempotentRequest,
    answer: { status: number; body: string },
  ): Promise<void>;
  /** Deletes a key, so that the request may be made again with it. */
  delete(database: string, request: IdempotentRequest): Promise<void>;
  /** @returns how many were deleted */
  deleteExpired(database: string, before: string): Promise<number>;
}

export interface IdempotentRequest {
  caller: string;
  key: string;
  requestHash: string;
}
