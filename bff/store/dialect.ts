import type { ColumnDefinitionBuilder, Kysely, RawBuilder, SelectQueryBuilder } from 'kysely';
import type { Delivery, EnvelopeParser, IntakeResult, ReceivedEvent } from '../services/ports/intake.ts';
import type { Schema } from './schema.ts';
import type { IntakeFailure } from './webhooks/intake-failure.ts';

/** The differences between the supported databases. Everything else is written once, for both. */
export interface StoreDialect {
  /** Type of a generated, counting column. */
  countingType: 'integer' | 'bigint';
  /** Makes a column count automatically, in the order of insertion. */
  counting(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder;
  /** Has the texts of a column stored as they are, not compressed. */
  storePlain(db: Kysely<unknown>, table: string, column: string): Promise<void>;
  /** Gives the planner the statistics of the tables, once they exist. */
  informPlanner(db: Kysely<Schema>): Promise<void>;
  /** Whether a transaction locks the whole database against other writers, so that no row needs a lock of its own. */
  locksWholeDatabase: boolean;
  /** Leases rows of a table, while no other process does. */
  exclusively<T>(
    db: Kysely<Schema>,
    table: 'inbox' | 'lime_object',
    work: (db: Kysely<Schema>) => Promise<T>,
  ): Promise<T>;
  /** Locks the selected rows until the transaction ends, skipping those that another transaction has locked. */
  lockingSkipLocked<T extends keyof Schema & string, O>(
    query: SelectQueryBuilder<Schema, T, O>,
  ): SelectQueryBuilder<Schema, T, O>;
  /** Locks the selected rows until the transaction ends, waiting for other transactions' locks. */
  locking<T extends keyof Schema & string, O>(
    query: SelectQueryBuilder<Schema, T, O>,
  ): SelectQueryBuilder<Schema, T, O>;
  /** A list as one parameter, so that the statement is the same however long it is. */
  list<T extends string | number>(values: readonly T[]): RawBuilder<T>;
  /** The operator that asks whether something is in such a list. */
  among: 'in' | '=';
  /** Such a list as a table with one column, `id`. */
  rows(values: readonly string[]): RawBuilder<unknown>;
  /** Whether a regular expression matches a text, whatever the case. */
  matches(text: RawBuilder<string>, pattern: string): RawBuilder<boolean>;
  /** Whether an error means that the database cannot serve now, and nothing is wrong with the request. */
  isPassing(error: Error & { code?: unknown }): boolean;
}

/** Who reads webhooks on their way into the database. */
export interface DeliveryParser {
  /** For a database that does not block the event loop. */
  inline: EnvelopeParser;
  /** The script of a thread that does the same beside one that makes its caller wait, and what it has to know. */
  worker: { script: URL; workerData: unknown };
}

/** An event on its way in, and the Lime database that it is for. */
export interface Arrival {
  database: string;
  event: ReceivedEvent;
}

/** Where an event is stored, and whether it was there already. */
export interface Receipt {
  id: number;
  duplicate: boolean;
}

export interface OpenDatabase {
  db: Kysely<Schema>;
  dialect: StoreDialect;
  /**
   * Reads deliveries and stores their events in order of arrival with one commit, except repetitions, which are counted
   * on the event that they repeat ({@link EnvelopeParser.repeats}). When the database refuses them because of one, each
   * is stored alone, so that only that one fails.
   *
   * @throws when the database accepts nothing now
   */
  accept(deliveries: readonly Delivery[]): Promise<Array<IntakeResult | IntakeFailure>>;
  /** How many of those may be under way at a time. */
  intakeConcurrency: number;
  /** How many who apply events it serves at a time; more only wait for each other. */
  appliersAtOnce: number;
  /**
   * A transaction of what can be derived again from what is on disk: it has no flush of its own, so that a power cut,
   * and only that, may undo it.
   */
  relaxedTransaction<T>(work: (transaction: Kysely<Schema>) => Promise<T>): Promise<T>;
  /**
   * Work on the schema before the service starts, without a time limit; first checks whether the service can run on the
   * database.
   */
  prepare(work: (db: Kysely<Schema>) => Promise<void>): Promise<void>;
  /** Prepares to accept deliveries; the schema is complete by then. */
  serve(): void;
  /** Checks that writes will be found again. @throws when they will not */
  look(): void;
  close(): Promise<void>;
}
