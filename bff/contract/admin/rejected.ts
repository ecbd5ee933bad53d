import { z } from '@hono/zod-openapi';
import { next } from '../paging.ts';
import { RejectionReason } from './issues.ts';

const instant = z.iso.datetime();

/** A request that the webhook receiver rejected. */
export const RejectedRequest = z
  .object({
    id: z.int(),
    at: instant,
    reason: RejectionReason,
    headers: z.record(z.string(), z.string()).openapi({ description: 'Without the values of secrets' }),
    body: z.string().openapi({ description: 'Its first 4 KiB' }),
  })
  .openapi('RejectedRequest');
export type RejectedRequest = z.infer<typeof RejectedRequest>;

/**
 * Answer of `GET admin/rejected`, newest first; the newest 1,000 are kept. Query: `reason`, `limit` (1 to 200, default
 * 50), `after` (`next` of the page before). `keys` are those configured, with when each was last used, to the minute.
 */
export const RejectedPage = z
  .object({
    requests: z.array(RejectedRequest),
    next,
    reasons: z.array(z.object({ reason: RejectionReason, count: z.int(), lastAt: instant })),
    keys: z.array(z.object({ name: z.string(), lastUsedAt: instant.nullable() })),
  })
  .openapi('RejectedPage');
export type RejectedPage = z.infer<typeof RejectedPage>;
