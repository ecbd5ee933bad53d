import { type Migration, sql } from 'kysely';

/** Values that Lime does not take as they are, and objects that Lime has more than once, so that people are told. */
export const leftOut: Migration = {
  async up(db) {
    for (const column of ['left_out', 'left_out_since', 'twins', 'twins_since'])
      await db.schema.alterTable('lime_object').addColumn(column, 'text').execute();
    for (const column of ['left_out', 'twins'])
      await db.schema
        .createIndex(`lime_object_${column}`)
        .on('lime_object')
        .columns(['lime_database', `${column}_since`])
        .where(sql<boolean>`${sql.ref(column)} is not null`)
        .execute();
  },
};
