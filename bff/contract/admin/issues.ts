import { z } from '@hono/zod-openapi';
import { issueKinds, rejectionReasons, valueFaults } from '../../domain/issue.ts';
import { limeKinds } from '../../domain/lime-kind.ts';
import { Cause } from '../cause.ts';
import { InvoiceMention } from './events.ts';

const instant = z.iso.datetime();

/**
 * What fails: `event` has failed for good, `failing-event` is retried, `unreadable-event`; `write` to Lime; `value`: an
 * object was written to Lime, but not all of it, or Lime has it twice; `read` of an invoice in Billecta;
 * `reconciliation`: the last comparison with Billecta's lists; `worker-failing`: background work that has failed for a
 * minute, again and again; `asked-to-wait`: Billecta or Lime has asked the service to wait, and is not called
 * meanwhile; `request` of the webhook receiver that was rejected in the last 24 h; with a wrong key only since a
 * configured key was last used, and then at least three.
 */
export const IssueKind = z.enum(issueKinds).openapi('IssueKind');
export type IssueKind = z.infer<typeof IssueKind>;

/**
 * Why the receiver turned a request away: wrong key, too large, not JSON, JSON but no object, an address that leads
 * nowhere.
 */
export const RejectionReason = z.enum(rejectionReasons).openapi('RejectionReason');
export type RejectionReason = z.infer<typeof RejectionReason>;

/**
 * `left-out`: Lime does not accept a value as it is; `duplicate`: several objects in Lime have the same Billecta id.
 */
export const ValueFault = z.enum(valueFaults).openapi('ValueFault');
export type ValueFault = z.infer<typeof ValueFault>;

/** A value that Lime was not given. Of a duplicate, `why` names all objects, the one that is written first. */
export const ValueProblem = z
  .object({
    kind: z.enum(limeKinds),
    billectaId: z.string(),
    limeId: z.int().nullable(),
    limeField: z.string(),
    billectaField: z.string().nullable(),
    why: z.string(),
  })
  .openapi('ValueProblem');
export type ValueProblem = z.infer<typeof ValueProblem>;

/** The administrator's action against it; the panel words it. */
export const Remedy = z
  .enum([
    'wait-for-lime',
    'fix-lime-key',
    'fix-lime-rights',
    'add-to-lime',
    'check-lime-answers',
    'wait-for-billecta',
    'fix-billecta-credential',
    'look-in-billecta',
    'wait',
    'look-at-event',
    'report',
    'fix-webhook-key',
    'fix-sender',
    'fix-lime-field',
    'fix-duplicate',
  ])
  .openapi('Remedy');
export type Remedy = z.infer<typeof Remedy>;

/**
 * `error` needs an action; `warning` may pass without one, as it is retried; `info` is no failure: invoices that Lime
 * does not have, and may not be meant to have.
 */
export const Severity = z.enum(['error', 'warning', 'info']).openapi('Severity');
export type Severity = z.infer<typeof Severity>;

/** Who did something about an issue, and when. `by` is a fingerprint of their credential. */
export const IssueMark = z.object({ at: instant, by: z.string() }).openapi('IssueMark');
export type IssueMark = z.infer<typeof IssueMark>;

/**
 * Failures that have one cause. `id` is `{kind}.{cause}`, the same each time it comes. `firstSeen` and `lastSeen` are
 * when the oldest and the newest of the current failures appeared (not the last retry). `acknowledged` lasts until the
 * issue is over; `dismissed` until a new failure.
 */
export const Issue = z
  .object({
    id: z.string(),
    kind: IssueKind,
    cause: z.union([Cause, RejectionReason, ValueFault]),
    severity: Severity,
    remedy: Remedy,
    count: z
      .int()
      .openapi({ description: 'Events, objects, invoices or requests, by kind; of `info` invoices' }),
    waiting: z.int().openapi({ description: 'How many of them are retried automatically' }),
    nextAttemptAt: instant
      .nullable()
      .openapi({ description: 'When the first of them is; null when that is not known' }),
    firstSeen: instant,
    lastSeen: instant,
    invoices: z.array(InvoiceMention).openapi({ description: 'At most 20 of them, the newest first' }),
    values: z
      .array(ValueProblem)
      .openapi({ description: 'With `value`: of at most 20 objects, the newest first' }),
    message: z.string().nullable().openapi({ description: 'What was said of the newest, in its own words' }),
    retryable: z.boolean().openapi({ description: 'False when only the sender can try again' }),
    acknowledged: IssueMark.nullable(),
    dismissed: IssueMark.nullable(),
  })
  .openapi('Issue');
export type Issue = z.infer<typeof Issue>;

/**
 * Answer of `GET admin/issues`: errors first, `info` last, the newest first; with `dismissed=true` also those set aside.
 */
export const Issues = z.object({ issues: z.array(Issue) }).openapi('Issues');
export type Issues = z.infer<typeof Issues>;

/** Body of `POST admin/issues/{id}/retry`. */
export const RetryIssueInput = z
  .strictObject({ dryRun: z.boolean().default(false) })
  .openapi('RetryIssueInput');

/** Its answer: how many there are, and how many are tried again now (0 of a dry run). */
export const RetryIssueAnswer = z.object({ matched: z.int(), requeued: z.int() }).openapi('RetryIssueAnswer');
export type RetryIssueAnswer = z.infer<typeof RetryIssueAnswer>;
