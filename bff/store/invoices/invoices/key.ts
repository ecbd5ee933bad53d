import type { ExpressionBuilder } from 'kysely';
import type { Schema } from '../../schema.ts';

/** The primary key of an invoice. */
export const key = (database: string, actionPublicId: string) => ({
  lime_database: database,
  action_public_id: actionPublicId,
});

/** Whether a row is that invoice's. */
export const is = (database: string, actionPublicId: string) => (eb: ExpressionBuilder<Schema, 'invoice'>) =>
  eb.and(key(database, actionPublicId));
