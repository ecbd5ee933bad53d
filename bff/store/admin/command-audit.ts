import type { Kysely } from 'kysely';
import type { CommandAudit } from '../../services/ports/store/admin/command-audit.ts';
import { toRecord } from '../commands/commands.ts';
import type { StoreDialect } from '../dialect.ts';
import type { Schema } from '../schema.ts';

export const commandAudit = (db: Kysely<Schema>, dialect: StoreDialect): CommandAudit => ({
  async find(database, question, { after, limit }) {
    const { commands, states, reasons, by, actionPublicIds, from, to } = question;
    const rows = await db
      .selectFrom('command')
      .selectAll()
      .where('lime_database', '=', database)
      .where((eb) =>
        eb.and([
          ...(commands ? [eb('command', 'in', commands)] : []),
          ...(states ? [eb('state', 'in', states)] : []),
          ...(reasons ? [eb('reason', 'in', reasons)] : []),
          ...(by === undefined ? [] : [eb('requested_by', '=', by)]),
          ...(actionPublicIds ? [eb('action_public_id', dialect.among, dialect.list(actionPublicIds))] : []),
          ...(from === undefined ? [] : [eb('requested_at', '>=', from)]),
          ...(to === undefined ? [] : [eb('requested_at', '<', to)]),
          ...(after
            ? [eb(eb.refTuple('requested_at', 'id'), '<', eb.tuple(after.requestedAt, after.id))]
            : []),
        ]),
      )
      .orderBy('requested_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
    return rows.map(toRecord);
  },

  async trail(database, commandIds) {
    if (commandIds.length === 0) return [];
    return db
      .selectFrom('command_audit')
      .select(['command_id as commandId', 'at', 'state', 'outcome'])
      .where('lime_database', '=', database)
      .where('command_id', dialect.among, dialect.list(commandIds))
      .orderBy('id')
      .execute();
  },

  async tally(database, since) {
    const rows = await db
      .selectFrom('command')
      .select(({ fn }) => ['command', 'reason', 'state', fn.countAll<number>().as('count')])
      .where('lime_database', '=', database)
      .where('requested_at', '>=', since)
      .groupBy(['command', 'reason', 'state'])
      .execute();
    return rows.map((row) => ({ ...row, count: Number(row.count) }));
  },
});
