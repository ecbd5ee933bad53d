import type { Kysely, Selectable } from 'kysely';
import type { PlanKey, ResumePlan, ResumePlans } from '../../services/ports/store/resume-plans.ts';
import type { StoreDialect } from '../dialect.ts';
import type { Schema } from '../schema.ts';

export function resumePlans(db: Kysely<Schema>, dialect: StoreDialect): ResumePlans {
  const change = (database: string, { actionPublicId, commandId }: PlanKey) =>
    db
      .updateTable('resume_plan')
      .where('lime_database', '=', database)
      .where('action_public_id', '=', actionPublicId)
      .where('command_id', '=', commandId);

  return {
    async put(database, { actionPublicId, limeId, commandId, until, state, nextAttemptAt }) {
      const plan = {
        lime_id: limeId,
        command_id: commandId,
        until,
        state,
        next_attempt_at: nextAttemptAt,
        attempts: 0,
        ended_at: null,
        why: null,
      };
      await db
        .insertInto('resume_plan')
        .values({ lime_database: database, action_public_id: actionPublicId, ...plan })
        .onConflict((conflict) => conflict.columns(['lime_database', 'action_public_id']).doUpdateSet(plan))
        .execute();
    },

    async findByInvoices(database, actionPublicIds) {
      if (actionPublicIds.length === 0) return [];
      const rows = await db
        .selectFrom('resume_plan')
        .selectAll()
        .where('lime_database', '=', database)
        .where('action_public_id', dialect.among, dialect.list(actionPublicIds))
        .execute();
      return rows.map(toPlan);
    },

    async arm(database, commandId) {
      await db
        .updateTable('resume_plan')
        .set({ state: 'waiting' })
        .where('lime_database', '=', database)
        .where('command_id', '=', commandId)
        .where('state', '=', 'planned')
        .execute();
    },

    async drop(database, commandId, at) {
      await db
        .updateTable('resume_plan')
        .set({ state: 'ended', why: 'pause-failed', ended_at: at })
        .where('lime_database', '=', database)
        .where('command_id', '=', commandId)
        .where('state', '=', 'planned')
        .execute();
    },

    async end(database, plan, why, at) {
      await change(database, plan)
        .set({ state: 'ended', why, ended_at: at })
        .where('state', 'in', ['waiting', 'held-back'])
        .execute();
    },

    async lockWaiting(database, plan) {
      const { numUpdatedRows } = await change(database, plan)
        .set({ state: 'waiting' })
        .where('state', '=', 'waiting')
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async lease(database, now, { until }, limit) {
      const due = dialect.lockingSkipLocked(
        db
          .selectFrom('resume_plan')
          .select('resume_plan.action_public_id')
          .where('resume_plan.lime_database', '=', database)
          .where('resume_plan.state', '=', 'waiting')
          .where('resume_plan.next_attempt_at', '<=', now)
          .orderBy('resume_plan.next_attempt_at')
          .limit(limit),
      );
      const rows = await db
        .updateTable('resume_plan')
        .set({ next_attempt_at: until })
        .where('lime_database', '=', database)
        .where('action_public_id', 'in', due)
        .returningAll()
        .execute();
      return rows.map(toPlan);
    },

    async retryAt(database, plan, at, attempts) {
      await change(database, plan)
        .set({ next_attempt_at: at, attempts })
        .where('state', '=', 'waiting')
        .execute();
    },

    async holdBack(database, plan) {
      await change(database, plan).set({ state: 'held-back' }).where('state', '=', 'waiting').execute();
    },

    async release(database, plan, at) {
      await change(database, plan)
        .set({ state: 'waiting', next_attempt_at: at, attempts: 0 })
        .where('state', '=', 'held-back')
        .execute();
    },
  };
}

export function toPlan(row: Selectable<Schema['resume_plan']>): ResumePlan {
  return {
    actionPublicId: row.action_public_id,
    limeId: row.lime_id,
    commandId: row.command_id,
    until: row.until,
    state: row.state,
    nextAttemptAt: row.next_attempt_at,
    attempts: row.attempts,
    endedAt: row.ended_at,
    why: row.why,
  };
}
