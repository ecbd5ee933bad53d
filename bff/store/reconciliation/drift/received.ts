import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DriftStore, ReceivedEventRef } from '../../../services/ports/store/drift-store.ts';
import type { StoreDialect } from '../../dialect.ts';
import { stateIs } from '../../events/event-states.ts';
import type { Schema } from '../../schema.ts';

export const received =
  (db: Kysely<Schema>, dialect: StoreDialect): DriftStore['received'] =>
  async (database, actionPublicIds) => {
    if (actionPublicIds.length === 0) return new Map();
    const about = () =>
      db
        .selectFrom('inbox')
        .select(['id', 'subject', 'event', 'received_at', 'state'])
        .where('lime_database', '=', database)
        .where('subject', dialect.among, dialect.list(actionPublicIds));
    // Each by an index of its own; together there is none.
    const rows = [
      ...(await about().where(sql<boolean>`state <> 'pending'`).execute()),
      ...(await about().where(stateIs('pending')).execute()),
    ].sort((a, b) => b.id - a.id);
    const received = new Map<string, ReceivedEventRef[]>();
    for (const { id, subject, event, received_at: receivedAt, state } of rows) {
      if (subject === null || event === null) continue;
      received.set(subject, [...(received.get(subject) ?? []), { id, event, receivedAt, state }]);
    }
    return received;
  };
