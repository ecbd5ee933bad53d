import type { Selectable } from 'kysely';
import type { Difference } from '../../../domain/reconcile.ts';
import type { Schema } from '../../schema.ts';

/** What a list and the store said of a field. */
export const difference = (row: Pick<Row, 'field' | 'before' | 'after'>): Difference => ({
  field: row.field,
  before: JSON.parse(row.before),
  after: JSON.parse(row.after),
});

export type Row = Selectable<Schema['drift']>;
