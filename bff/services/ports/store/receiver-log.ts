/** A request that was turned away, for the administrator who wonders why nothing arrives. */
export interface RejectedRequest {
  at: string;
  reason: string;
  /** Without the values of secrets. */
  headers: Record<string, string>;
  /** The first 4 KiB. */
  body: string;
}

/** Who came to the webhook receiver. Losing a line of it does no harm, so nobody waits for it. */
export interface ReceiverLog {
  /** Keeps the newest 1,000; in a flood, not every one. */
  rejected(database: string, request: RejectedRequest): Promise<void>;
  /** Notes it once a minute. */
  keyUsed(database: string, name: string, at: Date): Promise<void>;
}
