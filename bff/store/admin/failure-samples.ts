import type { Kysely } from 'kysely';
import type { Cause } from '../../domain/cause.ts';
import type { FailureKind, FailureSample } from '../../services/ports/store/admin/failures.ts';
import { eventsOf } from '../events/event-states.ts';
import type { Schema } from '../schema.ts';

/** The newest failures of a kind and cause. */
export async function failureSamples(
  db: Kysely<Schema>,
  database: string,
  { kind, cause, limit }: { kind: FailureKind; cause: string; limit: number },
): Promise<FailureSample[]> {
  switch (kind) {
    case 'write':
      return (
        await db
          .selectFrom('lime_object')
          .select(['kind', 'billecta_id', 'message'])
          .where('lime_database', '=', database)
          .where('cause', '=', cause as Cause)
          .orderBy('enqueued_at', 'desc')
          .limit(limit)
          .execute()
      ).map(({ kind: objectKind, billecta_id, message }) => ({
        actionPublicId: objectKind === 'invoice' ? billecta_id : null,
        message,
      }));
    case 'read':
      return db
        .selectFrom('invoice')
        .select(['action_public_id as actionPublicId', 'read_message as message'])
        .where('lime_database', '=', database)
        .where('read_cause', '=', cause as Cause)
        .orderBy('read_failed_at', 'desc')
        .limit(limit)
        .execute();
    case 'value':
    case 'asked-to-wait':
    case 'reconciliation':
    case 'request':
    case 'worker-failing':
      return [];
    default:
      return db
        .selectFrom('inbox')
        .select(['subject as actionPublicId', 'outcome as message'])
        .where('lime_database', '=', database)
        .where(eventsOf[kind])
        .$if(kind !== 'unreadable-event', (query) => query.where('cause', '=', cause as Cause))
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
  }
}
