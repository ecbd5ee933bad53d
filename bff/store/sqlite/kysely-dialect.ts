import {
  type CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Ran } from './messages.ts';
import type { SqliteThread } from './thread-client.ts';
import type { Turns } from './turns.ts';

/** SQLite as kysely knows it, but for the connection, which is in a thread of its own. */
export class SqliteThreadDialect implements Dialect {
  /** @param turns - who may use the one connection */
  constructor(
    private readonly thread: SqliteThread,
    private readonly turns: Turns,
  ) {}

  createDriver(): Driver {
    return new ThreadDriver(this.thread, this.turns);
  }

  createQueryCompiler() {
    return new SqliteQueryCompiler();
  }

  createAdapter() {
    return new SqliteAdapter();
  }

  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new SqliteIntrospector(db);
  }
}

class ThreadDriver implements Driver {
  constructor(
    private readonly thread: SqliteThread,
    private readonly turns: Turns,
  ) {}

  async init(): Promise<void> {}

  async acquireConnection(): Promise<ThreadConnection> {
    return new ThreadConnection(this.thread, this.turns);
  }

  beginTransaction(connection: ThreadConnection): Promise<void> {
    return connection.begin();
  }

  commitTransaction(connection: ThreadConnection): Promise<void> {
    return connection.commit();
  }

  rollbackTransaction(connection: ThreadConnection): Promise<void> {
    return connection.rollback();
  }

  async releaseConnection(): Promise<void> {}

  destroy(): Promise<void> {
    return this.thread.close();
  }
}

/**
 * One of many that share the thread's connection. A transaction has it for as long as it lasts; a statement by itself
 * only has to be asked outside of anybody's transaction, since the thread answers in order.
 */
class ThreadConnection implements DatabaseConnection {
  /** Ends the turn of the transaction that is open on this connection. */
  #end: (() => void) | undefined;

  constructor(
    private readonly thread: SqliteThread,
    private readonly turns: Turns,
  ) {}

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, changes } = await (this.#end ? this.#run(query) : this.turns.ask(() => this.#run(query)));
    return changes === null ? { rows: rows as R[] } : { rows: rows as R[], numAffectedRows: BigInt(changes) };
  }

  /** Takes the write lock at once, so that a transaction that has begun is not refused half-way. */
  async begin(): Promise<void> {
    const end = await this.turns.take();
    try {
      await this.#run({ sql: 'begin immediate', parameters: [] });
      this.#end = end;
    } catch (error) {
      end();
      throw error;
    }
  }

  async commit(): Promise<void> {
    await this.#run({ sql: 'commit', parameters: [] });
    this.#endTurn();
  }

  async rollback(): Promise<void> {
    try {
      await this.thread.ask('rollback', null);
    } finally {
      this.#endTurn();
    }
  }

  // biome-ignore lint/correctness/useYield: part of kysely's interface, and nothing here streams
  async *streamQuery(): AsyncGenerator<never> {
    throw new Error('Rows are not streamed');
  }

  #run({ sql, parameters }: Pick<CompiledQuery, 'sql' | 'parameters'>): Promise<Ran> {
    return this.thread.ask('run', { sql, parameters });
  }

  #endTurn(): void {
    this.#end?.();
    this.#end = undefined;
  }
}
