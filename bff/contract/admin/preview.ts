import { z } from '@hono/zod-openapi';
import { limeKinds } from '../../domain/lime-kind.ts';
import { Cause } from '../cause.ts';
import { DriftField, DriftValue } from './reconciliation.ts';

/**
 * A part of what applying an event would come to: fields of its invoice change; a fact is `noted` on it; the invoice or
 * the debtor is `read` in Billecta; something is `written` to Lime; it `fails` (`message`: why, in its own words); it is
 * `stale`, as something newer is stored; or it is `ignored`, as its kind is not supported.
 */
export const Effect = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('changes'),
      fields: z.array(z.object({ field: DriftField, before: DriftValue, after: DriftValue })),
      currency: z.string().nullable().openapi({ description: 'Of `currentAmount`' }),
    }),
    z.object({
      kind: z.literal('noted'),
      what: z.enum(['autogiro-failed', 'autogiro-renewed', 'delivered', 'not-delivered', 'reminder']),
    }),
    z.object({ kind: z.literal('read'), what: z.enum(['invoice', 'debtor']) }),
    z.object({ kind: z.literal('written'), object: z.enum(limeKinds), billectaId: z.string() }),
    z.object({ kind: z.literal('fails'), cause: Cause, message: z.string() }),
    z.object({ kind: z.literal('stale') }),
    z.object({ kind: z.literal('ignored') }),
  ])
  .openapi('Effect');
export type Effect = z.infer<typeof Effect>;
