import type { Generated } from 'kysely';
import type { Cause } from '../domain/cause.ts';
import type { Command, CommandOrigin, CommandState } from '../domain/command.ts';
import type { EventState } from '../domain/event-state.ts';
import type { InvoiceSource } from '../domain/invoice/invoice-source.ts';
import type { PlanEnd } from '../domain/invoice/plan-end.ts';
import type { LimeKind } from '../domain/lime-kind.ts';
import type { NoticeKind } from '../domain/notice-kind.ts';
import type { DriftField, DriftOutcome } from '../domain/reconcile.ts';
import type { ReconciliationKind, RunState } from '../domain/reconciliation.ts';
import type { FailureMark } from '../services/ports/store/admin/failures.ts';
import type { EventOutcomeKind } from '../services/ports/store/admin/tallies.ts';
import type { CommandRecord } from '../services/ports/store/command-store.ts';
import type { ResumePlanState } from '../services/ports/store/resume-plans.ts';
import type { ItemRecord, TaskRecord } from '../services/ports/store/tasks.ts';

/** Instants are ISO 8601 text in UTC, so that they sort as they pass. */
export interface Schema {
  inbox: {
    id: Generated<number>;
    lime_database: string;
    delivery_id: string | null;
    /** Unique; the n-th of several events with the same key has `#n` after it. */
    repeat_key: string | null;
    occurred_at: string | null;
    event: string | null;
    subject: string | null;
    creditor: string | null;
    state: EventState;
    attempts: Generated<number>;
    next_attempt_at: string;
    lease_token: string | null;
    lease_until: string | null;
    duplicates: Generated<number>;
    received_at: string;
    completed_at: string | null;
    cause: Cause | null;
    /** Its outcome, in words. */
    outcome: string | null;
  };
  /** Bodies have their own table, so that a change to an event does not write its body again; pruned ones are gone. */
  inbox_body: {
    event_id: number;
    lime_database: string;
    received_at: string;
    headers: string | null;
    body: string;
  };
  /** Attempts to apply an event that failed. */
  attempt: {
    id: Generated<number>;
    event_id: number;
    at: string;
    ms: number;
    cause: Cause;
    message: string;
  };
  webhook_key: { lime_database: string; name: string; last_used_at: string };
  rejected_request: {
    id: Generated<number>;
    lime_database: string;
    at: string;
    reason: string;
    /** JSON object. */
    headers: string;
    body: string;
  };
  /** A row while processing is paused. */
  processing_pause: { lime_database: string; paused_at: string; paused_by: string; why: string };
  invoice: {
    lime_database: string;
    action_public_id: string;
    lime_id: number | null;
    /** The Invoice as JSON; null until Billecta has reported it. */
    snapshot: string | null;
    /** The InvoiceNotes as JSON; null while there are none. */
    notes: string | null;
    as_of: string | null;
    source: InvoiceSource | null;
    verified_at: string | null;
    read_due_at: string | null;
    read_enqueued_at: string | null;
    read_lease_token: string | null;
    read_lease_until: string | null;
    read_attempts: Generated<number>;
    read_cause: Cause | null;
    read_failed_at: string | null;
    read_message: string | null;
    /** The creditor of an invoice that is stored as open; null of all others. */
    open_creditor: string | null;
    invoice_number: string | null;
    /** The unread marks: a sum of marks (domain/invoice/unread.ts). */
    unread: Generated<number>;
  };
  /** Reports of events about an invoice or a debtor that no read repeats. One at most for an event. */
  notice: {
    lime_database: string;
    event_id: number;
    subject: string;
    kind: NoticeKind;
    at: string;
    reason: string | null;
  };
  /** How often what happened to events in an hour. */
  event_hour: { lime_database: string; hour: string; kind: EventOutcomeKind; count: number };
  /** How many events were applied after delays of one bucket, by hour. */
  delay_hour: { lime_database: string; hour: string; bucket: number; count: number };
  event_seen: { lime_database: string; event: string; at: string };
  /** The most that waited in a span of time. */
  queue_sample: { lime_database: string; at: string; depth: number; oldest_ms: number };
  issue_mark: {
    lime_database: string;
    issue: string;
    mark: FailureMark['mark'];
    at: string;
    by: string;
  };
  command: {
    id: string;
    lime_database: string;
    lime_id: number;
    action_public_id: string;
    command: Command;
    requested_by: string;
    origin: CommandOrigin;
    /** With pause: the day on which it ends, `YYYY-MM-DD` in Sweden. */
    until: string | null;
    reason: CommandRecord['reason'];
    comment: string | null;
    comment_sent: CommandRecord['commentSent'];
    state: CommandState;
    requested_at: string;
    finished_at: string | null;
    outcome: string | null;
  };
  /** The writes to Lime of each object of Billecta's, pending and done. */
  lime_object: {
    lime_database: string;
    kind: LimeKind;
    billecta_id: string;
    lime_id: number | null;
    /** The Fields as JSON; null for an invoice, which is written in its state at the time of the write. */
    fields: string | null;
    step: Generated<number>;
    revision: Generated<number>;
    /** When it is written (again); null when there is nothing to write, or it has been given up. */
    due_at: string | null;
    /** Since when there has been something to write. */
    enqueued_at: string | null;
    attempts: Generated<number>;
    cause: Cause | null;
    message: string | null;
    /** `kind/billecta_id` of the object that has to appear in Lime first. */
    waits_for: string | null;
    lease_token: string | null;
    lease_until: string | null;
    written_at: string | null;
    /** Values that Lime does not accept, as JSON, and since when there are some. */
    left_out: string | null;
    left_out_since: string | null;
    /** Lime ids of all objects with its Billecta id, as JSON, where there are several, and since when. */
    twins: string | null;
    twins_since: string | null;
  };
  /** Every change that was written to Lime: fields before and after, as JSON. */
  lime_change: {
    id: Generated<number>;
    lime_database: string;
    kind: LimeKind;
    billecta_id: string;
    lime_id: number;
    at: string;
    created: number;
    changes: string;
  };
  /** Debtors that are to be read in Billecta. */
  debtor_read: {
    lime_database: string;
    debtor_public_id: string;
    due_at: string;
    /** Only a read that begins later answers the last request. */
    enqueued_at: string;
    attempts: Generated<number>;
    lease_token: string | null;
    lease_until: string | null;
  };
  /** Every state that a command has reached, in order. */
  command_audit: {
    id: Generated<number>;
    lime_database: string;
    command_id: string;
    at: string;
    state: CommandState;
    outcome: string | null;
  };
  /** Answers that are promised to be the same when the same request comes again; no status while it is under way. */
  idempotency: {
    lime_database: string;
    caller: string;
    key: string;
    request_hash: string;
    begun_at: string;
    status: number | null;
    body: string | null;
  };
  resume_plan: {
    lime_database: string;
    action_public_id: string;
    lime_id: number;
    command_id: string;
    until: string;
    state: ResumePlanState;
    next_attempt_at: string;
    attempts: Generated<number>;
    ended_at: string | null;
    why: PlanEnd | null;
  };
  /** One command on many invoices. */
  task: {
    lime_database: string;
    id: string;
    /** Hash of the credential that made it. */
    owner: string;
    requested_by: string;
    origin: CommandOrigin;
    command: Command;
    reason: TaskRecord['reason'];
    comment: string | null;
    until: string | null;
    /** 1 when pauses that are there already get this end too. */
    change_end: Generated<number>;
    created_at: string;
    authorized_at: string;
    cancelled_at: string | null;
    ended_at: string | null;
  };
  /** An invoice of a task, and its outcome. */
  task_item: {
    id: Generated<number>;
    lime_database: string;
    task_id: string;
    position: number;
    lime_id: number;
    action_public_id: string | null;
    command_id: string | null;
    state: ItemRecord['state'];
    why: ItemRecord['why'];
    words: string | null;
    attempts: Generated<number>;
    next_attempt_at: string;
    lease_token: string | null;
    lease_until: string | null;
    ended_at: string | null;
  };
  /** Comparisons with Billecta's lists. One at most is unfinished. */
  reconciliation: {
    id: Generated<number>;
    lime_database: string;
    kind: ReconciliationKind;
    creditor: string | null;
    state: RunState;
    started_by: string;
    started_at: string;
    finished_at: string | null;
    interruptions: Generated<number>;
    /** The CreditorProgress of each as JSON. */
    creditors: string;
    cause: Cause | null;
    message: string | null;
    lease_token: string | null;
    lease_until: string | null;
  };
  /** One field whose value in a list differed from the stored one. `before`, `after` and `value` are JSON. */
  drift: {
    id: Generated<number>;
    lime_database: string;
    run_id: number;
    action_public_id: string;
    creditor_public_id: string;
    field: DriftField;
    before: string;
    after: string;
    currency: string | null;
    found_at: string;
    /** JSON array of event names. */
    events: string;
    /** The ReceivedTelling as JSON. */
    received: string | null;
    resolved_at: string | null;
    outcome: DriftOutcome | null;
    value: string | null;
  };
  /** What the installation has of its own, by name. */
  installation: { name: string; value: string };
  /** Reads that resolve drift. */
  drift_read: {
    lime_database: string;
    action_public_id: string;
    due_at: string | null;
    attempts: Generated<number>;
    /** Differences that a read has shown to be the list's alone. */
    list_only: string | null;
    lease_token: string | null;
    lease_until: string | null;
  };
  /** One row that is written on a timer, to see whether the database accepts writes. */
  storage_check: { id: number; filling: string };
}
