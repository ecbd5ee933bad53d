import type { Kysely, Selectable } from 'kysely';
import type { CommandRecord, CommandState, CommandStore } from '../services/ports/commands.ts';
import type { Schema } from './schema.ts';

const open: readonly CommandState[] = ['requested', 'accepted', 'unknown'];

export function commandStore(db: Kysely<Schema>): CommandStore {
  const unsettled = (database: string) =>
    db.selectFrom('command').selectAll().where('lime_database', '=', database).where('state', 'in', open);

  const note = (database: string, id: string, state: CommandState, at: string, outcome: string | null) =>
    db.insertInto('audit').values({ lime_database: database, command_id: id, at, state, outcome }).execute();

  return {
    async add(database, command) {
      const added = await db
        .insertInto('command')
        .values({
          id: command.id,
          lime_database: database,
          lime_id: command.limeId,
          action_public_id: command.actionPublicId,
          command: command.command,
          requested_by: command.requestedBy,
          origin: command.origin,
          until: command.until,
          reason: command.reason,
          comment: command.comment,
          state: command.state,
          requested_at: command.requestedAt,
          finished_at: command.finishedAt,
          outcome: command.outcome,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .execute();
      if (added.length === 0) return false;
      await note(database, command.id, command.state, command.requestedAt, command.outcome);
      return true;
    },

    async finish(database, id, state, at, outcome) {
      const { numUpdatedRows } = await db
        .updateTable('command')
        .set({ state, outcome, finished_at: open.includes(state) ? null : at })
        .where('lime_database', '=', database)
        .where('id', '=', id)
        .where('state', 'in', open)
        .where('state', '!=', state)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return false;
      await note(database, id, state, at, outcome);
      return true;
    },

    async get(database, id) {
      const row = await db
        .selectFrom('command')
        .selectAll()
        .where('lime_database', '=', database)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && toRecord(row);
    },

    async of(database, actionPublicId, limit) {
      const rows = await db
        .selectFrom('command')
        .selectAll()
        .where('lime_database', '=', database)
        .where('action_public_id', '=', actionPublicId)
        .orderBy('requested_at', 'desc')
        .limit(limit)
        .execute();
      return rows.map(toRecord);
    },

    async unsettled(database, actionPublicIds) {
      if (actionPublicIds.length === 0) return [];
      return newestFirst(
        await unsettled(database).where('action_public_id', 'in', actionPublicIds).execute(),
      );
    },

    async allUnsettled(database) {
      return newestFirst(await unsettled(database).execute());
    },
  };
}

/** Sorted here: they are few, and asked for an order SQLite passes over all commands that there are in that order. */
function newestFirst(rows: readonly Selectable<Schema['command']>[]): CommandRecord[] {
  return rows.map(toRecord).sort((a, b) => b.requestedAt.localeCompare(a.requestedAt));
}

export function toRecord(row: Selectable<Schema['command']>): CommandRecord {
  return {
    id: row.id,
    limeId: row.lime_id,
    actionPublicId: row.action_public_id,
    command: row.command,
    requestedBy: row.requested_by,
    origin: row.origin,
    until: row.until,
    reason: row.reason,
    comment: row.comment,
    state: row.state,
    requestedAt: row.requested_at,
    finishedAt: row.finished_at,
    outcome: row.outcome,
  };
}
