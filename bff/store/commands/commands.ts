import type { Kysely, Selectable } from 'kysely';
import type { CommandState } from '../../domain/command.ts';
import type { CommandRecord, CommandStep, CommandStore } from '../../services/ports/store/command-store.ts';
import type { Schema } from '../schema.ts';

/** Of commands whose end is not known yet. */
export const openStates: readonly CommandState[] = ['requested', 'accepted', 'unknown'];

export function commandStore(db: Kysely<Schema>): CommandStore {
  const unfinished = (database: string) =>
    db
      .selectFrom('command')
      .selectAll()
      .where('lime_database', '=', database)
      .where('state', 'in', openStates);

  const note = (database: string, id: string, steps: readonly CommandStep[]) =>
    db
      .insertInto('command_audit')
      .values(steps.map((step) => ({ lime_database: database, command_id: id, ...step })))
      .execute();

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
          comment_sent: command.commentSent,
          state: command.state,
          requested_at: command.requestedAt,
          finished_at: command.finishedAt,
          outcome: command.outcome,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .execute();
      if (added.length === 0) return false;
      const { state, requestedAt, outcome } = command;
      if (state !== 'requested') await note(database, command.id, [{ state, at: requestedAt, outcome }]);
      return true;
    },

    async finish(database, id, ...steps) {
      const last = steps[steps.length - 1] as CommandStep;
      const { numUpdatedRows } = await db
        .updateTable('command')
        .set({
          state: last.state,
          outcome: last.outcome,
          finished_at: openStates.includes(last.state) ? null : last.at,
        })
        .where('lime_database', '=', database)
        .where('id', '=', id)
        .where('state', 'in', openStates)
        .where('state', '!=', last.state)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return false;
      await note(database, id, steps);
      return true;
    },

    async saveCommentSent(database, id, sent) {
      await db
        .updateTable('command')
        .set({ comment_sent: sent })
        .where('lime_database', '=', database)
        .where('id', '=', id)
        .execute();
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

    async findByInvoice(database, actionPublicId, limit) {
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

    async findUnfinished(database, actionPublicIds) {
      if (actionPublicIds.length === 0) return [];
      const rows = await unfinished(database).where('action_public_id', 'in', actionPublicIds).execute();
      return rows.map(toRecord).sort(newestFirst);
    },

    async findAllUnfinished(database) {
      const rows = await unfinished(database).execute();
      return rows.map(toRecord).sort(newestFirst);
    },
  };
}

/** For a sort that is done here: they are few, and asked for an order SQLite passes over all commands in that order. */
export const newestFirst = (a: CommandRecord, b: CommandRecord): number =>
  b.requestedAt.localeCompare(a.requestedAt);

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
    commentSent: row.comment_sent,
    state: row.state,
    requestedAt: row.requested_at,
    finishedAt: row.finished_at,
    outcome: row.outcome,
  };
}
