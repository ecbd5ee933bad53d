import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Idempotency, IdempotentRequest } from '../../services/ports/store/idempotency.ts';
import type { Schema } from '../schema.ts';

export function idempotency(db: Kysely<Schema>): Idempotency {
  return {
    async begin(database, request, at) {
      const begun = await db
        .insertInto('idempotency')
        .values({
          lime_database: database,
          caller: request.caller,
          key: request.key,
          request_hash: request.requestHash,
          begun_at: at,
          status: null,
          body: null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('key')
        .execute();
      if (begun.length > 0) return { kind: 'new' };
      const row = await db
        .selectFrom('idempotency')
        .selectAll()
        .where(is(database, request))
        .executeTakeFirst();
      if (!row) return { kind: 'running', requestHash: request.requestHash, begunAt: at };
      const { request_hash: requestHash, status, body, begun_at: begunAt } = row;
      return status === null
        ? { kind: 'running', requestHash, begunAt }
        : { kind: 'answered', requestHash, status, body: body ?? '' };
    },

    async answer(database, request, { status, body }) {
      await db.updateTable('idempotency').set({ status, body }).where(is(database, request)).execute();
    },

    async delete(database, request) {
      await db.deleteFrom('idempotency').where(is(database, request)).execute();
    },

    async deleteExpired(database, before) {
      const { numDeletedRows } = await db
        .deleteFrom('idempotency')
        .where('lime_database', '=', database)
        .where('begun_at', '<', before)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

const is =
  (database: string, { caller, key }: IdempotentRequest) =>
  (eb: ExpressionBuilder<Schema, 'idempotency'>) =>
    eb.and({ lime_database: database, caller, key });
