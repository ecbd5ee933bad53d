import type { Kysely } from 'kysely';
import type { ValueFault } from '../../domain/issue.ts';
import type { LeftOut } from '../../services/ports/lime-writer.ts';
import type { FailureGroup, LeftOutSample } from '../../services/ports/store/admin/failures.ts';
import type { Schema } from '../schema.ts';

const columns = {
  'left-out': { what: 'left_out', since: 'left_out_since' },
  duplicate: { what: 'twins', since: 'twins_since' },
} as const satisfies Record<
  ValueFault,
  { what: keyof Schema['lime_object']; since: keyof Schema['lime_object'] }
>;

const faults = Object.keys(columns) as ValueFault[];

/** Objects that were written in part, or are in Lime more than once. */
export async function leftOutGroups(db: Kysely<Schema>, database: string): Promise<FailureGroup[]> {
  const groups = await Promise.all(
    faults.map(async (cause) => {
      const { what, since } = columns[cause];
      const row = await db
        .selectFrom('lime_object')
        .select(({ fn }) => [
          fn.countAll<number>().as('count'),
          fn.min(since).as('firstSeen'),
          fn.max(since).as('lastSeen'),
        ])
        .where('lime_database', '=', database)
        .where(what, 'is not', null)
        .executeTakeFirstOrThrow();
      return { kind: 'value', cause, ...row, waiting: 0, nextAttemptAt: null } as const;
    }),
  );
  return groups.flatMap(({ firstSeen, lastSeen, ...group }) =>
    firstSeen === null || lastSeen === null ? [] : [{ ...group, firstSeen, lastSeen }],
  );
}

/** The newest of them. */
export async function leftOutSamples(
  db: Kysely<Schema>,
  database: string,
  cause: ValueFault,
  limit: number,
): Promise<LeftOutSample[]> {
  const { what, since } = columns[cause];
  const rows = await db
    .selectFrom('lime_object')
    .select(['kind', 'billecta_id', 'lime_id', 'left_out', 'twins'])
    .where('lime_database', '=', database)
    .where(what, 'is not', null)
    .orderBy(since, 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    kind: row.kind,
    billectaId: row.billecta_id,
    limeId: row.lime_id,
    fields: cause === 'left-out' ? (JSON.parse(row.left_out ?? '[]') as LeftOut[]) : [],
    twins: cause === 'duplicate' ? (JSON.parse(row.twins ?? '[]') as number[]) : [],
  }));
}

/** Has these objects written again. @returns how many */
export async function requeueLeftOut(
  db: Kysely<Schema>,
  database: string,
  cause: ValueFault,
  at: string,
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('lime_object')
    .set({ due_at: at, attempts: 0 })
    .where('lime_database', '=', database)
    .where(columns[cause].what, 'is not', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
