import { z } from '@hono/zod-openapi';
import { NotAllowedReason } from './invoice-status.ts';

/** Every `code` that an error answer can carry. */
export const ProblemCode = z
  .enum([
    'invalid-request',
    'not-json',
    'not-an-invoice',
    'too-large',
    'too-many-invoices',
    'unsupported-media-type',
    'unauthenticated',
    'forbidden',
    'right-unproven',
    'cross-origin',
    'not-found',
    'method-not-allowed',
    'too-many-requests',
    'too-many-streams',
    'idempotency-key-reused',
    'not-synced',
    'not-allowed',
    'missing-in-billecta',
    'billecta-refused',
    'billecta-unauthorized',
    'billecta-forbidden',
    'billecta-operation-unconfirmed',
    'billecta-unreachable',
    'billecta-timeout',
    'billecta-failed',
    'billecta-rate-limited',
    'lime-unreachable',
    'lime-timeout',
    'lime-failed',
    'lime-refused',
    'lime-unreadable',
    'lime-rate-limited',
    'task-expired',
    'storage-unavailable',
    'internal',
  ])
  .openapi('ProblemCode');
export type ProblemCode = z.infer<typeof ProblemCode>;

/** RFC 9457 problem details, `application/problem+json`. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: ProblemCode,
    detail: z.string(),
    requestId: z.string(),
    reason: NotAllowedReason.optional().openapi({ description: 'With `not-allowed`: why' }),
    outcome: z.literal('unknown').optional().openapi({
      description: 'The command may have happened; the invoice is being read to find out',
    }),
    billectaMessage: z.string().optional().openapi({
      description: 'With `billecta-refused`: what Billecta answered, in its own (Swedish) words',
    }),
  })
  .openapi('Problem');
export type Problem = z.infer<typeof Problem>;
