import { setTimeout as sleep } from 'node:timers/promises';
import type Database from 'better-sqlite3';
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
import { Statements } from './statements.ts';
import type { End, Turns } from './turns.ts';

/** How long to wait for another process that writes, and how long between two tries, ms. */
const lockWait = 2_000;
const pollEvery = 5;

export interface SqliteFile {
  writer: Database.Database;
  /** Sees committed data while the writer is inside a transaction. */
  reader: Database.Database;
  /** Who may write. */
  turns: Turns;
  /** Checks whether the file is still where it was. @throws FileGone */
  look(): void;
}

/** `FULL`: a commit is on disk. `NORMAL`: it is with the next one that is, so that a power cut may undo it. */
export type Flush = 'FULL' | 'NORMAL';

/** Kysely's SQLite dialect, except for waiting: writers take turns, readers never wait. */
export class SqliteFileDialect implements Dialect {
  constructor(
    private readonly file: SqliteFile,
    private readonly flush: Flush,
  ) {}

  createDriver(): Driver {
    return new FileDriver(this.file, this.flush);
  }

  createQueryCompiler() {
    return new SqliteQueryCompiler();
  }

  createAdapter() {
    return new TransactionalAdapter();
  }

  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new SqliteIntrospector(db);
  }
}

/** A migration and the record of it are one transaction: SQLite rolls back tables and indexes as it does rows. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class FileDriver implements Driver {
  readonly #writes: Statements;
  readonly #reads: Statements;

  constructor(
    private readonly file: SqliteFile,
    private readonly flush: Flush,
  ) {
    this.#writes = new Statements(file.writer);
    this.#reads = new Statements(file.reader);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<FileConnection> {
    return new FileConnection(this.file, this.flush, this.#writes, this.#reads);
  }

  beginTransaction(connection: FileConnection): Promise<void> {
    return connection.begin();
  }

  async commitTransaction(connection: FileConnection): Promise<void> {
    connection.commit();
  }

  async rollbackTransaction(connection: FileConnection): Promise<void> {
    connection.rollback();
  }

  async releaseConnection(): Promise<void> {}

  /** The opener of the file closes it. */
  async destroy(): Promise<void> {}
}

/** One of many that share the two connections. */
class FileConnection implements DatabaseConnection {
  /** Ends the turn of the transaction that is open here. */
  #end: End | undefined;

  constructor(
    private readonly file: SqliteFile,
    private readonly flush: Flush,
    private readonly writes: Statements,
    private readonly reads: Statements,
  ) {}

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#end) return run(this.writes, query);
    // Asked of SQLite, which knows it of statements too that are written out rather than built.
    if (this.writes.get(query.sql).readonly)
      return run(this.file.turns.isTaken ? this.reads : this.writes, query);
    const end = await this.file.turns.alone();
    try {
      this.file.look();
      this.#flushAs(this.flush);
      return await patiently(() => run<R>(this.writes, query));
    } finally {
      end();
    }
  }

  /** Acquires the write lock at once, so that a transaction that has begun is not refused half-way. */
  async begin(): Promise<void> {
    const end = await this.file.turns.alone();
    try {
      this.file.look();
      this.#flushAs(this.flush);
      await patiently(() => run(this.writes, begin));
      this.#end = end;
    } catch (error) {
      end();
      throw error;
    }
  }

  commit(): void {
    run(this.writes, commit);
    this.#endTurn();
  }

  /** SQLite may have rolled back automatically, as on a full disk; then there is nothing left to roll back. */
  rollback(): void {
    try {
      if (this.file.writer.inTransaction) this.file.writer.exec('rollback');
    } finally {
      this.#endTurn();
    }
  }

  // biome-ignore lint/correctness/useYield: part of kysely's interface, and nothing here streams
  async *streamQuery(): AsyncGenerator<never> {
    throw new Error('Rows are not streamed');
  }

  /** One connection for both, since each of two would drop the cached pages that the other writes. */
  #flushAs(flush: Flush): void {
    run(this.writes, flushing[flush]);
  }

  #endTurn(): void {
    this.#end?.();
    this.#end = undefined;
  }
}

const begin = { sql: 'begin immediate', parameters: [] };
const commit = { sql: 'commit', parameters: [] };
const flushing = {
  FULL: { sql: 'pragma synchronous = FULL', parameters: [] },
  NORMAL: { sql: 'pragma synchronous = NORMAL', parameters: [] },
};

function run<R>(
  statements: Statements,
  { sql, parameters }: Pick<CompiledQuery, 'sql' | 'parameters'>,
): QueryResult<R> {
  const statement = statements.get(sql);
  return statement.reader
    ? { rows: statement.all(parameters) as R[] }
    : { rows: [], numAffectedRows: BigInt(statement.run(parameters).changes) };
}

/** Tries again while another process writes, without blocking other work meanwhile. */
async function patiently<T>(work: () => T): Promise<T> {
  const deadline = performance.now() + lockWait;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'SQLITE_BUSY' || performance.now() > deadline) throw error;
      await sleep(pollEvery);
    }
  }
}
