import type { ColumnDefinitionBuilder, Kysely, SelectQueryBuilder } from 'kysely';
import type { Schema } from './schema.ts';

/** What differs between the databases that we run on. Everything else is said once, for both. */
export interface StoreDialect {
  /** Type of a column that counts by itself. */
  countingType: 'integer' | 'bigint';
  /** Makes a column count by itself, in the order of insertion. */
  counting(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder;
  /** Holds the selected rows until the transaction ends, passing over those that another one holds. */
  claiming<T extends keyof Schema & string, O>(
    query: SelectQueryBuilder<Schema, T, O>,
  ): SelectQueryBuilder<Schema, T, O>;
  /** Holds the selected rows until the transaction ends, waiting for whoever holds them. */
  holding<T extends keyof Schema & string, O>(
    query: SelectQueryBuilder<Schema, T, O>,
  ): SelectQueryBuilder<Schema, T, O>;
  /** Whether an error means that the database cannot serve now, and nothing is wrong with the request. */
  isPassing(error: Error & { code?: unknown }): boolean;
}

export interface OpenDatabase {
  db: Kysely<Schema>;
  dialect: StoreDialect;
}
