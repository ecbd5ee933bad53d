import type { Generated } from 'kysely';
import type { Command } from '../domain/invoice.ts';
import type { CommandState, EventState, InvoiceSource } from '../services/ports.ts';

/** Instants are ISO 8601 text in UTC, so that they sort as they pass. */
export interface Schema {
  inbox: {
    id: Generated<number>;
    lime_database: string;
    delivery_id: string | null;
    body_hash: string;
    event: string | null;
    subject: string | null;
    body: string;
    state: EventState;
    attempts: Generated<number>;
    next_attempt_at: string;
    duplicates: Generated<number>;
    received_at: string;
    settled_at: string | null;
    outcome: string | null;
  };
  invoice: {
    lime_database: string;
    action_public_id: string;
    lime_id: number | null;
    /** The Invoice as JSON; null until Billecta has been heard of. */
    snapshot: string | null;
    as_of: string | null;
    source: InvoiceSource | null;
    verified_at: string | null;
    read_due_at: string | null;
    read_attempts: Generated<number>;
  };
  command: {
    id: string;
    lime_database: string;
    lime_id: number;
    action_public_id: string;
    command: Command;
    requested_by: string;
    reason: string | null;
    comment: string | null;
    state: CommandState;
    requested_at: string;
    finished_at: string | null;
    outcome: string | null;
  };
}
