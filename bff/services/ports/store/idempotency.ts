/** What is known of a request that came with an Idempotency-Key. */
export type Promised =
  | { kind: 'new' }
  | { kind: 'running'; requestHash: string; begunAt: string }
  | { kind: 'answered'; requestHash: string; status: number; body: string };

export interface Idempotency {
  /** Notes a request as under way unless its key is known. */
  begin(database: string, request: PromisedRequest, at: string): Promise<Promised>;
  answer(database: string, request: PromisedRequest, answer: { status: number; body: string }): Promise<void>;
  /** Forgets a key, so that the request may be made again with it. */
  forget(database: string, request: PromisedRequest): Promise<void>;
  /** @returns how many were forgotten */
  prune(database: string, before: string): Promise<number>;
}

export interface PromisedRequest {
  caller: string;
  key: string;
  requestHash: string;
}
