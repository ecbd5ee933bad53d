import { z } from '@hono/zod-openapi';
import { driftFields, driftOutcomes } from '../../domain/reconcile.ts';
import { creditorStates, reconciliationKinds, runStates } from '../../domain/reconciliation.ts';
import { Cause } from '../cause.ts';
import { next } from '../paging.ts';

const instant = z.iso.datetime();

/** Which list of Billecta's is compared: every 15 minutes the open invoices, every night those closed lately. */
const ReconciliationKind = z.enum(reconciliationKinds).openapi('ReconciliationKind');

/**
 * `interrupted` while the process that carried it out is gone; it is resumed within a minute or two, under the same id.
 * `failed` when a creditor's list could not be read; the next run comes as planned.
 */
const ReconciliationState = z.enum(runStates).openapi('ReconciliationState');

/** Body of `POST admin/reconcile`: the open invoices of one creditor, or of all. */
export const ReconcileInput = z
  .strictObject({
    creditorPublicId: z
      .string()
      .regex(/^[\w-]{1,64}$/)
      .optional(),
  })
  .openapi('ReconcileInput');
export type ReconcileInput = z.infer<typeof ReconcileInput>;

/** Answer of `POST admin/reconcile`, 202. `started` is false when one was running already: its id is answered. */
export const ReconcileAnswer = z.object({ id: z.string(), started: z.boolean() }).openapi('ReconcileAnswer');
export type ReconcileAnswer = z.infer<typeof ReconcileAnswer>;

/** Why something failed, as in the event log. */
const ReconciliationFailure = z
  .object({
    cause: Cause,
    message: z.string(),
  })
  .openapi('ReconciliationFailure');

/** The progress of a run with one creditor. */
const ReconciledCreditor = z
  .object({
    creditorPublicId: z.string(),
    state: z.enum(creditorStates),
    /** Rows of the list; null until it has been read. */
    total: z.int().nullable(),
    compared: z.int(),
    failure: ReconciliationFailure.nullable(),
  })
  .openapi('ReconciledCreditor');

/** One comparison of the stored snapshots with Billecta's lists. */
export const Reconciliation = z
  .object({
    id: z.string(),
    kind: ReconciliationKind,
    state: ReconciliationState,
    startedBy: z.string().openapi({ description: "`schedule`, or the fingerprint of a caller's credential" }),
    startedAt: instant,
    finishedAt: instant.nullable(),
    interruptions: z.int().openapi({ description: 'How often it was interrupted and taken up again' }),
    creditors: z.array(ReconciledCreditor).openapi({ description: 'Empty until they are known' }),
    total: z
      .int()
      .nullable()
      .openapi({ description: 'Rows of the lists read so far; null before the first' }),
    compared: z.int(),
    found: z.int().openapi({ description: 'Invoices that differ' }),
    deferred: z.int().openapi({
      description:
        'Of those: how many may not be read before the next run, within the limits; it finds them again',
    }),
    resolved: z.int().openapi({ description: 'Of those: how many have been read since' }),
    failure: ReconciliationFailure.nullable(),
  })
  .openapi('Reconciliation');
export type Reconciliation = z.infer<typeof Reconciliation>;

/** Answer of `GET admin/reconciliations`: newest first. `next` is `before` of the next page, null at the end. */
export const Reconciliations = z.object({ runs: z.array(Reconciliation), next }).openapi('Reconciliations');
export type Reconciliations = z.infer<typeof Reconciliations>;

/**
 * The field that differs. `known` (boolean): whether a snapshot of the invoice was stored. `listed` (boolean): whether
 * it is among the open ones. `stage` (a stage), `disputed`, `paused` (booleans), `currentAmount` (minor units of
 * `currency`), `dueDate`, `nextEventDate` (`YYYY-MM-DD`), `nextEvent` (Billecta's text).
 */
export const DriftField = z.enum(driftFields).openapi('DriftField');
export type DriftField = z.infer<typeof DriftField>;

export const DriftValue = z.union([z.string(), z.number(), z.boolean()]).nullable().openapi('DriftValue');
export type DriftValue = z.infer<typeof DriftValue>;

/**
 * The outcome of reading the invoice: the stored snapshot was `corrected`, had been corrected by another read or a
 * webhook before (`overtaken`), equals the read (`as-stored`: only the list differs), or Billecta does not know the
 * invoice (`missing`).
 */
const DriftOutcome = z.enum(driftOutcomes).openapi('DriftOutcome');

/** One field of one invoice whose value in Billecta's list differed from the stored one. */
export const Drift = z
  .object({
    id: z.string(),
    actionPublicId: z.string(),
    limeId: z.int().nullable(),
    invoiceNumber: z.string().nullable(),
    creditorPublicId: z.string(),
    field: DriftField,
    before: DriftValue.openapi({ description: 'What we held' }),
    after: DriftValue.openapi({ description: "What Billecta's list says" }),
    currency: z.string().nullable().openapi({ description: 'With `currentAmount`' }),
    foundAt: instant,
    events: z.array(z.string()).openapi({
      description:
        'Webhook events one of which should have reported it, the likeliest first; empty when none does',
    }),
    received: z
      .object({ id: z.int(), event: z.string(), receivedAt: instant, state: z.string() })
      .nullable()
      .openapi({ description: 'The last of them that did come since we heard of the invoice, if any' }),
    resolved: z.object({ at: instant, outcome: DriftOutcome, value: DriftValue }).nullable().openapi({
      description: 'What the read of the invoice said of this field; null until it has been read',
    }),
  })
  .openapi('Drift');
export type Drift = z.infer<typeof Drift>;

/** Answer of `GET admin/reconciliations/{id}`: the run, and a page of its drift in the order in which it was found. */
export const ReconciliationDetail = z
  .object({
    run: Reconciliation,
    drift: z.array(Drift),
    next,
  })
  .openapi('ReconciliationDetail');
export type ReconciliationDetail = z.infer<typeof ReconciliationDetail>;
