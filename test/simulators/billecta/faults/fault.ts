import type { Operation } from '../api/endpoint.ts';

/** What goes wrong with API calls. */
export type ApiFault =
  /** Nobody is there: `503`, or the connection is cut before anything is done. */
  | { readonly kind: 'outage'; readonly how?: 'status' | 'cut' }
  /** The answer takes `ms` longer. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** The request is carried out, and the connection cut instead of an answer. */
  | { readonly kind: 'lostAnswer' }
  | { readonly kind: 'error500' }
  | { readonly kind: 'tooManyRequests'; readonly retryAfterSeconds?: number }
  /** `400` with this message. Without an operation it meets commands and attest, never a read. */
  | { readonly kind: 'refuse'; readonly message?: string };

/** What goes wrong with webhooks on their way. */
export type WebhookFault =
  | { readonly kind: 'dropped' }
  | { readonly kind: 'duplicated' }
  /** Sent `ms` later, default 1000. */
  | { readonly kind: 'delayed'; readonly ms?: number }
  /** The next `times` (default 2) arrive the last first; what has come after `ms` (default 1000) goes then. */
  | { readonly kind: 'reordered'; readonly ms?: number };

/** `command` stands for the four commands. */
export type FaultScope = Operation | 'command';

/** A fault to come. It lasts until cleared, or for the next `times` that it meets. */
export type Fault =
  | (ApiFault & { readonly operation?: FaultScope; readonly times?: number })
  | (WebhookFault & { readonly event?: string; readonly times?: number });

export type ApiFaultKind = ApiFault['kind'];
