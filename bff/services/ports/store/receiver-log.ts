/** A rejected request, for the administrator who looks for missing webhooks. */
export interface RejectedRequest {
  at: string;
  reason: string;
  /** Without the values of secrets. */
  headers: Record<string, string>;
  /** The first 4 KiB. */
  body: string;
}

/** Requests to the webhook receiver. Losing a line does no harm, so no caller waits for the write. */
export interface ReceiverLog {
  /** Keeps the newest 1,000; in a flood, not every one. */
  rejected(database: string, request: RejectedRequest): Promise<void>;
  /** Stores the use once a minute, and the first after a rejected request. */
  keyUsed(database: string, name: string, at: Date): Promise<void>;
}
